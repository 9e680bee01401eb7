import { byCodeUnit, fold } from '../text/fold.js'
import type { Note } from './note.js'

/** Notes that say the same words. */
export type DistinctNote = {
  /** As the first of them was written, in file order. */
  text: string
  /** The spelling that is sent: of several the first by code unit, whatever their order. */
  sent: string
  notes: readonly Note[]
}

/**
 * Notes → their distinct texts in canonical order. Neither the order nor what is sent depends on the order of
 * the notes, so a reshuffled export makes the same request.
 */
export function distinctNotes(notes: readonly Note[]): DistinctNote[] {
  const folded = notes.map((note) => ({ note, key: fold(note.text) }))
  folded.sort((a, b) => byCodeUnit(a.key, b.key)) // the same on every machine; equal ones stay in file order
  const distinct: (DistinctNote & { notes: Note[] })[] = []
  let last: string | undefined
  for (const { note, key } of folded) {
    const same = key === last ? distinct.at(-1) : undefined
    last = key
    if (!same) distinct.push({ text: note.text, sent: note.text, notes: [note] })
    else {
      same.notes.push(note)
      if (byCodeUnit(note.text, same.sent) < 0) same.sent = note.text
    }
  }
  return distinct
}

/** What was written in the same words, as far as it is compared. */
export type Written = { notes: readonly { text: string }[] }

/** The words of all of them, each spelling as it was written. */
export function textsOf(distinct: readonly Written[]): string[] {
  return distinct.flatMap(({ notes }) => notes.map(({ text }) => text))
}

/** How many notes stand behind distinct ones, duplicates counted. */
export function countNotes(distinct: readonly Written[]): number {
  return distinct.reduce((count, { notes }) => count + notes.length, 0)
}

/** The votes of all of them; 0 where the export has none. */
export function countVotes(distinct: readonly DistinctNote[]): number {
  return distinct.flatMap(({ notes }) => notes).reduce((sum, { votes = 0 }) => sum + votes, 0)
}
