import type { writtenFor } from '../../summary/written-for.js'
import type { Speech } from '../words/speech.js'

/** "summary written for 7 notes, 5 of them here" */
export function describeWrittenFor(
  { written, known }: NonNullable<ReturnType<typeof writtenFor>>,
  { words, fill, count, number }: Speech,
): string {
  return fill(words.writtenFor, { written: count('notes', written), known: number(known) })
}
