import { CsvError, parse } from 'csv-parse/sync'
import { UserError } from '../errors/user-error.js'

/** The topic that the note of a row was written for; rows without a topic are not in it. */
export type Topics = ReadonlyMap<number, string>

/** Notes that stand alone and notes that mean nothing are no topic of their own. */
const NO_TOPIC = ['', 'loner', 'noise']

/**
 * Text of a `.topics.csv` file, with the columns `row` (a record of the board, from 1) and `topic`, → topics by row.
 * Throws UserError `topics-invalid`.
 */
export function parseTopics(text: string, file: string): Topics {
  const topics = new Map<number, string>()
  for (const [index, { row, topic }] of readRecords(text, file).entries()) {
    if (row === undefined || topic === undefined || !/^[1-9]\d*$/.test(row)) {
      throw new UserError('topics-invalid', { file, row: index + 1 })
    }
    if (!NO_TOPIC.includes(topic.trim())) topics.set(Number(row), topic.trim())
  }
  return topics
}

function readRecords(text: string, file: string): { row?: string; topic?: string }[] {
  try {
    return parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UserError('topics-invalid', { file, row: Number(error.records ?? 0) + 1 })
  }
}
