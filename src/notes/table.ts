import { CsvError, type Options, parse } from 'csv-parse/sync'
import { UserError } from '../errors/user-error.js'
import type { Delimiter } from '../text/delimiter.js'
import { fillRight } from './cells.js'
import { optionsFor } from './csv-options.js'
import { detectDelimiter } from './detect-delimiter.js'
import { findHeader, warnOfPreamble } from './find-header.js'
import { splitPlain } from './split-plain.js'
import { stackTables } from './stack-tables.js'
import { linesInCells } from './unwrap-lines.js'

/** A parsed table. Columns are known by index: headers may be empty or occur twice. */
export type Table = {
  header: readonly string[]
  /** Records below the header, in file order; their length may differ from the header's. */
  records: readonly (readonly string[])[]
  delimiter: Delimiter
  /** Whether quotation marks stand where RFC 4180 has none, so that the reading is a guess. */
  isLenient: boolean
  /** Whether its first row names the columns; else none of them has a name. */
  hasHeader: boolean
  /** What stood above the header and was passed over, and whether there is one. */
  warnings: readonly string[]
}

const SAMPLE_BYTES = 256_000

const BLANK_LINES = /^(?:[ ,;\t|]*(?:\r\n?|\n))+/
const SEP_LINE = /^sep=([,;|\t])[ \t]*(?:\r\n?|\n)/i

/**
 * Text of a CSV file, as UTF-8, → its header and records. The delimiter is the one given, or the one that a first
 * line "sep=;" says, as Excel understands it, or found from the first records. What stands above the header (blank lines, a
 * title, lines about the board) is passed over and said. Blank lines at the end are no records; elsewhere they are.
 * Throws UserError `quote-not-closed` or `table-broken` with the row.
 */
export function parseTable(
  utf8: Uint8Array,
  file: string,
  {
    delimiter: given,
    headerRows,
  }: { delimiter?: Delimiter | undefined; headerRows?: number | undefined } = {},
): Table {
  const sample = decodeStart(utf8)
  const [sepLine = '', said] = SEP_LINE.exec(sample) ?? []
  const [blankLines = ''] = BLANK_LINES.exec(sample.slice(sepLine.length)) ?? []
  const above = sepLine.length + blankLines.length // all of it ASCII: as many bytes
  const delimiter = given ?? (said as Delimiter | undefined) ?? detectDelimiter(sample.slice(above))
  const { records, isLenient } = parseRecords(utf8.subarray(above), file, delimiter)
  const inside = given === undefined ? linesInCells(records, utf8.subarray(above)) : undefined
  if (inside !== undefined) {
    const table = parseTable(new TextEncoder().encode(inside), file, {
      delimiter: detectDelimiter(inside),
      headerRows,
    })
    const isTable =
      table.header.length > 1 && table.records.every((row) => row.length === table.header.length)
    if (isTable) return { ...table, warnings: [...table.warnings, WRAPPED] }
  }
  return { ...tableOf(records, headerRows), delimiter, isLenient }
}

/** Rows, the header among them → a table. The rows are taken over, not copied. */
export function tableOf(
  records: string[][],
  headerRows?: number,
): Pick<Table, 'header' | 'records' | 'hasHeader' | 'warnings'> {
  const { preamble, isList } = findHeader(records, headerRows)
  const stacked = headerRows === undefined && preamble > 0 ? stackTables(records, preamble) : undefined
  if (stacked) records.splice(0, records.length, ...stacked.rows)
  const passed = records.splice(0, preamble)
  const rows = headerRows ?? (isList ? 0 : 1)
  const width = records[0]?.length ?? 0
  const header = mergeHeaders(records.splice(0, rows), width)
  while (isBlankLine(records.at(-1))) records.pop()
  const above = stacked ? passed.slice(0, -1) : passed
  const warnings = [
    ...warnOfPreamble(above),
    ...(stacked ? [stacked.warning] : []),
    ...(isList ? [READ_AS_A_LIST] : []),
  ]
  return { header, records, hasHeader: rows > 0, warnings }
}

const WRAPPED = 'every line stands in quotation marks as a whole; what is inside was read as a table'

/** Said of a table without a header. */
export const READ_AS_A_LIST =
  'the first row is read as a note, for it is no header that is known; if it is one, say --header-rows 1'

function decodeStart(utf8: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.subarray(0, SAMPLE_BYTES))
}

/**
 * Several header rows → one: a question that stands above the first of its columns is meant for all of them, and
 * what stands below it says which. Without a header every column has an empty one.
 */
