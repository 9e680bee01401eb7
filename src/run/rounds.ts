import { join } from 'node:path'

/** So often may a board be asked about to see how alike the answers are. */
export const MOST_ROUNDS = 20

/** Where the recordings of a round are: further ones in folders of their own inside that of the first. */
export const folderOfRound = (recordings: string, round: number): string =>
  round === 1 ? recordings : join(recordings, `round-${round}`)
