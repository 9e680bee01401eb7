import { type ColumnChoice, chooseColumns, nameOf } from '../columns.js'
import type { Table } from '../table.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'
import { readTall } from './read-tall.js'

/** A table with one note a row, its columns named in the first row: what every tool can write. */
export const columnsExport: ExportKind = {
  name: 'columns',
  recognise: ({ header }) =>
    `one note a row, columns named in the first row (${header.length} ${header.length === 1 ? 'column' : 'columns'})`,
  read: (table, options) => {
    const columns = chooseColumns(table.header, options.named, options.file)
    const { filled, warnings } = fillMergedCells(table, columns)
    const reading = readTall(filled, { columns }, options)
    return {
      ...reading,
      warnings: [...reading.warnings, ...warnings],
      doubts: doubtsAbout(reading, table, options),
    }
  },
}

/** More of the rows than this that are no notes, or of the names in a group column that occur once, are too many. */
const MOST_DROPPED = 0.3
const MOST_UNIQUE = 0.5
const ENOUGH_ROWS = 10

function doubtsAbout(
  { columns, dropped, rows }: Reading,
  { records }: Table,
  { named }: ReadOptions,
): string[] {
  const { note, persona, quadrant } = columns
  const doubts: string[] = []
  const rivals = note?.runnersUp.map((column) => `"${nameOf(column)}"`) ?? []
  if (note && rivals.length > 0) {
    doubts.push(`the notes could stand in "${nameOf(note)}" or in ${rivals.join(' or ')}: say --note COLUMN`)
  }
  if (named.note === undefined && rows >= ENOUGH_ROWS && dropped.length > rows * MOST_DROPPED) {
    doubts.push(
      `${dropped.length} of ${rows} rows hold no note in the note column "${note && nameOf(note)}": say --note COLUMN`,
    )
  }
  for (const [role, column] of [
    ['persona', persona],
    ['quadrant', quadrant],
  ] as const) {
    if (column?.because !== 'header') continue
    const names = records.map((record) => record[column.index]?.trim() ?? '').filter((name) => name !== '')
    if (names.length < ENOUGH_ROWS || new Set(names).size <= names.length * MOST_UNIQUE) continue
    doubts.push(
      `most names in the ${role} column "${nameOf(column)}" occur once: say --${role} COLUMN, also if it is right`,
    )
  }
  return doubts
}

/**
 * Cells that a spreadsheet had merged come with the value in the first and nothing in the others. They are filled
 * where the pattern is plain: the first row has a value, and no value stands in more than one run.
 */
function fillMergedCells(
  table: Table,
  { persona, quadrant }: ColumnChoice,
): { filled: Table; warnings: string[] } {
  const merged = [persona, quadrant].filter((column) => column && isMerged(table, column.index))
  if (merged.length === 0) return { filled: table, warnings: [] }
  const above = new Map<number, string>()
  const records = table.records.map((record) => {
    if (record.every((cell) => cell.trim() === '')) return record
    const full = [...record]
    for (const column of merged) {
      if (!column) continue
      if (full[column.index]?.trim()) above.set(column.index, full[column.index] ?? '')
      else full[column.index] = above.get(column.index) ?? ''
    }
    return full
  })
  const names = merged.map((column) => `"${column && nameOf(column)}"`).join(' and ')
  return {
    filled: { ...table, records },
    warnings: [`blank cells in ${names} were filled from above, as merged cells are saved`],
  }
}

function isMerged({ records }: Table, index: number): boolean {
  const seen = new Set<string>()
  let rows = 0
  for (const record of records) {
    const value = record[index]?.trim() ?? ''
    if (value === '' && record.every((cell) => cell.trim() === '')) continue
    if (seen.has(value) || (rows === 0 && value === '')) return false
    if (value !== '') seen.add(value)
    rows++
  }
  return seen.size >= 2 && rows >= 2 * seen.size
}
