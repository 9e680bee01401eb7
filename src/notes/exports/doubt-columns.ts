import { type Column, nameOf } from '../columns.js'
import type { Table } from '../table.js'
import type { Reading, ReadOptions } from './export-kind.js'

/** More of the rows than this that are no notes, or of the names in a group column that occur once, are too many. */
const MOST_DROPPED = 0.3
const MOST_UNIQUE = 0.5
const ENOUGH_ROWS = 10

/** What is too weak a guess about the columns of a table to go on without the user's word. */
export function doubtsAboutColumns(
  { columns, dropped, rows }: Reading,
  rivals: readonly Column[],
  { records }: Table,
  { named }: ReadOptions,
): string[] {
  const { note, persona, quadrant } = columns
  const doubts: string[] = []
  if (note && rivals.length > 0) {
    const [own, ...others] = distinctNames([note, ...rivals])
    doubts.push(`the notes could stand in ${own} or in ${others.join(' or ')}: say --note COLUMN`)
  }
  const lost = dropped.filter(
    ({ reason }) => reason === 'empty' || reason === 'punctuation' || reason === 'placeholder',
  )
  if (named.note === undefined && rows >= ENOUGH_ROWS && lost.length > rows * MOST_DROPPED) {
    doubts.push(
      `${lost.length} of ${rows} rows hold no note in the note column "${note && nameOf(note)}": say --note COLUMN`,
    )
  }
  for (const [role, column] of [
    ['persona', persona],
    ['quadrant', quadrant],
  ] as const) {
    if (column?.because !== 'header') continue
    if (!areMostlyUnique(records, column.index)) continue
    doubts.push(
      `most names in the ${role} column "${nameOf(column)}" occur once: say --${role} COLUMN, also if it is right`,
    )
  }
  return doubts
}

/** Headers that are equal are told apart by their numbers, which --note takes too. */
function distinctNames(columns: readonly Column[]): string[] {
  const names = columns.map(nameOf)
  return columns.map((column, index) =>
    names.filter((name) => name === names[index]).length > 1
      ? `"${nameOf(column)}" (column ${column.index + 1})`
      : `"${nameOf(column)}"`,
  )
}

function areMostlyUnique(records: Table['records'], index: number): boolean {
  const names = new Set<string>()
  let filled = 0
  for (const record of records) {
    const name = record[index]?.trim() ?? ''
    if (name === '') continue
    names.add(name)
    filled++
  }
  return filled >= ENOUGH_ROWS && names.size > filled * MOST_UNIQUE
}
