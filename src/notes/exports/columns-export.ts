import { UserError } from '../../errors/user-error.js'
import { KIND_NAMES, kindOf } from '../column-kinds.js'
import {
  type ChosenColumn,
  type Column,
  type ColumnChoice,
  columnsFor,
  holdsOwnStages,
  holdsQuadrants,
  type JudgedColumn,
  judgeColumns,
  namedColumns,
  nameOf,
} from '../columns.js'
import type { DropReason } from '../note.js'
import type { Table } from '../table.js'
import { archivedReader } from './archived.js'
import { isCluster, isRating } from './clusters.js'
import { doubtsAboutColumns } from './doubt-columns.js'
import { dropOtherAnswers } from './drop-other-answers.js'
import type { ExportKind, ReadOptions } from './export-kind.js'
import { fillMergedCells } from './fill-merged.js'
import { personaRows } from './persona-rows.js'
import { readTall } from './read-tall.js'
import { settleTable } from './settle-table.js'
import { isShape, shapeColumn, warnOfShapes } from './shape-types.js'
import { splitPrefixes } from './split-prefixes.js'
import { withheldOf } from './withheld.js'

/** A table with one note a row, its columns named in the first row: what every tool can write. */
export const columnsExport: ExportKind = {
  name: 'columns',
  tools: ['excel', 'figjam', 'stormboard', 'klaxoon', 'groupmap', 'notion', 'jira', 'planner', 'airtable'],
  recognise: ({ header }) =>
    `one note a row, columns named in the first row (${header.length} ${header.length === 1 ? 'column' : 'columns'})`,
  read: (table, options) => {
    const judged = judgeColumns(firstTable(table))
    const choice = chooseColumns(judged, table, options)
    const { columns, parts } = choice
    const { filled, warnings } = fillMergedCells(table, columns)
    const { shapes } = choice
    const isArchived = archivedReader(judged)
    const persons = personaRows(filled, parts, columns)
    const dropped = (record: readonly string[]): DropReason | undefined =>
      shapes && isShape(record, shapes) ? 'not a note' : isArchived?.(record)
    const taken = new Set(
      [...parts, columns.persona, columns.quadrant, columns.votes].map((column) => column?.index ?? -1),
    )
    const withheld = withheldOf(judged, taken)
    const read = readTall(filled, { columns, parts, dropped, withheld, ...persons }, options)
    const reading = dropOtherAnswers(splitPrefixes(read, options))
    return {
      ...reading,
      warnings: [...reading.warnings, ...choice.warnings, ...warnings, ...warnOfShapes(table, shapes)],
      doubts: doubtsAboutColumns(reading, choice.rivals, table, options),
    }
  },
}

/** So few rows are looked through for another table below, by whose cells no column is judged. */
const FEW_ROWS = 2_000

function firstTable(table: Table): Table {
  const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '')
  if (table.records.length > FEW_ROWS || !table.records.some(isBlank)) return table
  const second = [...settleTable(table).foreign].find(([, reason]) => reason === 'second table')
  return second ? { ...table, records: table.records.slice(0, second[0]) } : table
}

type Choice = {
  columns: ColumnChoice
  /** The columns that make a note's text. */
  parts: readonly Column[]
  /** The column that says of what shape a row is, where most are. */
  shapes: JudgedColumn | undefined
  /** Others that could be the notes. */
  rivals: readonly Column[]
  warnings: string[]
}

