import { type ColumnChoice, nameOf } from '../columns.js'
import type { Table } from '../table.js'

/**
 * Cells that a spreadsheet had merged come with the value in the first and nothing in the others. They are filled
 * where the pattern is plain: the first row has a value, no value stands in more than one run, and many cells are blank.
 */
export function fillMergedCells(
  table: Table,
  { persona, quadrant }: Partial<Pick<ColumnChoice, 'persona' | 'quadrant'>>,
): { filled: Table; warnings: string[] } {
  const isPersonaMerged = persona !== undefined && isMerged(table, persona.index)
  const within = isPersonaMerged ? persona.index : undefined
  const merged = [
    isPersonaMerged && persona,
    quadrant && isMerged(table, quadrant.index, within) && quadrant,
  ].filter((column) => column !== undefined && column !== false)
  if (merged.length === 0) return { filled: table, warnings: [] }
  const above = new Map<number, string>()
  const records = table.records.map((record) => {
    if (record.every((cell) => cell.trim() === '')) return record
    const full = [...record]
    if (within !== undefined && full[within]?.trim() && quadrant) above.delete(quadrant.index)
    for (const column of merged) {
      if (full[column.index]?.trim()) above.set(column.index, full[column.index] ?? '')
      else full[column.index] = above.get(column.index) ?? ''
    }
    return full
  })
  const names = merged.map((column) => `"${nameOf(column)}"`).join(' and ')
  return {
    filled: { ...table, records },
    warnings: [`blank cells in ${names} were filled from above, as merged cells are saved`],
  }
}

const OFTEN_BLANK = 0.3

/** Where a column outside of it is merged too, each of its names has runs of its own. */
function isMerged({ records }: Table, index: number, within?: number): boolean {
  const seen = new Set<string>()
  let last = ''
  let rows = 0
  let blank = 0
  let runs = 0
  for (const record of records) {
    const value = record[index]?.trim() ?? ''
    if (within !== undefined && record[within]?.trim()) {
      seen.clear()
      last = ''
      if (value === '') return false
    }
    if (value === '' && record.every((cell) => cell.trim() === '')) continue
    if ((value !== last && seen.has(value)) || (rows === 0 && value === '')) return false
    if (value === '') blank++
    else {
      if (value !== last) runs++
      last = value
    }
    seen.add(last)
    rows++
  }
  const isOften = within === undefined ? rows >= 2 * runs : rows > runs
  return runs >= 2 && isOften && blank >= rows * OFTEN_BLANK
}
