import { hash } from 'node:crypto'
import type { DistinctNote } from '../notes/distinct-notes.js'
import { fold } from '../text/fold.js'

/** How much one request may hold. */
export type PartLimits = {
  /** Most distinct notes. */
  notes: number
  /** Most tokens of their texts, as estimated. */
  tokens: number
}

/**
 * Distinct notes → parts that keep within the limits, each in the given order. Where a note goes depends on its
 * own words alone, as drawn by their hash: each part is a fair sample of the whole, and one note more changes
 * one part, so that the recordings of the others stay of use.
 */
export function splitNotes(
  distinct: readonly DistinctNote[],
  limits: PartLimits,
  tokensOf: (note: DistinctNote) => number,
): (readonly DistinctNote[])[] {
  const entries = distinct.map((note): Entry => ({ note, tokens: tokensOf(note), bits: undefined }))
  const fits = (part: readonly Entry[]): boolean =>
    part.length <= limits.notes && part.reduce((sum, { tokens }) => sum + tokens, 0) <= limits.tokens

  const split = (part: readonly Entry[], bit: number): (readonly Entry[])[] => {
    if (part.length < 2 || bit === BITS || fits(part)) return [part]
    const halves: [Entry[], Entry[]] = [[], []]
    for (const entry of part) {
      entry.bits ??= bitsOf(entry.note.sent)
      halves[((entry.bits >>> bit) & 1) as 0 | 1].push(entry)
    }
    return halves.filter((half) => half.length > 0).flatMap((half) => split(half, bit + 1))
  }
  return split(entries, 0).map((part) => part.map(({ note }) => note))
}

/** A note, with what is needed of it again and again; its hash only where there is something to split. */
type Entry = { note: DistinctNote; tokens: number; bits: number | undefined }

const BITS = 32

function bitsOf(text: string): number {
  return hash('sha256', fold(text), 'buffer').readUInt32LE()
}
