import { fisherTest } from './fisher.js'

/** So many of the notes of a group. */
export type Part = { notes: number; of: number }

/** Below this the change is more than the number of notes lets one expect by chance. */
const UNLIKELY = 0.05

/** How a theme's share of the notes changed, and how likely shares so far apart are if nothing did (Fisher's exact test). */
export function changeOf(
  before: Part,
  after: Part,
): { change: 'grown' | 'shrunk' | 'steady'; chance: number } {
  const chance = fisherTest(before.notes, before.of, after.notes, after.of)
  const isMore = after.notes / after.of > before.notes / before.of
  return { change: chance >= UNLIKELY ? 'steady' : isMore ? 'grown' : 'shrunk', chance }
}
