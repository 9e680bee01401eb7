import { cleanText, oneLine } from '../../text/clean-text.js'
import { EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { fold } from '../../text/fold.js'
import { columnByAlias, columnsOf } from '../columns.js'
import type { Drop, DropReason, Note } from '../note.js'
import type { Table } from '../table.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'

type Row = { row: number; text: string }

const UNTITLED = /^(?:frame(?: \d+)?|)$/i
const LINK = /^https?:\/\/\S+$/i
const LICENCE = /\b(?:licen[sc]e|copyright|©|creativecommons|CC[ -]BY)\b/i

/**
 * Blocks of rows without a header, as Miro writes a board: a block is a frame, its first row the frame's title.
 * Headings, template questions, licence lines and stickies are rows alike. A row that names a quadrant begins
 * one, and the question right below it belongs to the template; one frame may hold several headings. Without a
 * heading the frame's title is the quadrant. A second column holds links, and is not read.
 */
export const blocksExport: ExportKind = {
  name: 'blocks',
  recognise: (table, options) => {
    const rows = allRows(table)
    const filled = rows.filter(({ text }) => text !== '')
    const isNarrow = [table.header, ...table.records].every((record) =>
      record.slice(1).every((cell) => cell.trim() === '' || LINK.test(cell.trim())),
    )
    const blanks = rows.length - filled.length
    const headings = filled.filter(({ text }) => options.isQuadrant(text)).length
    const isBlocks =
      isNarrow &&
      options.named.note === undefined &&
      !columnByAlias(table.header, 'note', () => true) &&
      blanks >= 2 &&
      (headings >= 1 || rows.some(({ text }) => /^frame\b/i.test(text)) || rows[0]?.text === '')
    return isBlocks ? `blocks of rows without a header, ${headings} of them named as quadrants` : undefined
  },
  read: readBlocks,
}

/** Without a header the first row is a row like the others. */
function allRows({ header, records }: Table): Row[] {
  return [header, ...records].map((record, index) => ({ row: index + 1, text: oneLine(record[0] ?? '') }))
}

function readBlocks(table: Table, { source, isQuadrant }: ReadOptions): Reading {
  const notes: Note[] = []
  const dropped: Drop[] = []
  const cells = [table.header, ...table.records].map((record) => record[0] ?? '')
  const drop = (row: number, reason: DropReason): void => void dropped.push({ row, reason })
  let title = ''
  let quadrant = ''
  let isTitle = true
  let isBelowHeading = false

  for (const { row, text } of allRows(table)) {
    const isHeading = isQuadrant(text)
    if (text === '' && !isTitle) {
      isTitle = true
      title = ''
      quadrant = ''
      drop(row, 'empty')
    } else if (isTitle && !isHeading) {
      isTitle = false
      isBelowHeading = false
      title = UNTITLED.test(text) ? '' : text
      drop(row, text === '' ? 'empty' : 'heading')
    } else if (isHeading) {
      isTitle = false
      isBelowHeading = true
      quadrant = text
      drop(row, 'heading')
    } else if (isBelowHeading && text.endsWith('?')) {
      isBelowHeading = false
      drop(row, 'template')
    } else if (LINK.test(text) || LICENCE.test(text)) {
      drop(row, 'template')
    } else {
      isBelowHeading = false
      notes.push({
        text: cleanText(cells[row - 1] ?? ''),
        persona: EVERYONE,
        quadrant: quadrant || title || UNSPECIFIED,
        place: { source, row },
      })
    }
  }
  const kept = withoutCopies(notes)
  for (const { place } of notes.filter((note) => !kept.includes(note))) drop(place.row, 'copy')
  const header = ['']
  return {
    notes: kept,
    dropped: dropped.sort((a, b) => a.row - b.row),
    header,
    rows: cells.length,
    cells: cells.length,
    columns: {},
    noteColumns: columnsOf(header),
    warnings: [],
  }
}

/** Objects outside frames come once more at the end; one that stands in a frame too is a copy. */
function withoutCopies(notes: readonly Note[]): Note[] {
  const framed = new Set(
    notes.filter(({ quadrant }) => quadrant !== UNSPECIFIED).map(({ text }) => fold(text)),
  )
  return notes.filter(({ quadrant, text }) => quadrant !== UNSPECIFIED || !framed.has(fold(text)))
}
