import { UserError } from '../../errors/user-error.js'
import { foldName } from '../../text/fold.js'
import { KIND_NAMES, kindOf } from '../column-kinds.js'
import {
  type ChosenColumn,
  type Column,
  columnNamed,
  columnsFor,
  columnsOf,
  type JudgedColumn,
  judgeColumns,
  namedNotes,
  nameOf,
} from '../columns.js'
import { isQuestion } from '../judge-header.js'
import type { Table } from '../table.js'
import { isScore } from './clusters.js'
import { columnsExport } from './columns-export.js'
import { dropPreviews } from './drop-previews.js'
import type { ExportKind, Reading, ReadOptions, Withheld } from './export-kind.js'
import { isTall } from './is-tall.js'
import { type NoteColumn, readWide } from './read-wide.js'
import { surveyTable } from './survey-headers.js'
import { questionBefore, stemOf } from './survey-questions.js'
import { withheldOf } from './withheld.js'

/** A survey: one respondent a row, and a column for each question. Open answers are notes, their question the quadrant. */
export const surveyExport: ExportKind = {
  name: 'survey',
  tools: [
    ...['google-forms', 'microsoft-forms', 'typeform', 'surveymonkey', 'qualtrics', 'alchemer', 'limesurvey'],
    ...[
      'jotform',
      'redcap',
      'tally',
      'lamapoll',
      'sosci',
      'eusurvey',
      'kobotoolbox',
      'formbricks',
      'surveysparrow',
    ],
    ...['zoho-survey', 'mentimeter', 'slido', 'wufoo', 'formstack', 'cognito-forms', 'airtable-forms'],
  ],
  takesSeveral: true,
  recognise: (table, options) => {
    const merged = surveyTable(table, options.headerRows)
    if (merged) return merged.because
    const judged = judgeColumns(table)
    if (isTall(judged, options) || options.named.quadrant !== undefined) return undefined
    const tool = judged.filter(isOfATool)
    if (tool.length === 0 || judged.length < 2) return undefined
    const answers = judged.filter((column) => !tool.includes(column))
    const isSurvey = answers.some((column) => isQuestion(column.header) || isOpen(column, options))
    return isSurvey ? `a respondent a row, with "${nameOf(tool[0] as Column)}" beside the answers` : undefined
  },
  read: readSurvey,
}

/** A survey that nothing but its questions, or the sentences below them, tells. */
export const questionsExport: ExportKind = {
  ...surveyExport,
  recognise: (table, options) => {
    const judged = judgeColumns(table)
    if (isTall(judged, options) || options.named.quadrant !== undefined) return undefined
    if (namedNotes(options.named).length === 1) return undefined
    const open = judged.filter((column) => isOpen(column, options))
    const asked = judged.filter(({ header }) => isQuestion(header))
    if (asked.length > 0 && judged.length >= 2)
      return `the columns are questions, such as "${nameOf(asked[0] as Column)}"`
    if (columnsFor(judged, 'note').length > 0 || columnsFor(judged, 'detail').length > 0) return undefined
    const isPlain =
      open.length > 0 && judged.every(({ header }) => header !== '') && table.records.length >= 4
    return isPlain ? `answers in words, below "${nameOf(open[0] as Column)}"` : undefined
  },
}

/** What survey tools write beside answers: times, ids, and the like. */
function isOfATool({ header, signs, profile }: JudgedColumn): boolean {
  const kind = kindOf(header, profile)
  if (kind === 'date' || kind === 'id') return true
  return kind === 'technical' && signs.some(({ role, how }) => role === 'technical' && how === 1)
}

/** Answers in words; also short ones below a heading that maps and retrospectives know. */
function isOpen({ header, profile }: JudgedColumn, { isQuadrant }: ReadOptions): boolean {
  const kind = kindOf(header, profile)
  return kind === 'open' || (kind === 'short' && isQuadrant(header))
}

function readSurvey(whole: Table, options: ReadOptions): Reading {
  const { named, file, headerRows, saidBy } = options
  const merged = surveyTable(whole, headerRows)
  const table = merged?.table ?? whole
  if (named.quadrant !== undefined) return columnsExport.read(table, options)
  const persona =
    named.persona === undefined
      ? undefined
      : columnNamed(table.header, 'persona', named.persona, file, saidBy)
  const judged = judgeColumns(table)
  const { noteColumns, withheld } = sortColumns(judged, table.header, options, persona)
  if (noteColumns.length === 0) throw withoutAnswers(judged, file)
  const columns = persona ? { persona } : {}
  const voted = withVotes(noteColumns, judged)
  const others = withheld.filter(({ index }) => voted.every(({ votes }) => votes !== index))
  const reading = dropPreviews(
    table,
    readWide(table, { noteColumns: voted, withheld: others, columns }, options),
  )
  return {
    ...reading,
    warnings: [...reading.warnings, ...warnOfShortAnswers(withheld, judged)],
    doubts: [
      ...doubtsAbout(noteColumns, options),
      ...(merged ? [] : groupDoubts(judged, noteColumns, options)),
    ],
  }
}

/** Where one question is read, a column that says so holds the votes for what was said: those of an audience, as Slido has them. */
function withVotes(
  noteColumns: readonly NoteColumn[],
  judged: readonly JudgedColumn[],
): readonly NoteColumn[] {
  const [votes] = columnsFor(judged, 'votes').filter(
    (column) => !isScore(column) && column.signs.some(({ role, how }) => role === 'votes' && how === 1),
  )
  const [only, ...others] = noteColumns
  return only && votes && others.length === 0 ? [{ ...only, votes: votes.index }] : noteColumns
}

