import { oneLine } from '../../text/clean-text.js'
import { EVERYONE } from '../../text/everyone.js'
import type { Column, ColumnChoice } from '../columns.js'
import type { Drop, DropReason, Note } from '../note.js'
import { readVotes } from '../read-votes.js'
import { addsNothing } from '../say-nothing.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import { hasVotesBehind, votesBehind } from '../votes-behind.js'
import type { Reading, ReadOptions, Withheld } from './export-kind.js'
import { nameReader } from './read-tall.js'
import { settleTable } from './settle-table.js'

/** A column each of whose cells is a note, and the quadrant, and if its header says so the persona, that all of them are about. */
export type NoteColumn = Column & {
  quadrant: string
  persona?: string | undefined
  /** Index of the column that holds the votes of its cells, where it has one. */
  votes?: number | undefined
}

export type WideLayout = {
  noteColumns: readonly NoteColumn[]
  columns: Pick<Partial<ColumnChoice>, 'persona' | 'quadrant'>
  withheld?: readonly Withheld[] | undefined
  /** Says why the cells of a record are no notes, although they have text. */
  dropped?: ((record: readonly string[]) => DropReason | undefined) | undefined
}

/** Reads one note a cell: every cell of the note columns is a note or dropped. */
export function readWide(
  table: Table,
  { noteColumns, columns, withheld, dropped: reasonFor = () => undefined }: WideLayout,
  { source }: ReadOptions,
): Reading {
  const { records, surplus, foreign, warnings } = settleTable(table)
  const personaOf = nameReader(columns.persona?.index, { records }, EVERYONE)
  const { quadrant: quadrantColumn } = columns
  const notes: Note[] = []
  const dropped: Drop[] = [...surplus]
  let cells = records.length * noteColumns.length + surplus.length
  const hasVotesInCells = hasVotesBehind(
    records.flatMap((record) => noteColumns.map(({ index }) => record[index] ?? '')),
  )
  const hasVotes = hasVotesInCells || noteColumns.some((column) => column.votes !== undefined)

  records.forEach((record, recordIndex) => {
    const row = recordIndex + 1
    const isForeign = foreign.get(recordIndex)
    for (const { index, header, quadrant, persona, votes: beside } of noteColumns) {
      const place = { row, column: index + 1 }
      const cell = (record[index] ?? '').trim()
      const { text, votes: behind } = hasVotesInCells ? votesBehind(cell) : { text: cell, votes: 0 }
      const votes = behind + (beside === undefined ? 0 : (readVotes(record[beside] ?? '') ?? 0))
      const content = splitCell(text)
      const own = addsNothing(header, text) ? 'placeholder' : reasonFor(record)
      const reason = isForeign ?? ('reason' in content ? content.reason : own)
      if (reason) dropped.push({ ...place, reason })
      if (reason || 'reason' in content) continue
      cells += content.texts.length - 1
      const rest = {
        persona: persona ?? personaOf(record),
        quadrant: quadrantColumn ? oneLine(record[quadrantColumn.index] ?? '') || quadrant : quadrant,
        ...(hasVotes && { votes }),
        place: { source, ...place },
      }
      addNotes(notes, content.texts, rest)
    }
  })
  return {
    notes,
    dropped: surplus.length > 0 ? dropped.sort((a, b) => a.row - b.row) : dropped,
    header: table.header,
    rows: records.length,
    cells,
    columns,
    noteColumns,
    ...(quadrantColumn ? {} : { quadrants: [...new Set(noteColumns.map(({ quadrant }) => quadrant))] }),
    ...(withheld && { withheld }),
    warnings: [...warnings],
  }
}