/** The column for each role: the one that was named, else the best by header and cells. */
function chooseColumns(judged: readonly JudgedColumn[], table: Table, options: ReadOptions): Choice {
  const { file, named, saidBy } = options
  const said = namedColumns(table.header, named, file, saidBy)
  const taken = new Set(Object.values(said).map(({ index }) => index))
  const free = judged.filter(({ index }) => !taken.has(index))
  const { note, parts, rivals } = said.note
    ? { note: said.note, parts: [said.note], rivals: [] }
    : findNotes(free, table, options)
  const shapes = shapeColumn(judged)
  const usable = free.filter(
    (column) => column !== shapes && !parts.some(({ index }) => index === column.index),
  )
  const ofQuadrants = usable.filter((column) => holdsQuadrants(column, options.isQuadrant))
  const known = ofQuadrants.find(({ profile }) => profile.distinct > 1) ?? ofQuadrants[0]
  const stages = usable.find(holdsOwnStages)
  const quadrant =
    said.quadrant ??
    (known && byCells(known)) ??
    best(columnsFor(usable, 'quadrant')) ??
    (stages && byCells(stages))
  const rest = usable.filter(({ index }) => index !== quadrant?.index)
  const persona =
    said.persona ?? best(columnsFor(rest, 'persona').filter((column) => !isCluster(column, judged)))
  const votes = said.votes ?? best(columnsFor(rest, 'votes').filter((column) => !isRating(column, note)))
  const columns = {
    note,
    ...(persona && { persona }),
    ...(quadrant && { quadrant }),
    ...(votes && { votes }),
  }
  return { columns, parts, shapes, rivals, warnings: numberedGroups(usable, columns) }
}

const best = ([first, ...runnersUp]: readonly JudgedColumn[]): ChosenColumn | undefined =>
  first && { index: first.index, header: first.header, because: 'header', runnersUp }

const byCells = ({ index, header }: Column): ChosenColumn => ({
  index,
  header,
  because: 'cells',
  runnersUp: [],
})

/** The note's columns: one by itself, or a title with what describes it. */
function findNotes(
  free: readonly JudgedColumn[],
  table: Table,
  { file, isQuadrant }: ReadOptions,
): Pick<Choice, 'parts' | 'rivals'> & { note: ChosenColumn } {
  const possible = free.filter((column) => !holdsQuadrants(column, isQuadrant))
  const notes = sparseLast(columnsFor(possible, 'note').filter(isProse))
  const details = columnsFor(possible, 'detail').filter((column) => !notes.includes(column))
  const [title] = [
    ...columnsFor(possible, 'title'),
    ...namesThatAreTitles(possible, free, notes, details, isQuadrant),
  ].filter((column) => !notes.includes(column) && isTitle(column))
  const [text, ...others] = notes
  const parts = [title, text, ...details].filter((part): part is JudgedColumn => part !== undefined)
  const unknown = possible.filter((column) => !parts.includes(column) && isUnknownProse(column))
  const [only, ...rest] = free
  const main = text ?? details[0] ?? title
  if (!main) {
    const alone =
      unknown.length === 1 ? unknown[0] : rest.length === 0 && only?.header === '' ? only : undefined
    if (!alone)
      throw isTransposed(table, isQuadrant)
        ? new UserError('table-turned', { file })
        : missing(free, table, file)
    const because = rest.length === 0 ? ('only column' as const) : ('cells' as const)
    return {
      note: { index: alone.index, header: alone.header, because, runnersUp: [] },
      parts: [alone],
      rivals: [],
    }
  }
  const rivals = [...(text ? others.filter((other) => isRival(other, text)) : []), ...unknown]
  const note: ChosenColumn = { index: main.index, header: main.header, because: 'header', runnersUp: rivals }
  return { note, parts, rivals }
}

/** A column that few rows fill is no column of notes beside one that most do. */
function sparseLast(columns: readonly JudgedColumn[]): JudgedColumn[] {
  const most = Math.max(0, ...columns.map(({ profile }) => profile.filled.length))
  const isSparse = ({ profile }: JudgedColumn): boolean => profile.filled.length < most * AS_MANY
  return [...columns.filter((column) => !isSparse(column)), ...columns.filter(isSparse)]
}

/** Words of several, below a header that says nothing that is known: it may be the notes, or a part of them. */
function isUnknownProse({ header, signs, profile }: JudgedColumn): boolean {
  const kind = kindOf(header, profile)
  if (signs.length > 0 || profile.filled.length === 0) return false
  return kind === 'open' || (kind === 'short' && profile.filled.length < 5 && profile.words >= 2)
}

