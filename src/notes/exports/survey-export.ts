import { oneLine } from '../../text/clean-text.js'
import { foldName } from '../../text/fold.js'
import { type ChosenColumn, type Column, columnNamed, columnsOf, namedNotes, nameOf } from '../columns.js'
import type { Table } from '../table.js'
import { kindOfColumn } from './column-kinds.js'
import { columnsExport } from './columns-export.js'
import type { ExportKind, ReadOptions, Withheld } from './export-kind.js'
import { type QuadrantColumn, readWide } from './read-wide.js'
import { surveyTable } from './survey-headers.js'

/** A survey: one respondent a row, and a column for each question. Open answers are notes, their question the quadrant. */
export const surveyExport: ExportKind = {
  name: 'survey',
  takesSeveral: true,
  recognise: (table, { headerRows }) => surveyTable(table, headerRows)?.because,
  read: (table, options) => {
    const { named, file, headerRows } = options
    const survey = surveyTable(table, headerRows)?.table ?? table
    if (named.quadrant !== undefined) return columnsExport.read(survey, options)
    const persona =
      named.persona === undefined ? undefined : columnNamed(survey.header, 'persona', named.persona, file)
    const { noteColumns, withheld } = sortColumns(survey, options, persona)
    const reading = readWide(survey, { noteColumns, withheld, columns: persona ? { persona } : {} }, options)
    return { ...reading, warnings: [...reading.warnings, ...warnOfShortAnswers(withheld)] }
  },
}

const MOST_NAMED = 5

/** Short answers may be notes all the same; a question that is not read must not go unnoticed. */
function warnOfShortAnswers(withheld: readonly Withheld[]): string[] {
  const short = withheld.filter(({ because }) => because === 'short').map((column) => `"${nameOf(column)}"`)
  if (short.length === 0) return []
  const more = short.length > MOST_NAMED ? ` and ${short.length - MOST_NAMED} more` : ''
  const named = short.slice(0, MOST_NAMED).join(', ')
  return [`not read, for the answers are short: ${named}${more}; --note reads them`]
}

/** The columns of the questions that were named, or else those with open answers; and why the others are none. */
function sortColumns(
  { header, records }: Table,
  { named, file }: ReadOptions,
  persona: ChosenColumn | undefined,
) {
  const chosen = namedNotes(named).flatMap((name) => columnsOfQuestion(header, name, file))
  const noteColumns: QuadrantColumn[] = []
  const withheld: Withheld[] = []
  for (const column of columnsOf(header)) {
    if (column.index === persona?.index) continue
    const kind = kindOfColumn(
      column.header,
      records.map((record) => record[column.index] ?? ''),
    )
    const isTaken = chosen.length > 0 ? chosen.includes(column.index) : kind === 'open'
    if (isTaken)
      noteColumns.push({ ...column, quadrant: questionOf(column.header) || questionBefore(header, column) })
    else withheld.push({ ...column, because: kind === 'open' ? 'not named' : kind })
  }
  return { noteColumns, withheld }
}

/** A question that several columns answer stands for all of them. Throws UserError `column-unknown`. */
function columnsOfQuestion(header: readonly string[], name: string, file: string): number[] {
  const question = foldName(name)
  const siblings = columnsOf(header).filter((column) => foldName(questionOf(column.header)) === question)
  if (siblings.length > 0) return siblings.map(({ index }) => index)
  return [columnNamed(header, 'note', name, file).index]
}

/** "Aspect #2:What aspects ...?" → "What aspects ...?": the columns of one question are one quadrant. */
export function questionOf(header: string): string {
  return oneLine(
    header
      .replace(/^[^:?]{1,60} #\d+:/, '')
      .replace(/^(?:\d+[.)])\s*/, '')
      .replace(/\s*\*+$/, ''),
  )
}

/** A column without a header beside a question holds the comments on it, as collapsed SurveyMonkey headers have it. */
function questionBefore(header: readonly string[], column: Column): string {
  const before = questionOf(header[column.index - 1] ?? '')
  return before.split(' ').length >= 3 ? `${before} (comments)` : `Column ${nameOf(column)}`
}
