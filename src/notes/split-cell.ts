import { cleanText } from '../text/clean-text.js'
import type { DropReason, Note } from './note.js'

/** What a cell of a note column is: one note, several, or none. */
export type CellContent = { texts: readonly string[] } | { reason: DropReason }

/** Longer than any placeholder, on one line, and in Latin letters: most notes, and there may be very many. */
const SURELY_A_NOTE = /^[ -~]*[a-zA-Z][ -~]{20,}$/

const ONLY_MARKS = /^[\p{P}\p{S}\s]+$/u
const PICTURE = /\p{Extended_Pictographic}/u
const BULLET = /^\s*(?:[-*•‣◦–—·]|\d{1,2}[.)])\s+/

/** What people write to say nothing, in English, German, French, Spanish and Japanese. "No" and "test" may mean something. */
const PLACEHOLDERS = new Set([
  ...[
    'n/a',
    'n.a.',
    'na',
    'none',
    'nothing',
    'nil',
    'null',
    'idk',
    "i don't know",
    'dont know',
    'tbd',
    'tbc',
    'no comment',
    'not applicable',
  ],
  ...['keine', 'nichts', 'k.a.', 'k. a.', 'keine angabe', 'weiß nicht', 'weiss nicht', 'entfällt'],
  ...['aucun', 'aucune', 'rien', 'néant', 's.o.', 's/o', 'sans objet', 'je ne sais pas'],
  ...['ninguno', 'ninguna', 'nada', 'no sé', 'no se', 'n/d', 'no aplica'],
  ...['なし', '無し', '特になし', '特に無し', 'とくになし', 'ありません', 'わからない'],
])

/**
 * A cell → its notes. Nothing is dropped for being short; a cell of marks alone, or that says only that there is
 * nothing, is no note. A cell is several notes where at least two of its lines begin with a bullet or number; a
 * line without one goes on with the line above.
 */
export function splitCell(cell: string): CellContent {
  const text = cleanText(cell)
  if (text === '') return { reason: 'empty' }
  if (SURELY_A_NOTE.test(text)) return { texts: [text] }
  const reason = reasonOf(text)
  if (reason) return { reason }
  const texts = splitList(text).filter((part) => part !== '' && !reasonOf(part))
  return texts.length === 0 ? { reason: 'punctuation' } : { texts }
}

/** Adds the notes of a cell, which have everything but their text in common; of several each knows its part. */
export function addNotes(notes: Note[], texts: readonly string[], rest: Omit<Note, 'text'>): void {
  texts.forEach((text, index) => {
    const place = texts.length === 1 ? rest.place : { ...rest.place, part: index + 1 }
    const { persona, quadrant, votes } = rest
    // Written out, for spread objects take half as much memory again, and there may be a million.
    notes.push(
      votes === undefined ? { text, persona, quadrant, place } : { text, persona, quadrant, votes, place },
    )
  })
}

function reasonOf(text: string): DropReason | undefined {
  if (ONLY_MARKS.test(text) && !PICTURE.test(text)) return 'punctuation'
  const said = text
    .toLowerCase()
    .replace(/[.!…]+$/, '')
    .replace(/’/g, "'")
  return PLACEHOLDERS.has(said) || PLACEHOLDERS.has(`${said}.`) ? 'placeholder' : undefined
}

function splitList(text: string): string[] {
  const lines = text.split('\n')
  if (lines.filter((line) => BULLET.test(line)).length < 2) return [text]
  const parts: string[] = []
  for (const line of lines) {
    const last = parts.length - 1
    if (BULLET.test(line) || last < 0) parts.push(line.replace(BULLET, '').trim())
    else parts[last] = `${parts[last]}\n${line.trim()}`.trim()
  }
  return parts
}
