import { chooseColumns, nameOf } from '../columns.js'
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
  const warnings = warnOfLongRows(table)
  let oddVotes = 0

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
      if (count === undefined) oddVotes++
      read.votes = count ?? 0
    }
    notes.push(read)
  })

  if (votes && oddVotes > 0) {
    warnings.push(`${oddVotes} cells of the votes column "${nameOf(votes)}" hold no number and count as 0`)
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

function warnOfLongRows({ header, records }: Table): string[] {
  const long: number[] = []
  records.forEach((record, index) => {
    if (record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== '')) {
      long.push(index + 1)
    }
  })
  if (long.length === 0) return []
  const rows = long.slice(0, 5).join(', ') + (long.length > 5 ? ', …' : '')
  return [
    `${long.length} rows have more cells than the header, and those cells are not read (row ${rows}); is the delimiter right?`,
  ]
}
