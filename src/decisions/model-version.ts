import { countNotes } from '../summary/count-notes.js'
import { notesOf } from '../summary/notes-of.js'
import type { SummaryGroup, SummaryNote } from '../summary/summary.js'
import { sum, toHundredths } from '../text/sum.js'

/** A group as the model left it, whatever people decided since. */
export function toModelVersion(group: SummaryGroup): SummaryGroup {
  const { decided, reason: _, checks: __, ...rest } = group
  if (!decided) return group
  const { status, reason, checks, themes } = decided.model
  const notes = new Map(notesOf(group).map((note) => [note.id, asWritten(note)]))
  const all = countNotes([...notes.values()])
  const take = (id: string): SummaryNote[] => {
    const note = notes.get(id)
    notes.delete(id)
    return note ? [note] : []
  }
  const placed = themes.map(({ notes: ids, id, continues, before, given, title, summary }) => {
    const own = ids.flatMap(take)
    const votes = votesOf(own)
    return {
      ...{
        id,
        ...(continues !== undefined && { continues }),
        ...(before && { before }),
        ...(given && { given }),
      },
      ...{ title, summary },
      share: toHundredths(countNotes(own) / all),
      ...(votes !== undefined && { votes }),
      notes: own,
    }
  })
  return {
    ...rest,
    status,
    ...(reason !== undefined && { reason }),
    themes: placed,
    unplaced: inFileOrder([...notes.values()]),
    ...(checks && { checks }),
  }
}

/** Notes in the order of their first places. */
export function inFileOrder(notes: readonly SummaryNote[]): SummaryNote[] {
  const keys = ['file', 'row', 'column', 'part'] as const
  return [...notes].sort((a, b) => {
    const [left, right] = [a.from[0], b.from[0]]
    return keys.map((key) => (left?.[key] ?? 0) - (right?.[key] ?? 0)).find((order) => order !== 0) ?? 0
  })
}

/** The votes of all of them; nothing where the export has none. */
export function votesOf(notes: readonly SummaryNote[]): number | undefined {
  const votes = notes.flatMap((note) => note.votes ?? [])
  return votes.length === 0 ? undefined : sum(votes)
}

function asWritten({ placedBy: _, modelTheme: __, ...note }: SummaryNote): SummaryNote {
  return note
}
