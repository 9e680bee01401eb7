import type { DistinctNote } from '../notes/distinct-notes.js'
import type { Source } from '../notes/exports/read-source.js'
import type { Note, Place } from '../notes/note.js'
import type { SummaryNote } from './summary.js'

/** Notes with the same words → as they stand in the summary. */
export type NoteBuilder = (distinct: DistinctNote) => SummaryNote

/** Ids name the first place: "r17", with the file where there are several ("f2r17"), with the column likewise ("r17c3"), and the part of a list ("r17.2"). */
export function noteBuilder(sources: readonly Source[]): NoteBuilder {
  const several = sources.length > 1
  return ({ text, notes }) => {
    const [first] = notes
    if (!first) throw new Error('a distinct note without a place')
    const { source, row, column, part } = first.place
    const votes = votesOf(notes)
    return {
      id: `${several ? `f${source + 1}` : ''}r${row}${column === undefined ? '' : `c${column}`}${part === undefined ? '' : `.${part}`}`,
      text,
      ...(votes !== undefined && { votes }),
      from: notes.map(({ place: { source, row, column, part } }) => ({
        ...(several && { file: source }),
        row,
        ...(column !== undefined && { column }),
        ...(part !== undefined && { part }),
      })),
    }
  }
}

/** Notes in the order of their first places. */
export function inFileOrder(distinct: readonly DistinctNote[]): DistinctNote[] {
  const placeOf = ({ notes }: DistinctNote): Place => notes[0]?.place ?? { source: 0, row: 0 }
  return [...distinct].sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)]
    return (
      left.source - right.source ||
      left.row - right.row ||
      (left.column ?? 0) - (right.column ?? 0) ||
      (left.part ?? 0) - (right.part ?? 0)
    )
  })
}

/** The votes of all of them; nothing where the export has none. */
export function votesOf(notes: readonly Note[]): number | undefined {
  const votes = notes.flatMap((note) => note.votes ?? [])
  return votes.length === 0 ? undefined : votes.reduce((sum, count) => sum + count, 0)
}
