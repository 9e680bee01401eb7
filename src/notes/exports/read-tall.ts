import { oneLine } from '../../text/clean-text.js'
import { ANY_QUADRANT, EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { type ColumnChoice, nameOf } from '../columns.js'
import type { Drop, DropReason, Note } from '../note.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import type { Reading, ReadOptions } from './export-kind.js'

type Cells = readonly string[]

/** Where the parts of a note stand in a table with one note a row. */
export type TallLayout = {
  columns: ColumnChoice
  /** Joins the cells of a record into the text of its note; the cell of the note column by itself where absent. */
  textOf?: (record: Cells) => string
  /** Names the quadrant of a record; the cell of the quadrant column where absent. */
  quadrantOf?: ((record: Cells, index: number) => string) | undefined
  /** Says why a record is no note, although it has text. */
  dropped?: (record: Cells) => DropReason | undefined
}

/** Reads one note a row: every record is a note or dropped. */
export function readTall(table: Table, layout: TallLayout, { source }: ReadOptions): Reading {
  const { columns, dropped: reasonFor = () => undefined } = layout
  const { note, persona, votes } = columns
  const textOf = layout.textOf ?? ((record: Cells) => record[note.index] ?? '')
  const personaOf = nameReader(persona?.index, table, EVERYONE)
  const quadrantOf = layout.quadrantOf ?? nameReader(columns.quadrant?.index, table, ANY_QUADRANT)
  const notes: Note[] = []
  const dropped: Drop[] = []
  const oddVotes: number[] = []
  let cells = table.records.length

  table.records.forEach((record, index) => {
    const row = index + 1
    const content = splitCell(textOf(record))
    const reason = 'reason' in content ? content.reason : reasonFor(record)
    if (reason) dropped.push({ row, reason })
    if (reason || 'reason' in content) return
    cells += content.texts.length - 1
    const count = votes ? readVotes(record[votes.index] ?? '') : undefined
    if (votes && count === undefined) oddVotes.push(row)
    const rest = {
      persona: personaOf(record),
      quadrant: quadrantOf(record, index),
      ...(votes && { votes: count ?? 0 }),
      place: { source, row },
    }
    addNotes(notes, content.texts, rest)
  })

  const warnings = warnOfLongRows(table)
  if (votes && oddVotes.length > 0) {
    warnings.push(
      `the votes column "${nameOf(votes)}" holds no whole number in ${rowsOf(oddVotes)}, which counts as 0`,
    )
  }
  const { header, records } = table
  return {
    notes,
    dropped,
    header,
    rows: records.length,
    cells,
    columns,
    noteColumns: [note],
    warnings,
  }
}

/** How a record's persona or quadrant is read: one name for all where the column is absent or wholly blank. */
export function nameReader(
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
