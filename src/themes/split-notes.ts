import { hash } from 'node:crypto'
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
export function splitNotes<Note extends { sent: string }>(
  distinct: readonly Note[],
  limits: PartLimits,
  tokensOf: (note: Note) => number,
): (readonly Note[])[] {
  const sizes = distinct.map((note) => ({ note, tokens: tokensOf(note) }))
  const fits = (part: readonly { tokens: number }[]): boolean =>
    part.length <= limits.notes && part.reduce((sum, { tokens }) => sum + tokens, 0) <= limits.tokens
  if (fits(sizes)) return [distinct]

  const split = (part: readonly Drawn<Note>[], bit: number): (readonly Drawn<Note>[])[] => {
    if (part.length < 2 || bit === BITS || fits(part)) return [part]
    const halves: [Drawn<Note>[], Drawn<Note>[]] = [[], []]
    for (const drawn of part) halves[((drawn.bits >>> bit) & 1) as 0 | 1].push(drawn)
    return halves.filter((half) => half.length > 0).flatMap((half) => split(half, bit + 1))
  }
  const drawn = sizes.map(({ note, tokens }) => ({ note, tokens, bits: bitsOf(note.sent) }))
  return split(drawn, 0).map((part) => part.map(({ note }) => note))
}

/** A note, with what is needed of it again and again: its size, and the hash of its words that says where it goes. */
type Drawn<Note> = { note: Note; tokens: number; bits: number }

const BITS = 32

/** The first bytes of the hash, the lowest first; as text, for to make a buffer takes five times as long. */
function bitsOf(text: string): number {
  const digest = hash('sha256', fold(text), 'binary')
  const byte = (index: number): number => digest.charCodeAt(index)
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)
}
