import { CsvError, type Options, parse } from 'csv-parse/sync'
import { UserError } from '../errors.js'

/** What separates the cells of a table; `none` is a plain list, one cell a record. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'none'

/** Delimiters by the name that people give them. */
export const DELIMITERS = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  none: 'none',
} as const satisfies Record<string, Delimiter>

export function nameOfDelimiter(delimiter: Delimiter): string {
  return Object.entries(DELIMITERS).find(([, character]) => character === delimiter)?.[0] ?? delimiter
}

/** A parsed table. Columns are known by index: headers may be empty or occur twice. */
export type Table = {
  header: readonly string[]
  /** Records below the header, in file order; their length may differ from the header's. */
  records: readonly (readonly string[])[]
  delimiter: Delimiter
  /** Whether quotation marks stand where RFC 4180 has none, so that the reading is a guess. */
  isLenient: boolean
}

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|']
const SAMPLE_RECORDS = 60
const SAMPLE_LENGTH = 256_000

const BLANK_LINES = /^(?:[ ,;\t|]*(?:\r\n?|\n))+/
const SEP_LINE = /^sep=([,;|\t])[ \t]*(?:\r\n?|\n)/i

/** Records may be of any length. */
const PARSER: Options = { relax_column_count: true }

/**
 * Text of a CSV file → its header and records. The delimiter is the one given, or the one that a first line
 * "sep=;" says, as Excel understands it, or found from the first records. Blank lines above the header are passed over.
 * Blank lines at the end are no records; elsewhere they are.
 * Throws UserError `quote-not-closed` or `table-broken` with the row.
 */
export function parseTable(
  text: string,
  file: string,
  { delimiter: given, headerRows = 1 }: { delimiter?: Delimiter; headerRows?: number } = {},
): Table {
  const [sepLine = '', said] = SEP_LINE.exec(text) ?? []
  const body = text.slice(sepLine.length).replace(BLANK_LINES, '')
  const delimiter = given ?? (said as Delimiter | undefined) ?? detectDelimiter(body)
  const { records, isLenient } = parseRecords(body, file, delimiter)
  const width = records[0]?.length ?? 0
  const header = mergeHeaders(records.splice(0, headerRows), width)
  while (isBlankLine(records.at(-1))) records.pop()
  return { header, records, delimiter, isLenient }
}

/**
 * Several header rows → one: a question that stands above the first of its columns is meant for all of them, and
 * what stands below it says which. Without a header every column has an empty one.
 */
function mergeHeaders(rows: readonly (readonly string[])[], width: number): string[] {
  const [last] = rows.slice(-1)
  if (!last) return Array.from({ length: width }, () => '')
  if (rows.length === 1) return [...last]
  const filled = rows.map((row, index) => (index === rows.length - 1 ? row : fillRight(row, last.length)))
  return last.map((_, column) => {
    const names = filled.map((row) => row[column]?.trim() ?? '').filter((name) => name !== '')
    return [...new Set(names)].join(' | ')
  })
}

function fillRight(row: readonly string[], width: number): string[] {
  let above = ''
  return Array.from({ length: width }, (_, column) => {
    above = row[column]?.trim() || above
    return above
  })
}

function isBlankLine(record: readonly string[] | undefined): boolean {
  return record?.length === 1 && record[0]?.trim() === ''
}

type Parsed = { records: string[][]; isLenient: boolean }

/**
 * First as RFC 4180 says; if that fails, with quotation marks inside unquoted cells (24" screen) and spaces
 * before quoted ones. A cell over several lines is taken only from the strict reading: in a lenient one it may
 * have swallowed the rows below.
 */
function parseRecords(text: string, file: string, delimiter: Delimiter): Parsed {
  const options = optionsFor(delimiter, text)
  let problem: CsvError
  try {
    return { records: parse(text, options) as string[][], isLenient: false }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problem = error
  }
  try {
    const records = parse(text, { ...options, relax_quotes: true, ltrim: true }) as string[][]
    if (!records.some((record) => record.some((cell) => /[\r\n]/.test(cell))))
      return { records, isLenient: true }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problem = error
  }
  const row = Number(problem.records ?? 0) // completed records, the header among them: the next row of data
  const isQuote = /QUOTE/.test(problem.code)
  if (isQuote) throw new UserError('quote-not-closed', { file, row })
  throw new UserError('table-broken', { file, row, cause: problem.message })
}

/** A lone carriage return ends a line only where no line ends otherwise, as on old Macs. */
function optionsFor(delimiter: Delimiter, text: string): Options {
  const record_delimiter = text.includes('\n') ? ['\r\n', '\n'] : ['\r']
  return { ...PARSER, record_delimiter, delimiter: delimiter === 'none' ? characterNotIn(text) : delimiter }
}

/** What separates the cells of a table without separators: a character that it does not hold. */
function characterNotIn(text: string): string {
  return ['\u001F', '\u001E', '\u001D', '\uE000'].find((character) => !text.includes(character)) ?? '\uE001'
}

/**
 * The delimiter under which most of the first records have the same number of cells, and many of them.
 * Ties go to the comma; a table of one column has none, so that a comma in a note does not cut it.
 */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_LENGTH)
  let best: { delimiter: Delimiter; score: number } = { delimiter: 'none', score: 0 }
  for (const delimiter of CANDIDATES) {
    const score = scoreOf(sampleWidths(sample, delimiter))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function sampleWidths(sample: string, delimiter: Delimiter): number[] {
  const widths: number[] = []
  const collect = (record: string[]): null => {
    if (record.some((cell) => cell !== '')) widths.push(record.length)
    return null
  }
  try {
    parse(sample, {
      ...optionsFor(delimiter, sample),
      relax_quotes: true,
      ltrim: true,
      to: SAMPLE_RECORDS,
      on_record: collect,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error // the sample may end inside a quoted cell
  }
  return widths
}

function scoreOf(widths: readonly number[]): number {
  const header = widths[0] ?? 1
  if (header < 2) return 0
  const alike = widths.filter((width) => width === header).length
  return (alike / widths.length) * header
}
