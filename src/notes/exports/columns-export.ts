import { type ChosenColumn, chooseColumns, nameOf } from '../columns.js'
import { ANY_QUADRANT, type Drop, EVERYONE, type Note, UNSPECIFIED } from '../note.js'
import type { Table } from '../table.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'

/** A table with one note a row, its columns named in the first row. */
export const columnsExport: ExportKind = {
  name: 'columns',
  recognise: ({ header }) => `one note a row, columns named in the first row (${header.length} columns)`,
  read: readColumns,
}

function readColumns(table: Table, { file, source, named }: ReadOptions): Reading {
  const columns = chooseColumns(table.header, named, file)
  const { note, persona, quadrant, votes } = columns
  const personaOf = nameReader(persona?.index, table, EVERYONE)
  const quadrantOf = nameReader(quadrant?.index, table, ANY_QUADRANT)
  const notes: Note[] = []
  const dropped: Drop[] = []
  const warnings = [...warnOfLongRows(table), ...warnOfOtherNotes(note)]
  const oddVotes: number[] = []

  table.records.forEach((record, index) => {
    const row = index + 1
    const text = cleanText(record[note.index] ?? '')
    if (text === '') {
      dropped.push({ row, reason: 'empty' })
      return
    }
    const read: Note = {
      text,
      persona: personaOf(record),
      quadrant: quadrantOf(record),
      place: { source, row },
    }
    if (votes) {
      const count = readVotes(record[votes.index] ?? '')
      if (count === undefined) oddVotes.push(row)
      read.votes = count ?? 0
    }
    notes.push(read)
  })

  if (votes && oddVotes.length > 0) {
    warnings.push(
      `the votes column "${nameOf(votes)}" holds no whole number in ${rowsOf(oddVotes)}, which counts as 0`,
    )
  }
  return { notes, dropped, cells: table.records.length, columns, warnings }
}

/** How a record's persona or quadrant is read: one name for all where the column is absent or wholly blank. */
function nameReader(
  index: number | undefined,
  { records }: Table,
  ifNone: string,
): (record: readonly string[]) => string {
  if (index === undefined || records.every((record) => oneLine(record[index] ?? '') === ''))
    return () => ifNone
  const known = new Map<string, string>() // few names, many records
  return (record) => {
    const cell = record[index] ?? ''
    const name = known.get(cell)
    if (name !== undefined) return name
    known.set(cell, oneLine(cell) || UNSPECIFIED)
    return known.get(cell) ?? UNSPECIFIED
  }
}

const UNPRINTABLE = /(?![\n\t])[\p{Cc}\u200B\u2060\uFEFF]/gu
const NEEDS_CLEANING = /[^ -~\u00A0-\u1FFF\u3000-\uD7FF]/
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g

/** Text of a note as written, without surrounding white space and unprintable characters; "\n" between lines. */
function cleanText(cell: string): string {
  if (!NEEDS_CLEANING.test(cell)) return cell.trim()
  return cell.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '').trim()
}

/** A name on one line, so that nothing in it can look like another line of a prompt or document. */
function oneLine(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ')
}

/** "3", "3 votes" or "" → a count; anything else is no count. */
function readVotes(cell: string): number | undefined {
  if (/^\d{0,9}$/.test(cell)) return Number(cell)
  if (cell.trim() === '') return 0
  const digits = /^\s*\+?(\d{1,9})\b(?![.,]\d)/.exec(cell)
  return digits ? Number(digits[1]) : undefined
}

function warnOfOtherNotes({ runnersUp }: ChosenColumn): string[] {
  return runnersUp.map(
    ({ index, header }) =>
      `column ${index + 1}, "${header}", could hold notes too and is not read; --note names another`,
  )
}

function warnOfLongRows({ header, records }: Table): string[] {
  const long: number[] = []
  records.forEach((record, index) => {
    if (record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== '')) {
      long.push(index + 1)
    }
  })
  if (long.length === 0) return []
  return [
    `there are more cells than columns in ${rowsOf(long)}, and what is in them is not read; a note with a delimiter in it must stand in quotation marks`,
  ]
}

/** "row 3", "rows 3, 4", "rows 3, 4, 5, 6, 7 and 12 more" */
function rowsOf(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).join(', ')
  const more = rows.length > 5 ? ` and ${rows.length - 5} more` : ''
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown}${more}`
}
