import { BULLET } from '../split-cell.js'
import type { Reading } from './export-kind.js'

const MOSTLY = 0.6
const ENOUGH = 3
/** Where none of so many has one, the list has none. */
const SAMPLE = 20
/** Word's bullet of the second level, when it is copied. */
const INNER = /^\s*o[ \t]+(?=\S)/

/** A list of one note a row has a bullet or number before most of them, which is no word of theirs. */
export function withoutBullets(reading: Reading): Reading {
  const { notes } = reading
  const hasAny = notes.slice(0, SAMPLE).some(({ text }) => BULLET.test(text))
  if (!hasAny) return reading
  const bulleted = notes.filter(({ text }) => BULLET.test(text)).length
  const inner = bulleted > 0 ? notes.filter(({ text }) => INNER.test(text)).length : 0
  if (bulleted + inner < Math.max(ENOUGH, notes.length * MOSTLY)) return reading
  const bare = (text: string): string => text.replace(BULLET, '').replace(inner > 0 ? INNER : BULLET, '')
  return { ...reading, notes: notes.map((note) => ({ ...note, text: bare(note.text) || note.text })) }
}
