import { UserError } from '../errors/user-error.js'
import { foldName } from '../text/fold.js'
import { nearest } from '../text/nearest.js'
import { kindOf } from './column-kinds.js'
import type { HeaderRole } from './header-words.js'
import { withoutTotals } from './is-total.js'
import { type CellProfile, profileOf } from './judge-cells.js'
import { type HeaderSign, signsOf } from './judge-header.js'
import { readVotes } from './read-votes.js'

/** What a column can be for. */
export type Role = 'note' | 'persona' | 'quadrant' | 'votes'

export const ROLES: readonly Role[] = ['note', 'persona', 'quadrant', 'votes']

/** A column named by the user: a header, or a number counted from 1; a text that is no header may be a number too. */
export type ColumnName = string | number

/** Columns named by the user; several for notes where each is a quadrant of its own. */
export type NamedColumns = {
  note?: ColumnName | readonly ColumnName[] | undefined
  persona?: ColumnName | undefined
  quadrant?: ColumnName | undefined
  votes?: ColumnName | undefined
}

/** The columns named for notes. */
export function namedNotes({ note = [] }: NamedColumns): readonly ColumnName[] {
  return Array.isArray(note) ? note : [note as ColumnName]
}

/** A column of a table: its index from 0 and its header as written. */
export type Column = { index: number; header: string }

/** The column taken for a role, why, and others that could have been. */
export type ChosenColumn = Column & {
  because: 'named' | 'usual' | 'header' | 'cells' | 'only column'
  runnersUp: readonly Column[]
}

export type ColumnChoice = { note: ChosenColumn } & Partial<Record<Role, ChosenColumn>>

/** Header and records of a table, as far as columns are judged by them. */
export type Grid = { header: readonly string[]; records: readonly (readonly string[])[] }

/** The columns of a header, by index. */
export function columnsOf(header: readonly string[]): Column[] {
  return header.map((text, index) => ({ index, header: text.trim() }))
}

/** A column with everything that speaks for what it is. */
export type JudgedColumn = Column & { signs: readonly HeaderSign[]; profile: CellProfile }

/** Enough rows to tell what columns hold. */
const SAMPLE_ROWS = 2_000

/** Every kind of export looks at the columns of a table, and the one that takes it does again. */
const judgedBefore = new WeakMap<Grid, readonly JudgedColumn[]>()

/** Judges every column of a table, once: tables are not changed after they were parsed. */
export function judgeColumns(table: Grid): readonly JudgedColumn[] {
  const known = judgedBefore.get(table)
  if (known) return known
  const judged = judgeAnew(table)
  judgedBefore.set(table, judged)
  return judged
}

function judgeAnew({ header, records }: Grid): JudgedColumn[] {
  const data = withoutTotals(records)
  const sample = data.length > SAMPLE_ROWS ? data.slice(0, SAMPLE_ROWS) : data
  const judged = columnsOf(header).map((column) => ({
    ...column,
    signs: signsOf(column.header),
    profile: profileOf(sample.map((record) => record[column.index] ?? '')),
  }))
  return withContacts(withGrids(judged))
}

const IN_A_GRID = /^(.{3,}?)\s*(?:\[.+\]|[|]\s*.+|\s[-–—]\s.+|:\s.+)$/u
const MOST_STEPS = 11
const MOSTLY_SHARED = 0.8

/** Answers that several people gave, or several columns have. */
function stepsOf(columns: readonly JudgedColumn[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { profile } of columns)
    for (const answer of profile.filled) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([answer]) => answer))
}

/** Columns of one question whose answers are the same few steps of a scale are a grid, however few answered. */
function withGrids(judged: readonly JudgedColumn[]): JudgedColumn[] {
  const stems = judged.map(({ header }) => IN_A_GRID.exec(header)?.[1])
  return judged.map((column, at) => {
    const own = judged.filter((_, other) => stems[at] !== undefined && stems[other] === stems[at])
    if (own.length < 2) return column
    // a comment beside the scale shares no step with it
    const steps = stepsOf(own)
    const onScale = own.flatMap(({ profile }) => profile.filled.filter((answer) => steps.has(answer)))
    const shared = column.profile.filled.filter((answer) => steps.has(answer)).length
    const isGrid =
      steps.size <= MOST_STEPS &&
      onScale.length >= 2 * steps.size &&
      onScale.length >= 4 &&
      shared >= column.profile.filled.length * MOSTLY_SHARED
    return isGrid ? { ...column, profile: { ...column.profile, isGrid } } : column
  })
}

/** Fields of one question of which two or more ask for a person are all about them: name, company and town of who answers. */
function withContacts(judged: readonly JudgedColumn[]): JudgedColumn[] {
  const stems = judged.map(({ header }) => IN_A_GRID.exec(header)?.[1])
  const asksForPerson = judged.map(({ header, profile }, at) => {
    const stem = stems[at]
    if (stem === undefined) return false
    const own = header.slice(stem.length).replace(/^[\s|:[–—-]+|\]$/g, '')
    const isNamed = signsOf(own).some(({ role, how }) => role === 'person' && how === 1)
    return isNamed || kindOf(header, profile) === 'personal'
  })
  const persons = new Map<string | undefined, number>()
  stems.forEach((stem, at) => {
    if (asksForPerson[at]) persons.set(stem, (persons.get(stem) ?? 0) + 1)
  })
  return judged.map((column, at) => {
    if ((persons.get(stems[at]) ?? 0) < 2 || column.profile.sentences >= 0.5) return column
    return { ...column, profile: { ...column.profile, isContact: true } }
  })
}

