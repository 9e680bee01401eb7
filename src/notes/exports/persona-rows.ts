import { fold } from '../../text/fold.js'
import { filledIn } from '../cells.js'
import type { Column, ColumnChoice } from '../columns.js'
import type { Table } from '../table.js'

type Cells = readonly string[]

/** Rows that only name a persona, and whose each row below them is. */
export type PersonaRows = { isHeading(record: Cells): boolean; personaOf(record: Cells): string }

/**
 * Where no column says whose a note is, rows may: one that has nothing but a name, of no quadrant that notes have, stands above
 * the notes of that persona. There are two of them at least, and the first row is one.
 */
export function personaRows(
  { records }: Table,
  parts: readonly Column[],
  { persona, quadrant }: ColumnChoice,
): PersonaRows | undefined {
  if (persona || !quadrant) return undefined
  const hasNote = (record: Cells): boolean => parts.some(({ index }) => (record[index] ?? '').trim() !== '')
  const quadrants = new Set<string>()
  for (const record of records) if (hasNote(record)) quadrants.add(fold(record[quadrant.index] ?? ''))
  if (quadrants.has('')) return undefined
  const nameOf = (record: Cells): string => record.find((cell) => cell.trim() !== '')?.trim() ?? ''
  const isHeading = (record: Cells): boolean =>
    filledIn(record) === 1 && !hasNote(record) && !quadrants.has(fold(nameOf(record)))
  const headings = records.filter(isHeading)
  if (headings.length < 2 || headings[0] !== records[0] || headings.length > records.length / 2)
    return undefined
  const personas = new Map<Cells, string>()
  let current = ''
  for (const record of records) {
    if (isHeading(record)) current = nameOf(record)
    personas.set(record, current)
  }
  return { isHeading, personaOf: (record) => personas.get(record) ?? current }
}
