import type { JudgedColumn } from '../columns.js'

const CALLED_GROUP =
  /^(?:groups?|group name|group title|cluster|cluster name|gruppe|gruppenname|groupe|grupo|gruppo|groep|grupa|グループ|그룹)$/i

/** A retro tool calls the notes a group that were put on top of each other: some stand alone, and it counts votes or names writers. */
export function isCluster({ header, profile }: JudgedColumn, judged: readonly JudgedColumn[]): boolean {
  if (!CALLED_GROUP.test(header.trim()) || profile.filled.length === profile.rows) return false
  return judged.some(({ signs }) =>
    signs.some(({ role, how }) => how === 1 && (role === 'votes' || role === 'author')),
  )
}
