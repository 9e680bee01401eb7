import { EVERYONE } from '../../text/everyone.js'
import type { Column, ColumnChoice } from '../columns.js'
import type { Drop, Note } from '../note.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import type { Reading, ReadOptions, Withheld } from './export-kind.js'
import { nameReader } from './read-tall.js'

/** A column each of whose cells is a note, and the quadrant that all of them are in. */
export type QuadrantColumn = Column & { quadrant: string }

export type WideLayout = {
  noteColumns: readonly QuadrantColumn[]
  columns: Pick<Partial<ColumnChoice>, 'persona'>
  withheld?: readonly Withheld[]
}

const VOTES = /\s*\((\d{1,6}) votes?\)$/i

/** Reads one note a cell: every cell of the note columns is a note or dropped. */
export function readWide(
  table: Table,
  { noteColumns, columns, withheld }: WideLayout,
  { source }: ReadOptions,
): Reading {
  const { header, records } = table
  const personaOf = nameReader(columns.persona?.index, table, EVERYONE)
  const notes: Note[] = []
  const dropped: Drop[] = []
  let cells = records.length * noteColumns.length
  const hasVotes = records.some((record) => noteColumns.some(({ index }) => VOTES.test(record[index] ?? '')))

  records.forEach((record, recordIndex) => {
    const row = recordIndex + 1
    for (const { index, quadrant } of noteColumns) {
      const place = { row, column: index + 1 }
      const cell = (record[index] ?? '').trim()
      const content = splitCell(hasVotes ? cell.replace(VOTES, '') : cell)
      if ('reason' in content) {
        dropped.push({ ...place, reason: content.reason })
        continue
      }
      cells += content.texts.length - 1
      const rest = {
        persona: personaOf(record),
        quadrant,
        ...(hasVotes && { votes: Number(VOTES.exec(cell)?.[1] ?? 0) }),
        place: { source, ...place },
      }
      addNotes(notes, content.texts, rest)
    }
  })
  const reading: Reading = {
    notes,
    dropped,
    header,
    rows: records.length,
    cells,
    columns,
    noteColumns,
    warnings: [],
  }
  return withheld ? { ...reading, withheld } : reading
}
