import { foldName } from '../../text/fold.js'
import type { Table } from '../table.js'

/** A survey's table with one header, and where that came from. */
export type SurveyTable = { table: Table; because: string }

const SUB_LABEL = /^(?:response|open-ended response|other \(please specify\)|antwort|offene antwort)$/
const QUESTION_CODE = /^Q\d+(?:_\d+)*$/i
const TOOL_COLUMNS: readonly [because: string, headers: readonly string[]][] = [
  ['Typeform writes "#" and "Submit Date (UTC)"', ['#', 'submit date (utc)']],
  [
    'Microsoft Forms writes "ID", "Start time" and "Completion time"',
    ['id', 'start time', 'completion time'],
  ],
  ['Alchemer writes "Time Started" and "Date Submitted"', ['time started', 'date submitted']],
  ['SurveyMonkey writes "Respondent ID" and "Collector ID"', ['respondent id', 'collector id']],
  ['Google Forms begins with "Timestamp"', ['timestamp']],
  ['Google Forms begins with "Zeitstempel"', ['zeitstempel']],
  ['Google Forms begins with "Horodateur"', ['horodateur']],
]

/**
 * Two or three header rows → one; a table whose first row is that of a survey tool as it is; else nothing.
 * Where the user says how many header rows there are, they are one already.
 */
export function surveyTable(table: Table, headerRows?: number): SurveyTable | undefined {
  if (headerRows !== undefined) return fromOneHeader(table)
  return fromQualtrics(table) ?? fromSurveyMonkey(table) ?? fromOneHeader(table)
}

function fromQualtrics(table: Table): SurveyTable | undefined {
  const [labels, ids] = table.records
  const isIds = ids && ids.filter((cell) => cell.includes('"ImportId"')).length >= ids.length / 2
  if (isIds && labels) {
    return {
      table: { ...table, header: labels, records: table.records.slice(2) },
      because: 'Qualtrics writes three header rows',
    }
  }
  const isLegacy = /^v1$/i.test(table.header[0]?.trim() ?? '') && foldName(labels?.[0] ?? '') === 'responseid'
  if (!isLegacy || !labels) return undefined
  return {
    table: { ...table, header: labels, records: table.records.slice(1) },
    because: 'Qualtrics (legacy) writes two header rows',
  }
}

/** The question stands above the first of its columns; the second row says what each column is of it. */
function fromSurveyMonkey(whole: Table): SurveyTable | undefined {
  const codes = whole.header.filter((cell) => QUESTION_CODE.test(cell.trim())).length
  const hasCodes = codes >= 2 && codes >= whole.header.length / 2
  const [questions = []] = whole.records
  const table = hasCodes ? { ...whole, header: questions, records: whole.records.slice(1) } : whole
  const [labels = []] = table.records
  const known = labels.filter((cell) => SUB_LABEL.test(foldName(cell))).length
  if (known < 2) return undefined
  let question = ''
  const header = labels.map((label, index) => {
    const above = table.header[index]?.trim() ?? ''
    if (above !== '') question = above
    const isAnswer = label.trim() === '' || SUB_LABEL.test(foldName(label)) || label.trim() === question
    return isAnswer ? question : `${question} | ${label.trim()}`
  })
  return {
    table: { ...table, header, records: table.records.slice(1) },
    because: 'SurveyMonkey writes two header rows',
  }
}

function fromOneHeader(table: Table): SurveyTable | undefined {
  const headers = table.header.map((header) => foldName(header) || header.trim())
  const found = TOOL_COLUMNS.find(([, names]) => names.every((name) => headers.includes(name)))
  return found && { table, because: found[0] }
}