/** Columns whose header says a role and whose cells do not speak against it, the best first. */
export function columnsFor(judged: readonly JudgedColumn[], role: HeaderRole): JudgedColumn[] {
  const best = (column: JudgedColumn): HeaderSign | undefined =>
    column.signs.filter((sign) => sign.role === role).sort((a, b) => a.how - b.how || a.rank - b.rank)[0]
  return judged
    .flatMap((column) => {
      const sign = best(column)
      return sign && canHold(column, role) ? [{ column, sign }] : []
    })
    .sort((a, b) => a.sign.how - b.sign.how || a.sign.rank - b.sign.rank)
    .map(({ column }) => column)
}

/** Whether cells may be what a header says. */
function canHold({ signs, profile }: JudgedColumn, role: HeaderRole): boolean {
  const { filled, rows } = profile
  const isOfNotes = ['note', 'title', 'detail'].includes(role)
  if (filled.length === 0) return !isOfNotes || rows === 0
  if (role === 'archived') return true
  if (role === 'votes')
    return (
      profile.numbers >= 0.5 ||
      filled.filter((cell) => readVotes(cell) !== undefined).length >= filled.length * 0.6
    )
  if (profile.dates > 0.8) return false
  if (role === 'persona' || role === 'quadrant') return profile.numbers <= 0.8 && profile.contacts <= 0.5
  if (!isOfNotes) return true
  const isPlain = signs.some((sign) => sign.role === role && sign.how === 1)
  const areCounts = filled.length >= 3 && filled.every((cell) => /^\d{1,4}$/.test(cell))
  if (profile.contacts > 0.5 || areCounts || (!isPlain && profile.numbers > 0.8)) return false
  if (!isPlain && filled.length >= 3 && profile.names >= 0.7) return false
  const isCode = filled.length >= 3 && profile.tokens > 0.8 && profile.sentences < 0.1 && hasDigits(filled)
  return !isCode
}

const hasDigits = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /\d/.test(cell)).length > cells.length / 2

/** Whether most cells of a column name quadrants that are known: that tells more than its header. */
export function holdsQuadrants(
  { profile: { filled } }: JudgedColumn,
  isQuadrant: (heading: string) => boolean,
): boolean {
  return filled.length >= 2 && filled.filter(isQuadrant).length >= filled.length * 0.6
}

const STATUS = /^(?:status|state|statut|estado|stato|stan|状態|ステータス|상태)$/i
const WORKFLOW =
  /^(?:to.?do|backlog|open|new|active|live|draft|in (?:progress|review|arbeit|bearbeitung)|doing|review|test(?:ing)?|blocked|waiting|on hold|ready|done|closed|complete[d]?|finished|resolved|cancelled|canceled|archived|approved|rejected|pending|answered|submitted|partial|incomplete|disqualified|working on it|stuck|not started|offen|neu|erledigt|fertig|abgeschlossen|à faire|en cours|terminé|fait|por hacer|en curso|hecho|pendiente|a fazer|em andamento|concluído|da fare|in corso|fatto|te doen|bezig|klaar|gereed|do zrobienia|w toku|zrobione|未着手|進行中|完了|할 일|진행 중|완료|ip address|survey preview|spam|yes|no|true|false)$/i

/** "Status" of a board whose columns are no steps of a workflow: a few names that come again, and none of them says how far a card is. */
export function holdsOwnStages({ header, profile: { filled, rows, distinct } }: JudgedColumn): boolean {
  if (!STATUS.test(header.trim()) || filled.length < Math.max(4, rows * 0.8)) return false
  return (
    distinct >= 2 &&
    distinct <= Math.min(8, filled.length / 2) &&
    !filled.some((cell) => WORKFLOW.test(cell) || cell.length > 40)
  )
}

/** How a column is shown: its header, or its number where the header is empty. */
export function nameOf({ index, header }: Column): string {
  return header === '' ? String(index + 1) : header
}

/** What the user calls the place where a column was named: "--note", or "note in sixthemes.yaml, line 5". */
export type SaidBy = (role: Role) => string

/** The column that the user names for a role. Throws UserError `column-unknown`. */
export function columnNamed(
  header: readonly string[],
  role: Role,
  name: ColumnName,
  file: string,
  saidBy: SaidBy,
): ChosenColumn {
  const columns = columnsOf(header)
  const text = String(name).trim()
  const folded = foldName(text)
  const byNumber = columns.find(({ index }) => String(index + 1) === text)
  const column =
    typeof name === 'number'
      ? byNumber
      : (columns.find(({ header }) => header === text) ??
        columns.find(({ header }) => header !== '' && foldName(header) === folded) ??
        byNumber)
  if (column) return { ...column, because: 'named', runnersUp: [] }
  const known = columns.map(nameOf)
  throw new UserError('column-unknown', {
    file,
    option: saidBy(role),
    column: text,
    columns: known,
    nearest: nearest(text, known),
  })
}

/** The columns that the user named, each for one role. Throws UserError `column-unknown` or `column-twice`. */
export function namedColumns(
  header: readonly string[],
  named: NamedColumns,
  file: string,
  saidBy: SaidBy,
): Partial<Record<Role, ChosenColumn>> {
  const taken = new Map<number, string>()
  const chosen: Partial<Record<Role, ChosenColumn>> = {}
  for (const role of ROLES) {
    const [name] = [named[role] ?? []].flat()
    if (name === undefined) continue
    const column = columnNamed(header, role, name, file, saidBy)
    const other = taken.get(column.index)
    if (other)
      throw new UserError('column-twice', { file, options: [other, saidBy(role)], column: String(name) })
    taken.set(column.index, saidBy(role))
    chosen[role] = column
  }
  return chosen
}
