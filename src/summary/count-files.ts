import type { SummaryNote } from './summary.js'

/** In how many files notes stand. */
export function countFiles(notes: readonly SummaryNote[]): number {
  return new Set(notes.flatMap(({ from }) => from.map(({ file = 0 }) => file))).size
}
