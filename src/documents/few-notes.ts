import type { SummaryNote, SummaryTheme } from '../summary/summary.js'
import { contentWords } from '../text/content-words.js'

/** So many notes of a theme are shown where not all are; so many are not worth leaving any out. */
const MOST = 5
const FEWEST = 3

/** Whether only few of so many notes are shown. */
export const leavesSomeOut = (notes: readonly SummaryNote[]): boolean => notes.length > MOST

/** Notes that are longer than this on average make a wall of text. */
const LONG = 120

/** Whether the notes of a theme are long answers rather than sticky notes. */
export function areLong(notes: readonly SummaryNote[]): boolean {
  const length = notes.reduce((sum, { text }) => sum + text.length, 0)
  return notes.length > FEWEST && length / notes.length > LONG
}

/**
 * The most telling notes of a theme, three to five, in their order: those that most people voted for or wrote, then those that
 * share most of the words of its title and summary; of equals the shorter. More than three only where they were voted for, and all
 * of five.
 */
export function fewNotes({ title, summary, notes }: SummaryTheme): SummaryNote[] {
  if (!leavesSomeOut(notes)) return [...notes]
  const said = new Set(contentWords(`${title}. ${summary}`))
  const scored = notes.map((note) => {
    const words = new Set(contentWords(note.text))
    const common = [...words].filter((word) => said.has(word)).length
    return { note, weight: (note.votes ?? 0) + note.from.length - 1, common }
  })
  const sorted = [...scored].sort(
    (a, b) => b.weight - a.weight || b.common - a.common || a.note.text.length - b.note.text.length,
  )
  const voted = sorted.filter(({ weight }) => weight > 0).length
  const chosen = new Set(sorted.slice(0, Math.min(MOST, Math.max(FEWEST, voted))).map(({ note }) => note))
  return notes.filter((note) => chosen.has(note))
}
