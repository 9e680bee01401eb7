import { fillRight } from '../cells.js'
import { kindOf } from '../column-kinds.js'
import {
  type Column,
  columnNamed,
  columnsFor,
  type JudgedColumn,
  judgeColumns,
  namedNotes,
} from '../columns.js'
import type { Table } from '../table.js'
import type { ExportKind, ReadOptions, Withheld } from './export-kind.js'
import { fillMergedCells } from './fill-merged.js'
import { furtherHeadings } from './further-headings.js'
import { isTall } from './is-tall.js'
import { type NoteColumn, readWide } from './read-wide.js'
import { splitHeadings } from './split-heading.js'
import { splitPrefixes } from './split-prefixes.js'
import { withheldOf } from './withheld.js'

/** A table whose columns are quadrants and whose every cell is a note, as EasyRetro and hand-made sheets have it. */
export const wideExport: ExportKind = {
  name: 'wide',
  tools: [
    'easyretro',
    'funretro',
    'teamretro',
    'retrium',
    'metroretro',
    'ideaboardz',
    'goretro',
    'retrotool',
  ],
  takesSeveral: true,
  recognise: (whole, options) => {
    if (namedNotes(options.named).length === 1) return undefined
    const table = mergePersonaRow(whole, options)
    const judged = judgeColumns(table)
    const known = quadrantColumns(judged, options).filter(({ isKnown }) => isKnown)
    const isNamed = namedNotes(options.named).length > 1
    const isByShape = isBoardByShape(table, judged, known.length, options) || isRowOfLists(table)
    if (!isNamed && known.length < 2 && !isByShape) return undefined
    const names = noteColumnsOf(table, judged, options).noteColumns.map(({ header }) => `"${header}"`)
    return names.length >= 2 ? `a column for each of ${names.join(', ')}` : undefined
  },
  read: (whole, options) => {
    const table = mergePersonaRow(whole, options)
    const judged = judgeColumns(table)
    const { noteColumns, persona, withheld } = noteColumnsOf(table, judged, options)
    const columns = persona ? { persona } : {}
    const { filled, warnings } = fillMergedCells(table, columns)
    const template = templateRow(filled, noteColumns)
    const dropped = (record: readonly string[]) => (record === template ? ('template' as const) : undefined)
    const read = readWide(filled, { noteColumns, columns, withheld, dropped }, options)
    const hasPersonas = noteColumns.some((column) => column.persona !== undefined)
    const reading = hasPersonas ? read : splitPrefixes(read, options)
    const doubts = [...(reading.doubts ?? []), ...furtherHeadings(filled, noteColumns, options)]
    return { ...reading, warnings: [...reading.warnings, ...warnings], doubts }
  },
}

type Candidate = NoteColumn & { isKnown: boolean }

/** What each column would be as a quadrant; "Pains 1" and "Pains 2" are one. */
function quadrantColumns(judged: readonly JudgedColumn[], { isQuadrant }: ReadOptions): Candidate[] {
  const headings = judged.map(({ header }) => withoutNumber(header))
  const split = splitHeadings(headings, isQuadrant)
  return judged.map(({ index, header }, at) => {
    const heading = headings[at] ?? ''
    const own = split[at]
    return {
      index,
      header,
      quadrant: own?.quadrant ?? (heading || `Column ${index + 1}`),
      persona: own?.persona,
      isKnown: own !== undefined || isQuadrant(heading),
    }
  })
}

