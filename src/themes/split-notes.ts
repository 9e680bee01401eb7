import { createHash } from 'node:crypto'
import { fold } from '../notes/fold.js'
import type { DistinctNote } from './distinct-notes.js'

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
  const bits = new Map<DistinctNote, number>()
  const bitsOf = (note: DistinctNote): number => {
    const known = bits.get(note) ?? hash(note.sent)
    bits.set(note, known)
    return known
  }
  const fits = (part: readonly DistinctNote[]): boolean =>
    part.length <= limits.notes && part.reduce((sum, note) => sum + tokensOf(note), 0) <= limits.tokens

  const split = (part: readonly DistinctNote[], bit: number): (readonly DistinctNote[])[] => {
    if (part.length < 2 || bit === BITS || fits(part)) return [part]
    const isOne = (note: DistinctNote): boolean => ((bitsOf(note) >>> bit) & 1) === 1
    const halves = [part.filter((note) => !isOne(note)), part.filter(isOne)]
    return halves.filter((half) => half.length > 0).flatMap((half) => split(half, bit + 1))
  }
  return split(distinct, 0)
}

const BITS = 32

function hash(text: string): number {
  return createHash('sha256').update(fold(text)).digest().readUInt32LE()
}