/** Boards have short notes; a column of numbers, dates or choices that many rows share is none. */
function isProse({ signs, profile }: JudgedColumn): boolean {
  const isPlain = signs.some(({ role, how }) => role === 'note' && how === 1)
  return isPlain || profile.filled.length < 4 || profile.distinct > profile.filled.length / 3
}

/** A card has a title of its own; a few titles that stand again and again name boards. */
function isTitle({ profile: { filled, distinct } }: JudgedColumn): boolean {
  return filled.length < 4 || distinct >= filled.length * 0.5
}

/** A task list calls the title "Name": its cells are no names of people, and another column tells more. */
function namesThatAreTitles(
  possible: readonly JudgedColumn[],
  free: readonly JudgedColumn[],
  notes: readonly JudgedColumn[],
  details: readonly JudgedColumn[],
  isQuadrant: ReadOptions['isQuadrant'],
): JudgedColumn[] {
  const isTaskList = free.some(
    (column) =>
      OF_A_TASK_LIST.test(column.header.trim()) ||
      column.signs.some(({ role, how }) => role === 'quadrant' && how === 1) ||
      holdsQuadrants(column, isQuadrant),
  )
  if (notes.length + details.length === 0 && !isTaskList) return []
  return possible.filter(
    ({ header, signs, profile }) =>
      /^(?:name|nom|nombre|nome|naam|nazwa|名前|이름)$/i.test(header.trim()) &&
      signs.some(({ role }) => role === 'person') &&
      profile.names < 0.3 &&
      profile.sentences >= (isTaskList ? 0.3 : 0.5),
  )
}

const OF_A_TASK_LIST =
  /^(?:person|people|owner|status|assignee|assigned to|section\/column|projects?|parent task|due date|bucket name|zuständig|fällig(?: am)?|responsable|échéance|vencimiento|scadenza)$/i

/** A comment beside a note here and there is not read, and said. */
const AS_MANY = 0.25

/** Whether a second column of notes is as good as the first: nobody can tell without the user. */
function isRival(other: JudgedColumn, { signs, profile: main }: JudgedColumn): boolean {
  const howOf = (column: Pick<JudgedColumn, 'signs'>): number =>
    Math.min(...column.signs.filter(({ role }) => role === 'note').map(({ how }) => how))
  const isAsPlain = howOf(other) === howOf({ signs })
  const { filled, rows } = other.profile
  return (
    filled.length >= Math.max(1, main.filled.length * AS_MANY) &&
    (isAsPlain || (filled.length >= rows * 0.3 && kindOf(other.header, other.profile) === 'open'))
  )
}

/** Quadrants down the first column, and their notes beside them. */
function isTransposed({ header, records }: Table, isQuadrant: ReadOptions['isQuadrant']): boolean {
  const firsts = [header, ...records].map(([first = '']) => first.trim()).filter((first) => first !== '')
  return firsts.length >= 2 && new Set(firsts).size === firsts.length && firsts.every(isQuadrant)
}

/** What each column was taken for, for whoever must say which one holds the notes. */
function missing(free: readonly JudgedColumn[], table: Table, file: string): UserError {
  const columns = free.map((column) => {
    const kind = kindOf(column.header, column.profile)
    return `"${nameOf(column)}": ${KIND_NAMES[kind]}`
  })
  const lines =
    table.records.length === 1 ? table.records[0]?.filter((cell) => cell.includes('\n')).length : 0
  if (lines || (table.records.length === 0 && table.header.some((cell) => cell.includes('\n'))))
    return new UserError('cells-hold-lists', { file })
  return new UserError('note-column-missing', { file, columns })
}

/** A column that is called like a group and holds numbers is a place on the wall, not a name. */
function numberedGroups(free: readonly JudgedColumn[], { quadrant }: ColumnChoice): string[] {
  if (quadrant) return []
  return free
    .filter(({ signs, profile }) => profile.numbers > 0.8 && signs.some(({ role }) => role === 'quadrant'))
    .map(
      (column) =>
        `the column "${nameOf(column)}" holds numbers only and is not taken for the quadrant; --quadrant "${nameOf(column)}" takes it`,
    )
}
