import { oneLine } from '../../text/clean-text.js'
import { EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { fold } from '../../text/fold.js'
import { columnsFor, columnsOf, judgeColumns } from '../columns.js'
import { isLinks } from '../is-links.js'
import type { Drop, DropReason, Note } from '../note.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'
import { everyRow } from './lines-of.js'
import { signOffAt } from './sign-off.js'
import { splitHeadings, splitKnown } from './split-heading.js'

type Row = { row: number; text: string }

const UNTITLED = /^(?:(?:frame|rahmen|cadre|marco|quadro|cornice|kader|ramka|フレーム|프레임)(?: \d+)?|)$/i
const LICENCE =
  /©|creativecommons|\bCC[ -]BY\b|\blicen[sc]ed (?:under|by)\b|\bcopyright (?:\(c\)|\d{4}|by)(?!\p{L})|\bunder (?:the |an? )?(?:[\w.-]{1,20} ){0,5}licen[sc]e\b/iu

/**
 * Blocks of rows without a header, as Miro writes a board: a block is a frame, its first row the frame's title.
 * Headings, template questions, licence lines and stickies are rows alike. A row that names a quadrant begins
 * one, and the question right below it belongs to the template; one frame may hold several headings. A title that is none of a
 * quadrant is whose frame it is where frames have headings, else it is the quadrant. A second column holds links.
 */
export const blocksExport: ExportKind = {
  name: 'blocks',
  tools: ['miro'],
  recognise: (table, options) => {
    const isNarrow = isNarrowRow(table.header) && table.records.every(isNarrowRow)
    if (!isNarrow || options.named.note !== undefined) return undefined
    if (columnsFor(judgeColumns(table), 'note').length > 0) return undefined
    const rows = allRows(table)
    const filled = rows.filter(({ text }) => text !== '')
    const blocks = blocksOf(rows)
    const blanks = rows.length - filled.length
    const known = filled.filter(({ text }) => options.isQuadrant(text)).length
    const headings = known + recurringIn(blocks).size
    const titles = blocks.map(titleOf)
    const titled = splitHeadings(titles, options.isQuadrant).map(
      (split, index) => split ?? splitKnown(titles[index] ?? '', options.isQuadrant),
    )
    const isSeparated =
      blanks >= 1 &&
      blocks.length >= 2 &&
      (headings >= 1 ||
        titled.filter((split) => split !== undefined).length >= 2 ||
        rows.some(({ text }) => /^frame\b/i.test(text)) ||
        rows[0]?.text === '')
    // a list that begins with a quadrant and goes on to another needs no blank rows
    const isBlocks = isSeparated || (known >= 2 && options.isQuadrant(filled[0]?.text ?? ''))
    return isBlocks ? `blocks of rows without a header, ${headings} of them named as quadrants` : undefined
  },
  read: readBlocks,
}

const isNarrowRow = (record: readonly string[]): boolean =>
  record.slice(1).every((cell) => cell.trim() === '' || isLinks(cell))

/** Without a header the first row is a row like the others. */
function allRows(table: Table): Row[] {
  return everyRow(table).map((record, index) => ({ row: index + 1, text: oneLine(record[0] ?? '') }))
}

/** Rows → blocks: a block begins with its title, which may be blank, and ends before the next blank row. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = []
  let isOpen = false
  for (const row of rows) {
    if (row.text === '' && isOpen) {
      isOpen = false
      continue
    }
    if (!isOpen) blocks.push([])
    isOpen = true
    blocks.at(-1)?.push(row)
  }
  return joinTitles(blocks)
}

/** Where every other block is one row alone, a blank row stands between the title of a frame and its notes. */
function joinTitles(blocks: Row[][]): Row[][] {
  const isTitle = (block: readonly Row[], index: number): boolean =>
    (block.length === 1) === (index % 2 === 0)
  if (blocks.length < 4 || blocks.length % 2 === 1 || !blocks.every(isTitle)) return blocks
  return blocks.flatMap((block, index) => (index % 2 === 0 ? [[...block, ...(blocks[index + 1] ?? [])]] : []))
}

const titleOf = (block: readonly Row[]): string => block[0]?.text ?? ''

function readBlocks(table: Table, { source, ...options }: ReadOptions): Reading {
  const notes: Note[] = []
  const dropped: Drop[] = []
  const cells = everyRow(table).map((record) => record[0] ?? '')
  const all = allRows(table)
  const end = signOffAt(all.map(({ text }) => text)) ?? all.length
  const rows = all.slice(0, end)
  const blocks = blocksOf(rows)
  const recurring = recurringIn(blocks)
  const isQuadrant = (text: string): boolean => options.isQuadrant(text) || recurring.has(fold(text))
  const inBlocks = new Set(blocks.flat().map(({ row }) => row))
  const drop = (row: number, reason: DropReason): void => void dropped.push({ row, reason })
  for (const { row } of rows) if (!inBlocks.has(row)) drop(row, 'empty')
  for (const { row, text } of all.slice(end)) drop(row, text === '' ? 'empty' : 'not a note')

  const splits = splitHeadings(blocks.map(titleOf), isQuadrant)
  const personas = personasOf(blocks, isQuadrant)
  let parts = 0
  for (const [index, block] of blocks.entries()) {
    const title = titleOf(block)
    const split = splits[index]
    const isHeadingTitle = isQuadrant(title)
    let persona = split?.persona ?? (personas.has(title) ? title : EVERYONE)
    let quadrant = split?.quadrant ?? ''
    const [first] = block
    if (first && !isHeadingTitle) drop(first.row, title === '' ? 'empty' : 'heading')
    const fallback = UNTITLED.test(title) || personas.has(title) ? '' : title
    let isBelowHeading = false
    for (const [at, { row, text }] of block.entries()) {
      if (at === 0 && !isHeadingTitle) continue
      const own = splitKnown(text, isQuadrant)
      const isTemplate = at === 1 && fallback === '' && quadrant === '' && isHeadingOfTemplate(block, at)
      if (isQuadrant(text) || own || isTemplate) {
        quadrant = own?.quadrant ?? text
        persona = own?.persona ?? persona
        isBelowHeading = true
        drop(row, 'heading')
      } else if (isBelowHeading && /[?？]$/.test(text)) {
        isBelowHeading = false
        drop(row, 'template')
      } else if (isLinks(text) || LICENCE.test(text)) {
        drop(row, 'template')
      } else {
        isBelowHeading = false
        const content = splitCell(cells[row - 1] ?? '')
        if ('reason' in content) {
          drop(row, content.reason)
          continue
        }
        parts += content.texts.length - 1
        const rest = { persona, quadrant: quadrant || fallback || UNSPECIFIED, place: { source, row } }
        addNotes(notes, content.texts, rest)
      }
    }
  }
  const kept = withoutCopies(notes)
  const gone = notes.filter((note) => !kept.has(note))
  for (const { place } of gone) drop(place.row, 'copy')
  const header = ['']
  return {
    notes: notes.filter((note) => kept.has(note)),
    dropped: dropped.sort((a, b) => a.row - b.row),
    header,
    rows: cells.length,
    cells: cells.length + parts,
    columns: {},
    noteColumns: columnsOf(header),
    warnings: [],
  }
}

/** Two short rows or more that stand in most frames are their headings, although nobody knows them. */
function recurringIn(blocks: readonly Row[][]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    const own = new Set(
      block
        .slice(1)
        .map(({ text }) => text)
        .filter(isShort)
        .map(fold),
    )
    for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const most = [...counts].filter(([, count]) => count >= 2 && count >= blocks.length * 0.6)
  return new Set(most.length >= 2 ? most.map(([text]) => text) : [])
}

const isShort = (text: string): boolean => text !== '' && text.split(/\s+/).length <= 4

/** In a frame without a title the first words are a heading where a template's question stands right below them. */
function isHeadingOfTemplate(block: readonly Row[], at: number): boolean {
  const [own, below] = [block[at]?.text ?? '', block[at + 1]?.text ?? '']
  return own.split(/\s+/).length <= 5 && /[?？]$/.test(below) && !/[?？.!]$/.test(own)
}

/** Titles of frames are personas where at least two of the frames hold headings of quadrants, and the titles are none. */
function personasOf(blocks: readonly Row[][], isQuadrant: (heading: string) => boolean): ReadonlySet<string> {
  const withHeadings = blocks.filter(
    (block) =>
      !UNTITLED.test(titleOf(block)) &&
      !isQuadrant(titleOf(block)) &&
      block.slice(1).some(({ text }) => isQuadrant(text)),
  )
  const titles = new Set(withHeadings.map(titleOf))
  const headings = withHeadings.map((block) =>
    block
      .slice(1)
      .filter(({ text }) => isQuadrant(text))
      .map(({ text }) => fold(text)),
  )
  const doShare = headings.some((own, index) =>
    headings.some((other, at) => at !== index && own.some((name) => other.includes(name))),
  )
  return titles.size >= 2 && doShare ? titles : new Set()
}

/** Objects outside frames come once more at the end; one that stands in a frame too is a copy. */
function withoutCopies(notes: readonly Note[]): ReadonlySet<Note> {
  const framed = new Set(
    notes.filter(({ quadrant }) => quadrant !== UNSPECIFIED).map(({ text }) => fold(text)),
  )
  return new Set(
    notes.filter(
      ({ quadrant, text, place }) =>
        quadrant !== UNSPECIFIED || place.part !== undefined || !framed.has(fold(text)),
    ),
  )
}
