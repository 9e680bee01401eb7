import { oneLine } from '../clean-text.js'
import { type ChosenColumn, type Column, columnNamed, columnsOf, nameOf } from '../columns.js'
import type { Table } from '../table.js'
import { kindOfColumn } from './column-kinds.js'
import { columnsExport } from './columns-export.js'
import type { ExportKind, Withheld } from './export-kind.js'
import { type QuadrantColumn, readWide } from './read-wide.js'
import { surveyTable } from './survey-headers.js'

/** A survey: one respondent a row, and a column for each question. Open answers are notes, their question the quadrant. */
export const surveyExport: ExportKind = {
  name: 'survey',
  recognise: (table) => surveyTable(table)?.because,
  read: (table, options) => {
    const survey = surveyTable(table)?.table ?? table
    if (options.named.note !== undefined) return columnsExport.read(survey, options)
    const { named, file } = options
    const persona =
      named.persona === undefined ? undefined : columnNamed(survey.header, 'persona', named.persona, file)
    const { noteColumns, withheld } = sortColumns(survey, persona)
    return readWide(survey, { noteColumns, withheld, columns: persona ? { persona } : {} }, options)
  },
}

function sortColumns({ header, records }: Table, persona: ChosenColumn | undefined) {
  const noteColumns: QuadrantColumn[] = []
  const withheld: Withheld[] = []
  for (const column of columnsOf(header)) {
    if (column.index === persona?.index) continue
    const kind = kindOfColumn(
      column.header,
      records.map((record) => record[column.index] ?? ''),
    )
    if (kind === 'open')
      noteColumns.push({ ...column, quadrant: questionOf(column.header) || questionBefore(header, column) })
    else withheld.push({ ...column, because: kind })
  }
  return { noteColumns, withheld }
}

/** "Aspect #2:What aspects ...?" → "What aspects ...?": the columns of one question are one quadrant. */
function questionOf(header: string): string {
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
