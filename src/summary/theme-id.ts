import { createHash } from 'node:crypto'

/** Of 16 million: enough that themes of one group do not meet. */
const ID_LENGTH = 6

/** The id of a theme that begins: from its group and title, and one that none of those `taken` is. */
export function newThemeId(
  { persona, quadrant }: { persona: string; quadrant: string },
  title: string,
  taken: ReadonlySet<string>,
): string {
  const base = createHash('sha256').update([persona, quadrant, title].join('\n')).digest('hex')
  let length = ID_LENGTH
  while (taken.has(`t${base.slice(0, length)}`)) length++
  return `t${base.slice(0, length)}` // with a letter in front, for a spreadsheet takes "12e345" for a number
}
