import { filledIn } from './cells.js'
import { isLinks } from './is-links.js'
import { asks, isQuestion, signsOf } from './judge-header.js'
import { isRetroHeading } from './retro-headings.js'

type Cells = readonly string[]

/** A header stands within so many rows, whatever is above it. */
const MOST_ABOVE = 12

/** Where the header is, and whether there is none: a list of notes begins with a note. */
export type FoundHeader = { preamble: number; isList: boolean }

/**
 * Rows → how many of them stand above the header. A title, blank rows and lines of two cells that tell of the board
 * ("Exported", "2026-10-05") have fewer cells than the rows of the table below them. A file of one column has nothing above:
 * there its first row is a header if it is known as one, or asks a question. Where the user says how many rows the header
 * has, it begins at the first row.
 */
export function findHeader(rows: readonly Cells[], headerRows?: number): FoundHeader {
  const sample = rows.slice(0, MOST_ABOVE * 3)
  const counts = sample.map((row) => filledIn(withoutLinks(row)))
  if (Math.max(0, ...counts) < 2) return { preamble: 0, isList: headerRows === undefined && isList(rows) }
  if (headerRows !== undefined) return { preamble: 0, isList: false }
  let preamble = 0
  while (preamble < Math.min(MOST_ABOVE, sample.length - 1) && standsAbove(sample, counts, preamble))
    preamble++
  const above = (counts[preamble] ?? 0) >= 2 ? preamble : 0
  return { preamble: above, isList: isData(rows[above] ?? [], rows.slice(above + 1, 200)) }
}

/** Miro writes the link of a note beside it, which makes no table. */
const withoutLinks = ([first = '', ...others]: Cells): Cells => [
  first,
  ...others.filter((cell) => !isLinks(cell)),
]

/** A first row whose group stands again below it, and of which nothing is known as a header, is data already. */
function isData(row: Cells, below: readonly Cells[]): boolean {
  if (row.some((cell) => cell.trim() !== '' && signsOf(cell).some(({ how }) => how === 1)) || row.some(asks))
    return false
  const repeated = row.flatMap((cell, index) => {
    const text = cell.trim()
    return text !== '' && text.length <= 40 && below.some((other) => other[index]?.trim() === text)
      ? [index]
      : []
  })
  if (repeated.length === 0 || repeated.length === filledIn(row)) return false
  // the header of a choice stands again below it, alone; a name of a group stands among others, in every row
  return !row.some(isQuestion) || repeated.some((index) => isGroup(below, index))
}

function isGroup(rows: readonly Cells[], index: number): boolean {
  const filled = rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '')
  const names = new Set(filled).size
  return filled.length >= rows.length * 0.9 && names >= 2 && names <= filled.length / 2
}

/** Whether a row is none of the table: blank, a title, or a key with its value above a blank row. */
function standsAbove(sample: readonly Cells[], counts: readonly number[], at: number): boolean {
  const own = counts[at] ?? 0
  if (own === 0) return true
  if (isKeyed(sample[at] ?? []) && sample.slice(at + 1, at + 1 + MOST_ABOVE).some(isHeaderRow)) return true
  const below = counts.slice(at + 1, at + 1 + MOST_ABOVE).filter((count) => count > 0)
  const widest = Math.max(0, ...below)
  if (own === 1) return widest >= 2 && (sample[at]?.[0] ?? '').trim() !== '' && !isHeaderRow(sample[at] ?? [])
  if (own > 2 || filledIn((sample[at] ?? []).slice(0, 2)) < 2 || widest <= 2) return false
  if (isHeaderRow(sample[at] ?? [])) return false
  const blank = counts.indexOf(0, at)
  const next = counts.findIndex((count, index) => index > at && count > 2)
  const hasColon = /[:：]$/.test((sample[at]?.[0] ?? '').trim())
  return (
    next > 0 &&
    (hasColon || (blank > 0 && blank < next)) &&
    counts.slice(at, next).every((count) => count <= 2)
  )
}

/** "Participants: Ida, Jon, Rita", cut at its commas or not: who, when or what the board is about. */
function isKeyed(row: Cells): boolean {
  const [first = '', ...others] = row.map((cell) => cell.trim())
  if (isHeaderRow(row)) return false
  const isOfPeople = signsOf(first).some(
    ({ role, how }) => how === 1 && (role === 'author' || role === 'person'),
  )
  return /^\p{L}[\p{L} ]{1,30}[:：] ?\S/u.test(first) || (isOfPeople && others.some((cell) => cell !== ''))
}

/** A line that is nothing but the header of a list of notes. */
export function isNoteHeader(line: string): boolean {
  if (/[,;\t|]/.test(line)) return false
  return signsOf(line.replace(/^"|"$/g, '')).some(({ role, how }) => role === 'note' && how === 1)
}

/** A row of whose cells at least two are known as headers. */
export function isHeaderRow(row: Cells): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  return filled.length >= 2 && filled.filter(isKnown).length >= 2
}

const isKnown = (cell: string): boolean =>
  signsOf(cell).some(({ how }) => how === 1) || isRetroHeading(cell) || isQuestion(cell)

/** One column whose first row is no header: a list. Blocks with blank rows between them are frames of a board, not this. */
function isList(rows: readonly Cells[]): boolean {
  const [first = []] = rows
  const cell = (first.find((text) => text.trim() !== '') ?? '').trim()
  if (cell === '' || /[:：]$/.test(cell)) return false
  const isHeader = signsOf(cell).some(({ how }) => how === 1) || isRetroHeading(cell)
  return !isHeader && !asks(cell)
}

const LONGEST_SHOWN = 60

/** What stood above the header, said; of its text only the title, for the rest may name people. */
export function warnOfPreamble(rows: readonly Cells[]): string[] {
  const said = rows.filter((row) => filledIn(row) > 0)
  if (said.length === 0) return []
  const title = said.find((row) => filledIn(row) === 1)?.find((cell) => cell.trim() !== '')
  const shown = title === undefined ? '' : ` ("${title.trim().slice(0, LONGEST_SHOWN)}")`
  const what = said.length === 1 ? 'a row above the header was' : `${said.length} rows above the header were`
  return [`${what} passed over${shown}`]
}
