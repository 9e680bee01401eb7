import { oneLine } from '../../text/clean-text.js'
import { ANY_QUADRANT, EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { filledIn } from '../cells.js'
import { type Column, type ColumnChoice, nameOf } from '../columns.js'
import { IS_EMPTY_LIST } from '../judge-cells.js'
import type { Drop, DropReason, Note } from '../note.js'
import { readVotes } from '../read-votes.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import type { Reading, ReadOptions, Withheld } from './export-kind.js'
import { rowsOf, settleTable } from './settle-table.js'

type Cells = readonly string[]

/** A tool that leaves out what is empty at the end of rows does so in more of them. */
const FEW_CUT = 0.05

/** Where the parts of a note stand in a table with one note a row. */
export type TallLayout = {
  columns: ColumnChoice
  /** The columns whose cells make the text of a note, joined by line breaks; the note column alone where absent. */
  parts?: readonly Column[] | undefined
  /** Says what a cell holds that is written in a way of the tool's own. */
  decodeCell?: ((cell: string) => string) | undefined
  /** Names the quadrant of a record; the cell of the quadrant column where absent. */
  quadrantOf?: ((record: Cells, index: number) => string) | undefined
  /** Names the persona of a record; the cell of the persona column where absent. */
  personaOf?: ((record: Cells) => string) | undefined
  /** Whether a record names who the notes below it are about, and is none. */
  isHeading?: ((record: Cells) => boolean) | undefined
  /** Says why a record is no note, although it has text. */
  dropped?: ((record: Cells) => DropReason | undefined) | undefined
  withheld?: readonly Withheld[] | undefined
}

/** Reads one note a row: every record is a note or dropped. */
export function readTall(table: Table, layout: TallLayout, { source }: ReadOptions): Reading {
  const { columns, dropped: reasonFor = () => undefined, decodeCell = (cell) => cell } = layout
  const { note, persona, votes } = columns
  const parts = layout.parts ?? [note]
  const { records, surplus, foreign, warnings: settled } = settleTable(table)
  const settledTable = { ...table, records }
  const textOf = (record: Cells): string =>
    parts.length === 1
      ? decodeCell(record[note.index] ?? '')
      : parts
          .map(({ index }) => decodeCell(record[index]?.trim() ?? ''))
          .filter((part) => part !== '' && !IS_EMPTY_LIST.test(part))
          .join('\n')
  const personaOf = layout.personaOf ?? nameReader(persona?.index, settledTable, EVERYONE)
  const quadrantOf = layout.quadrantOf ?? nameReader(columns.quadrant?.index, settledTable, ANY_QUADRANT)
  const notes: Note[] = []
  const dropped: Drop[] = [...surplus]
  const oddVotes: number[] = []
  const cutShort: number[] = []
  let cells = records.length + surplus.length

  records.forEach((record, index) => {
    const row = index + 1
    const content = splitCell(textOf(record))
    const isHeading = layout.isHeading?.(record) ?? false
    const own = 'reason' in content ? content.reason : reasonFor(record)
    const reason = foreign.get(index) ?? (isHeading ? 'heading' : own)
    if (reason) dropped.push({ row, reason })
    if (reason === 'empty' && record.length < table.header.length && filledIn(record) > 0) cutShort.push(row)
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

  const warnings = [...settled]
  if (cutShort.length > 0 && cutShort.length <= Math.max(2, records.length * FEW_CUT)) {
    warnings.push(
      `${rowsOf(cutShort)} ${cutShort.length === 1 ? 'ends' : 'end'} before the column of notes, and what stands there is not read; a note with a line break in it must stand in quotation marks`,
    )
  }
  if (votes && oddVotes.length > 0) {
    warnings.push(
      `the votes column "${nameOf(votes)}" holds no whole number in ${rowsOf(oddVotes)}, which counts as 0`,
    )
  }
  return {
    notes,
    dropped: surplus.length > 0 ? dropped.sort((a, b) => a.row - b.row) : dropped,
    header: table.header,
    rows: records.length,
    cells,
    columns,
    noteColumns: parts,
    ...(layout.withheld && { withheld: layout.withheld }),
    warnings,
  }
}

/** How a record's persona or quadrant is read: one name for all where the column is absent or wholly blank. */
export function nameReader(
  index: number | undefined,
  { records }: Pick<Table, 'records'>,
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
