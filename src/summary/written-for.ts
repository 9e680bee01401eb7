import { countNotes } from './count-notes.js'
import type { SummaryGroup, SummaryTheme } from './summary.js'

/**
 * For how many notes a model wrote the summary of a theme, and how many of these are still in it, where people moved some since;
 * nothing where it knows all notes and no others, where a person wrote it, and where there is none.
 */
export function writtenFor(
  { id, notes, summary, summarizedBy }: SummaryTheme,
  { themes, unplaced, decided }: SummaryGroup,
): { written: number; known: number } | undefined {
  const own = decided?.model.themes.find((theme) => theme.id === id)
  if (!own || summarizedBy || summary === '') return undefined
  const ids = new Set(own.notes)
  const known = notes.filter((note) => ids.has(note.id))
  if (known.length === notes.length && known.length === own.notes.length) return undefined
  const all = [...themes.flatMap((theme) => theme.notes), ...unplaced]
  return { written: countNotes(all.filter((note) => ids.has(note.id))), known: countNotes(known) }
}
