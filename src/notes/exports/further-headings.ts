import type { Table } from '../table.js'
import type { ReadOptions } from './export-kind.js'
import type { NoteColumn } from './read-wide.js'

/** Below the notes of two quadrants stand the headings of two others, as on a sheet of paper: nobody can tell them by their columns. */
export function furtherHeadings(
  { header, records }: Table,
  noteColumns: readonly NoteColumn[],
  { isQuadrant, isForced = false }: ReadOptions,
): string[] {
  if (isForced || noteColumns.length < 2) return []
  const row = records.findIndex((record) => {
    const cells = noteColumns.map(({ index }) => record[index]?.trim() ?? '')
    return cells.every((cell) => isQuadrant(cell) && !header.some((name) => name.trim() === cell))
  })
  const names = noteColumns.map(({ index }) => `"${records[row]?.[index]?.trim()}"`)
  return row < 0
    ? []
    : [
        `row ${row + 1} names further quadrants (${names.join(', ')}): put what stands below them into columns of their own, or say --export wide to read them as notes`,
      ]
}
