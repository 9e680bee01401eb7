import type { SummaryGroup, SummaryNote } from './summary.js'

/** All notes of a group, those in themes first. */
export function notesOf({ themes, unplaced }: Pick<SummaryGroup, 'themes' | 'unplaced'>): SummaryNote[] {
  return [...themes.flatMap(({ notes }) => notes), ...unplaced]
}
