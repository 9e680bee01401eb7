import { fold } from '../../text/fold.js'
import { filledIn } from '../cells.js'
import { isHeaderRow } from '../find-header.js'
import { isTotal, LAST } from '../is-total.js'
import type { Drop, DropReason } from '../note.js'
import type { Table } from '../table.js'

type Cells = readonly string[]

/** A table whose rows are what they should be, and an account of what was not. */
export type Settled = {
  records: readonly Cells[]
  /** Cells that stand beyond the header: no column is theirs. */
  surplus: readonly Drop[]
  /** Records that are no data, by their index: a header once more, a second table. */
  foreign: ReadonlyMap<number, DropReason>
  warnings: readonly string[]
}

/**
 * Puts rows right that are not of the table's form, or names them: a note with a delimiter or line break that nobody put
 * in quotation marks, cells beyond the header, a second table below the first. The one place for tables of any kind.
 */
export function settleTable({ header, records, delimiter }: Table): Settled {
  const width = header.length
  const warnings: string[] = []
  const whole = joinCutRows(records, width, warnings)
  let settled: readonly Cells[] = whole
  const surplus: Drop[] = []
  const mended: number[] = []
  const long: number[] = []
  const isTooLong = (record: Cells): boolean => record.length > width && !isBlank(record.slice(width))
  if (whole.some(isTooLong)) {
    settled = whole.map((record, index) => {
      if (!isTooLong(record)) return record
      const joined = joinSpacedCells(record, width, delimiter)
      if (joined) mended.push(index + 1)
      else {
        long.push(index + 1)
        record.forEach((cell, column) => {
          if (column >= width && cell.trim() !== '')
            surplus.push({ row: index + 1, column: column + 1, reason: 'surplus cell' })
        })
      }
      return joined ?? record
    })
  }
  if (mended.length > 0)
    warnings.push(
      `a note in ${rowsOf(mended)} holds a delimiter without quotation marks; it was put together`,
    )
  if (long.length > 0)
    warnings.push(
      `there are more cells than columns in ${rowsOf(long)}, and what is beyond them is not read; a note with a delimiter in it must stand in quotation marks`,
    )
  return {
    records: settled,
    surplus,
    foreign: foreignRows(header, settled, warnings),
    warnings,
  }
}

const isBlank = (cells: Cells): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

/** "tea at ten, every day" was cut at its comma: a cell that begins with a space goes on from the one before. */
function joinSpacedCells(record: Cells, width: number, delimiter: Table['delimiter']): Cells | undefined {
  const joined: string[] = []
  for (const [index, cell] of record.entries()) {
    if (index > 0 && /^ \S/.test(cell)) joined[joined.length - 1] += `${delimiter}${cell}`
    else joined.push(cell)
  }
  while (joined.length > width && joined.at(-1)?.trim() === '') joined.pop()
  return joined.length === width ? joined : undefined
}

/** Rows may be shorter where a tool leaves out what is empty at the end; this many of them, and it does. */
const FEW_SHORT = 0.05

/** A row that ends too early and the next one, which together are a whole row, were one with a line break in it. */
function joinCutRows(records: readonly Cells[], width: number, warnings: string[]): readonly Cells[] {
  if (width < 2) return records
  let short = 0
  for (const record of records) if (record.length < width && !isBlank(record)) short++
  if (short === 0 || short > Math.max(2, records.length * FEW_SHORT)) return records
  const joined: Cells[] = []
  const rows: number[] = []
  const isName = namesOfFirst(records, width)
  for (let index = 0; index < records.length; index++) {
    const record = records[index] ?? []
    const next = records[index + 1] ?? []
    const before = joined.at(-1)
    if (
      record.length === 1 &&
      !isBlank(record) &&
      before?.length === width &&
      isName &&
      !isName(record[0] ?? '')
    ) {
      joined[joined.length - 1] = [...before.slice(0, -1), `${before.at(-1)}\n${record[0]}`]
      if (rows.at(-1) !== joined.length) rows.push(joined.length)
      continue
    }
    const isCut =
      record.length < width &&
      !isBlank(record) &&
      record.length + next.length - 1 === width &&
      !(before && isBlank(before)) // a title above another table
    if (!isCut || isBlank(next)) {
      joined.push(record)
      continue
    }
    const last = record.at(-1) ?? ''
    joined.push([...record.slice(0, -1), `${last}\n${next[0] ?? ''}`, ...next.slice(1)])
    rows.push(joined.length)
    index++
  }
  if (rows.length > 0)
    warnings.push(
      `a note in ${rowsOf(rows)} holds a line break without quotation marks; its two lines were put together`,
    )
  return rows.length > 0 ? joined : records
}