function mergeHeaders(rows: readonly (readonly string[])[], width: number): string[] {
  const [last] = rows.slice(-1)
  if (!last) return Array.from({ length: width }, () => '')
  if (rows.length === 1) return last.map(withoutGaps)
  const filled = rows.map((row, index) => (index === rows.length - 1 ? row : fillRight(row, last.length)))
  return last.map((_, column) => {
    const names = filled.map((row) => row[column]?.trim() ?? '').filter((name) => name !== '')
    return [...new Set(names)].join(' | ')
  })
}

/** A header of thousands of spaces is one of a few words. */
const withoutGaps = (cell: string): string =>
  cell.length > LONGEST_HEADER ? cell.replace(/\s+/g, ' ') : cell

const LONGEST_HEADER = 500

function isBlankLine(record: readonly string[] | undefined): boolean {
  return record?.length === 1 && record[0]?.trim() === ''
}

type Parsed = { records: string[][]; isLenient: boolean }

/**
 * First as RFC 4180 says; if that fails, with quotation marks inside unquoted cells (24" screen) and spaces
 * before quoted ones. A cell over several lines is taken only from the strict reading: in a lenient one it may
 * have swallowed the rows below.
 */
function parseRecords(utf8: Uint8Array, file: string, delimiter: Delimiter): Parsed {
  const options = optionsFor(delimiter, utf8)
  let problem: CsvError
  try {
    return { records: parsePieces(utf8, options), isLenient: false }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problem = error
  }
  try {
    const records = parsePieces(utf8, { ...options, relax_quotes: true, ltrim: true })
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

/** Read in pieces of about this size, so that what the parser leaves behind is gone before it piles up. */
const PIECE_BYTES = 64_000

/**
 * Text → its records, piece by piece, with nothing kept twice. What is plain is split at once, anything else is the parser's. A
 * CsvError says how many records came before it.
 */
function parsePieces(utf8: Uint8Array, options: Options): string[][] {
  const bytes = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength)
  const delimiter = String(options.delimiter)
  const isStrict = options.relax_quotes !== true && utf8.includes(LINE_FEED)
  const keepOnce = createKeeper()
  const records: string[][] = []
  for (let at = 0; at < bytes.length; ) {
    const plain = isStrict ? splitPiece(bytes, at, delimiter, keepOnce) : undefined
    const end = plain?.end ?? endOfPiece(bytes, at)
    try {
      const read = plain?.records ?? (parse(bytes.subarray(at, end), options) as string[][])
      for (const record of read) records.push(plain ? record : record.map(keepOnce))
    } catch (error) {
      if (error instanceof CsvError) error.records = Number(error.records ?? 0) + records.length
      throw error
    }
    at = end
  }
  return records
}

/** The records of a piece that is plain, and where it ends; nothing where the parser must see it. */
function splitPiece(
  bytes: Buffer,
  begin: number,
  delimiter: string,
  keep: (cell: string) => string,
): { records: string[][]; end: number } | undefined {
  let size = PIECE_BYTES
  for (;;) {
    const last = begin + size >= bytes.length ? bytes.length : bytes.lastIndexOf(LINE_FEED, begin + size) + 1
    if (last > begin) {
      const split = splitPlain(bytes.toString('utf8', begin, last), delimiter, keep)
      if ('records' in split) return { records: split.records, end: last }
      if (split.because === 'odd') return undefined
    }
    if (last === bytes.length) return undefined
    size *= 2 // a cell over many lines
  }
}

const QUOTE = 0x22
const LINE_FEED = 0x0a

/** Where a piece ends: behind a line end with an even number of quotation marks before it. */
function endOfPiece(bytes: Buffer, begin: number): number {
  let isQuoted = false
  for (let at = begin; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) isQuoted = !isQuoted
    if (at - begin >= PIECE_BYTES && !isQuoted && bytes[at] === LINE_FEED) return at + 1
  }
  return bytes.length
}

/** Longer cells, and more different ones than this, are rarely written again. */
const LONGEST_REPEATED = 40
const MOST_REPEATED = 5_000

/** Keeps one copy of short cells that occur again and again, as personas do. */
function createKeeper(): (cell: string) => string {
  const known = new Map<string, string>()
  return (cell) => {
    if (cell.length > LONGEST_REPEATED) return cell
    const same = known.get(cell)
    if (same === undefined && known.size < MOST_REPEATED) known.set(cell, cell)
    return same ?? cell
  }
}
