import { cleanText } from '../text/clean-text.js'
import type { DropReason, Note } from './note.js'
import { toPlainCell } from './plain-cell.js'
import { saysNothing } from './say-nothing.js'

/** What a cell of a note column is: one note, several, or none. */
export type CellContent = { texts: readonly string[] } | { reason: DropReason }

/** Longer than any placeholder, on one line, and in Latin letters: most notes, and there may be very many. */
const SURELY_A_NOTE = /^[ -%(-;=-~][ -%'-;=-~]*[a-zA-Z][ -%'-;=-~]{30,}$/

const ONLY_MARKS = /^[\p{P}\p{S}\s]+$/u
const PICTURE = /\p{Extended_Pictographic}/u
/** A bullet or number before the text of a line. */
export const BULLET = /^\s*(?:[-*•‣◦–—·・▪▫■□●○►▶➤☐☑✓✔✗»]|\d{1,2}[.)）]|[①-⑳]|\([a-z\d]\))\s+/u
/** Without a space behind it a sign may be part of the words; on several lines it is not. */
const TIGHT_BULLET = /^\s*(?:[-*•‣◦–—·・▪▫■□●○►▶➤☐☑✓✔✗]|\d{1,2}[.)）]|[①-⑳])(?=[\p{L}"“„«(])/u

/** What a spreadsheet writes where a formula fails, in the languages that it speaks. */
const ERROR_VALUE =
  /^#(?:N\/?A|N\/D|NV|NAME\??|NOM\??|NOMBRE\??|NOME\??|NAAM\??|NAZWA\??|VALUE!|WERT!|VALEUR!|¡?VALOR!|VALORE!|WAARDE!|ARG!|REF!|BEZUG!|¡?REF!|RIF!|VERW!|ADR!|DIV\/0!|¡?DIV\/0!|DEEL\/0!|DZIEL\/0!|NUM!|ZAHL!|NOMBRE!|¡?NUM!|NÚM!|GETAL!|LICZBA!|NULL!|NUL!|¡?NULO!|NULLO!|LEEG!|ZERO!|SPILL!|ÜBERLAUF!|CALC!|FIELD!|FELD!|BLOCKED!|CONNECT!|GETTING_DATA|UNKNOWN!|ERROR!|BUSY!|####*)$/iu

/**
 * A cell → its notes. Nothing is dropped for being short; a cell of marks alone, an error value of a spreadsheet, or one that
 * says only that there is nothing, is no note. A cell is several notes where at least two of its lines begin with a bullet
 * or number; a line without one goes on with the line above. A line that only announces the list keeps the cell whole.
 */
export function splitCell(cell: string): CellContent {
  const text = cleanText(toPlainCell(cell))
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
  if (text.length <= 20 && ERROR_VALUE.test(text)) return 'error value'
  if (text.length < 400 && ONLY_MARKS.test(text) && !PICTURE.test(text)) return 'punctuation'
  return saysNothing(text) ? 'placeholder' : undefined
}

function splitList(text: string): string[] {
  if (!text.includes('\n')) return [text]
  const lines = text.split('\n')
  const bullet = [BULLET, TIGHT_BULLET].find((form) => lines.filter((line) => form.test(line)).length >= 2)
  if (!bullet) return [text]
  const isBullet = (line: string): boolean => BULLET.test(line) || TIGHT_BULLET.test(line)
  const [first = ''] = lines
  if (!isBullet(first) && /[:：]\s*$/.test(first)) return [text]
  const parts: string[] = []
  for (const line of lines) {
    const last = parts.length - 1
    if (isBullet(line) || last < 0) parts.push(line.replace(BULLET, '').replace(TIGHT_BULLET, '').trim())
    else parts[last] = `${parts[last]}\n${line.trim()}`.trim()
  }
  return parts
}