/** What the first cells are, where they are names that come again, or numbers: anything else in their place is none of them. */
function namesOfFirst(records: readonly Cells[], width: number): ((cell: string) => boolean) | undefined {
  const firsts = records.flatMap((record) => (record.length === width ? [record[0]?.trim() ?? ''] : []))
  const names = new Set(firsts)
  if (firsts.length >= 2 && firsts.every((cell) => /^#?\d+$/.test(cell)))
    return (cell) => /^#?\d+$/.test(cell.trim())
  return firsts.length >= 3 && names.size <= firsts.length / 2 ? (cell) => names.has(cell.trim()) : undefined
}

/** The header once more is dropped; what stands below a blank row and a header of its own is another table. */
function foreignRows(
  header: Cells,
  records: readonly Cells[],
  warnings: string[],
): ReadonlyMap<number, DropReason> {
  const foreign = new Map<number, DropReason>()
  const first = fold(header.find((cell) => cell.trim() !== '') ?? '')
  const at = header.findIndex((cell) => cell.trim() !== '')
  const isHeader = (record: Cells): boolean =>
    header.length >= 2 && header.every((cell, index) => fold(cell) === fold(record[index] ?? ''))
  let isBelowBlank = false
  for (const [index, record] of records.entries()) {
    const next = records[index + 1]
    if (at >= 0 && record[at] !== undefined && fold(record[at] ?? '') === first && isHeader(record)) {
      foreign.set(index, 'heading')
    } else if (isBelowBlank && filledIn(record) === 1 && next && isHeader(next)) {
      foreign.set(index, 'heading')
    } else if (isTotal(record, index >= records.length - LAST)) {
      foreign.set(index, 'total')
    } else if (isBelowBlank && isOtherTable(record, records, index, header)) {
      for (let rest = index; rest < records.length; rest++) foreign.set(rest, 'second table')
      const rows = records.length - index
      warnings.push(
        `another table begins in row ${index + 1}, and ${rows === 1 ? 'this row is' : `these ${rows} rows are`} not read; put it into a file of its own`,
      )
      break
    }
    isBelowBlank = isBlank(record)
  }
  return foreign
}

/** A title of its own, or figures of another shape: rows of another number of cells than all those above. */
function isOtherTable(record: Cells, records: readonly Cells[], index: number, header: Cells): boolean {
  if (header.length < 2 || index < 2) return false
  const own = filledIn(record)
  if (isHeaderRow(record) || (own === 1 && isHeaderRow(records[index + 1] ?? []))) return true
  const above = records
    .slice(0, index)
    .map(filledIn)
    .filter((count) => count > 0)
  const below = records
    .slice(index)
    .map(filledIn)
    .filter((count) => count > 0)
  const widest = above.reduce((most, count) => Math.max(most, count), 0)
  const isNarrow =
    own < widest && below.every((count) => count < widest) && above.every((count) => count > own)
  const looksLikeHeader = record.every((cell) => !/\d/.test(cell)) && below.length >= 2
  return isNarrow && (looksLikeHeader || own === 1)
}

/** "row 3", "rows 3, 4", "rows 3, 4, 5, 6, 7 and 12 more" */
export function rowsOf(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).join(', ')
  const more = rows.length > 5 ? ` and ${rows.length - 5} more` : ''
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown}${more}`
}
