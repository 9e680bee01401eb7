import { sum } from '../text/sum.js'

/** How many notes there are, those with the same words counted each time they were written. */
export function countNotes(notes: readonly { from: readonly unknown[] }[]): number {
  return sum(notes.map(({ from }) => from.length))
}