const withoutNumber = (header: string): string => header.replace(/(?<!\s)\s*[#(]?\d{1,2}\)?$/, '')

/** The columns that were named; else all that hold text, once it is plain that columns are quadrants. */
function noteColumnsOf({ header }: Table, judged: readonly JudgedColumn[], options: ReadOptions) {
  const { named, file, saidBy } = options
  const candidates = quadrantColumns(judged, options)
  const chosen = namedNotes(named).map((name) => columnNamed(header, 'note', name, file, saidBy).index)
  const persona =
    named.persona === undefined
      ? personaColumn(
          judged.filter(({ index }) => !chosen.includes(index)),
          candidates,
        )
      : columnNamed(header, 'persona', named.persona, file, saidBy)
  const isNote = ({ index, isKnown, quadrant }: Candidate): boolean => {
    if (index === persona?.index) return false
    if (chosen.length > 0) return chosen.includes(index)
    const column = judged[index]
    if (isKnown || !column) return true
    const isMeant = column.header !== '' || (index > 0 && column.profile.filled.length > 1)
    return isMeant && quadrant !== '' && isText(column)
  }
  const noteColumns = candidates.filter(isNote).map((column): Candidate => {
    return { ...column, votes: votesBeside(column, judged) }
  })
  const taken = new Set([
    ...noteColumns.flatMap(({ index, votes }) => [index, votes ?? index]),
    ...(persona ? [persona.index] : []),
  ])
  const withheld: Withheld[] = withheldOf(judged, taken, chosen.length > 0)
  return { noteColumns, persona, withheld }
}

/** The column right behind one of notes may hold their votes, by its header and its numbers. */
function votesBeside({ index }: Column, judged: readonly JudgedColumn[]): number | undefined {
  const next = judged[index + 1]
  return next && columnsFor([next], 'votes').length > 0 ? next.index : undefined
}

/** What a template asks stands below its headings, before the first notes: a question in every column, and nowhere else. */
function templateRow({ records }: Table, noteColumns: readonly NoteColumn[]): readonly string[] | undefined {
  const [first, ...rest] = records
  const asks = (record: readonly string[]): number =>
    noteColumns.filter(({ index }) => /[?？]$/.test(record[index]?.trim() ?? '')).length
  const isTemplate = first && noteColumns.length >= 2 && rest.length > 0 && asks(first) === noteColumns.length
  return isTemplate && rest.every((record) => asks(record) === 0) ? first : undefined
}

/** A column whose cells may be notes, although nobody knows its heading. */
function isText({ header, profile }: JudgedColumn): boolean {
  return ['open', 'short', 'empty'].includes(kindOf(header, profile))
}

/** The column that says whose a row is: by its header, or the first one where it has none and the others are quadrants. */
function personaColumn(judged: readonly JudgedColumn[], candidates: readonly Candidate[]) {
  const free = judged.filter(({ index }) => !candidates[index]?.isKnown)
  const [best, ...runnersUp] = columnsFor(free, 'persona')
  if (best) return { index: best.index, header: best.header, because: 'header' as const, runnersUp }
  const [first] = judged
  const isLabel =
    first?.header === '' &&
    first.profile.filled.length > 0 &&
    first.profile.words <= 3 &&
    first.profile.sentences < 0.3
  return isLabel && first.profile.numbers < 0.5
    ? { index: first.index, header: first.header, because: 'header' as const, runnersUp: [] as Column[] }
    : undefined
}

/**
 * Every column holds text, none says what tables have, and no cell stands twice in its column; and it looks like a board: one
 * heading is known, or columns are filled from the top to another depth, or all hold several words.
 */
function isBoardByShape(
  { header, records }: Table,
  judged: readonly JudgedColumn[],
  known: number,
  { named, isQuadrant }: ReadOptions,
): boolean {
  if (named.quadrant !== undefined || named.persona !== undefined || isTall(judged, { isQuadrant }))
    return false
  const filled = judged.filter(({ header, profile }) => header !== '' || profile.filled.length > 0)
  if (filled.length < 2 || filled.some(({ header }) => header === '')) return false
  if (records.length < 2 || new Set(header.map((name) => name.trim())).size < filled.length) return false
  const isBoard = filled.every(
    (column) => isText(column) && !column.signs.some(({ role }) => role !== 'title' && role !== 'persona'),
  )
  const heights = filled.map(({ index }) => heightOf(records, index))
  const areFromTop = filled.every(({ index }, at) =>
    records.slice(0, heights[at]).every((record) => (record[index] ?? '').trim() !== ''),
  )
  const isRagged = areFromTop && new Set(heights).size > 1
  const isWordy = filled.every(
    ({ profile }) =>
      profile.distinct === profile.filled.length &&
      (profile.inWords ? profile.words >= 2 : profile.length >= 4),
  )
  return isBoard && (known >= 1 || isRagged || isWordy)
}

/** One row, and in each of its cells a list: a page of notes that was pasted into a sheet. */
function isRowOfLists({ header, records }: Table): boolean {
  const [only = []] = records
  const filled = only.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, index }]))
  return (
    records.length === 1 &&
    filled.length >= 2 &&
    filled.every(
      ({ cell, index }) =>
        (header[index] ?? '').trim() !== '' &&
        cell
          .trim()
          .split(/[\r\n]+/)
          .filter((line) => LISTED.test(line)).length >= 2,
    )
  )
}

const LISTED = /^\s*(?:[-*+•–]|\d{1,2}[.)])\s/

function heightOf(records: Table['records'], index: number): number {
  for (let row = records.length; row > 0; row--) {
    if ((records[row - 1]?.[index] ?? '').trim() !== '') return row
  }
  return 0
}

/** "No.", above the numbers of rows. */
const isNumbering = (cell: string): boolean =>
  /^(?:#|no\.?|nr\.?|n°|num|number|nummer|lp\.?|番号|번호|id)$/i.test(cell.trim())

/** Names with gaps between them, and below each of them the same few labels: whoever the columns are about, and what. */
function doComeAgain(
  header: readonly string[],
  lower: readonly string[],
  named: readonly number[],
  below: readonly number[],
): boolean {
  const each = below.length / named.length
  if (named.length < 2 || each < 2 || !Number.isInteger(each) || header.length !== below.length) return false
  const labels = lower.map((cell) => cell.trim())
  const areShort = labels.every((label) => label !== '' && label.split(/\s+/).length <= 3)
  return (
    areShort &&
    new Set(labels).size === each &&
    labels.every((label, index) => label === labels[index % each])
  )
}

/**
 * Two header rows, personas over quadrants or quadrants over personas: one header of both. The upper row has a name above
 * the first of its columns, as merged cells are saved.
 */
function mergePersonaRow(table: Table, { isQuadrant, headerRows }: ReadOptions): Table {
  const { header, records } = table
  const [lower = []] = records
  if (headerRows !== undefined || records.length < 2) return table
  const named = header.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]))
  const below = lower.flatMap((cell, index) => (cell.trim() === '' || isNumbering(cell) ? [] : [index]))
  const knownBelow = below.filter((index) => isQuadrant(lower[index] ?? '')).length
  const knownAbove = named.filter((index) => isQuadrant(header[index] ?? '')).length
  const isMerged =
    named.length < below.length || new Set(named.map((index) => header[index])).size < named.length
  const doRepeat = new Set(below.map((index) => lower[index]?.trim())).size < below.length
  const isBelow =
    (knownBelow >= 2 && knownBelow === below.length && knownAbove === 0) ||
    doComeAgain(header, lower, named, below)
  const isAbove = knownAbove >= 2 && knownAbove === named.length && knownBelow === 0 && doRepeat
  if (!isMerged || !(isBelow || isAbove)) return table
  const upper = fillRight(header, Math.max(header.length, lower.length))
  const merged = upper.map((above, index) => {
    const own = lower[index]?.trim() ?? ''
    return own === '' ? (header[index] ?? '').trim() : above === '' ? own : `${above} – ${own}`
  })
  return { ...table, header: merged, records: records.slice(1) }
}