function withoutAnswers(judged: readonly JudgedColumn[], file: string): UserError {
  const columns = judged.map(
    (column) => `"${nameOf(column)}": ${KIND_NAMES[kindOf(column.header, column.profile)]}`,
  )
  return new UserError('survey-without-answers', { file, columns })
}

const MOST_NAMED = 5

/** Short answers may be notes all the same; a question that is not read must not go unnoticed. */
function warnOfShortAnswers(withheld: readonly Withheld[], judged: readonly JudgedColumn[]): string[] {
  const short = withheld.filter(({ because }) => because === KIND_NAMES.short)
  if (short.length === 0) return []
  const isFew = ({ index }: Column): boolean => (judged[index]?.profile.filled.length ?? 0) < 5
  const name = (column: Column): string => `"${nameOf(column)}"`
  const listed = (columns: readonly Column[], why: string): string[] => {
    if (columns.length === 0) return []
    const more = columns.length > MOST_NAMED ? ` and ${columns.length - MOST_NAMED} more` : ''
    return [
      `not read, for ${why}: ${columns.slice(0, MOST_NAMED).map(name).join(', ')}${more}; --note reads them`,
    ]
  }
  return [
    ...listed(
      short.filter((column) => !isFew(column)),
      'the answers are short',
    ),
    ...listed(short.filter(isFew), 'the answers are short and few'),
  ]
}

/** The columns of the questions that were named, or else those with open answers; and why the others are none. */
function sortColumns(
  judged: readonly JudgedColumn[],
  header: readonly string[],
  options: ReadOptions,
  persona: ChosenColumn | undefined,
) {
  const { named } = options
  const chosen = namedNotes(named).flatMap((name) => columnsOfQuestion(header, name, options))
  const open = new Set(judged.filter((column) => isOpen(column, options)).map(({ index }) => index))
  const stems = judged.map((column) => stemOf(column.header, header))
  const openStems = new Set([...open].map((index) => stems[index]))
  /** Of several boxes for one question the later ones hold few answers, and short ones. */
  const isSibling = ({ index, header: own, profile }: JudgedColumn): boolean =>
    stems.filter((stem) => stem === stems[index]).length > 1 &&
    openStems.has(stems[index]) &&
    kindOf(own, profile) === 'short'
  const isTaken = (column: JudgedColumn): boolean =>
    chosen.length > 0 ? chosen.includes(column.index) : open.has(column.index) || isSibling(column)
  const noteColumns: NoteColumn[] = judged
    .filter((column) => column.index !== persona?.index && isTaken(column))
    .map(({ index, header: own }) => ({
      index,
      header: own,
      quadrant: stemOf(own, header) || questionBefore(header, { index, header: own }),
    }))
  const taken = new Set([...noteColumns.map(({ index }) => index), persona?.index ?? -1])
  return { noteColumns, withheld: withheldOf(judged, taken, chosen.length > 0) }
}

/** A question that several columns answer stands for all of them. Throws UserError `column-unknown`. */
function columnsOfQuestion(
  header: readonly string[],
  name: string | number,
  { file, saidBy }: ReadOptions,
): number[] {
  const question = foldName(String(name))
  const siblings = columnsOf(header).filter((column) => foldName(stemOf(column.header, header)) === question)
  if (typeof name === 'string' && siblings.length > 0) return siblings.map(({ index }) => index)
  return [columnNamed(header, 'note', name, file, saidBy).index]
}

/** One column of words below a header that nobody knows, beside one of few names: it may be a board with one note a row. */
function groupDoubts(
  judged: readonly JudgedColumn[],
  noteColumns: readonly NoteColumn[],
  { named, isForced = false }: ReadOptions,
): string[] {
  const [only] = noteColumns
  if (isForced || named.note !== undefined || named.persona !== undefined || !only) return []
  const isPlain = noteColumns.length > 1 || isQuestion(only.header) || judged[only.index]?.signs.length !== 0
  if (isPlain || judged.some(({ header }) => isQuestion(header))) return []
  const groups = judged.filter(({ index, header, signs, profile }) => {
    const isShort = profile.words <= 3 && profile.distinct >= 2 && profile.filled.length >= profile.rows * 0.8
    return index !== only.index && signs.length === 0 && isShort && kindOf(header, profile) === 'choice'
  })
  if (groups.length === 0) return []
  const names = groups.map((column) => `"${nameOf(column)}"`).join(' or ')
  return [
    `"${nameOf(only)}" seems to hold the notes, and ${names} may say where they belong: say --quadrant or --persona COLUMN, or --export survey if it does not`,
  ]
}

const LANGUAGE_END =
  /[\s_(-]+(?:en|de|fr|es|pt|it|nl|pl|ja|ko|zh|ru|english|german|french|spanish|japanese|original|translation|translated|übersetzung|traduction|traducción|翻訳|원문|번역)\)?$/i

/** Two columns that differ by a language alone may say the same twice. */
function doubtsAbout(noteColumns: readonly NoteColumn[], { named }: ReadOptions): string[] {
  if (named.note !== undefined) return []
  const byStem = new Map<string, NoteColumn[]>()
  for (const column of noteColumns) {
    const stem = foldName(column.header.replace(LANGUAGE_END, ''))
    byStem.set(stem, [...(byStem.get(stem) ?? []), column])
  }
  return [...byStem.values()]
    .filter(
      (own) =>
        own.length > 1 &&
        own.some(({ header }) => LANGUAGE_END.test(header)) &&
        new Set(own.map(({ header }) => header)).size > 1,
    )
    .map((own) => {
      const names = own.map((column) => `"${nameOf(column)}"`).join(' and ')
      return `${names} may say the same in two languages: say which one to read with --note COLUMN, or name both`
    })
}
