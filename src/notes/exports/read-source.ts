import { UserError } from '../../errors/user-error.js'
import type { Delimiter } from '../../text/delimiter.js'
import type { Encoding } from '../../text/encoding.js'
import { nearest } from '../../text/nearest.js'
import { onceEach } from '../../text/once-each.js'
import {
  type Column,
  type ColumnChoice,
  type NamedColumns,
  namedNotes,
  nameOf,
  type SaidBy,
} from '../columns.js'
import { decode } from '../decode.js'
import type { Drop, Note } from '../note.js'
import { isRetroHeading } from '../retro-headings.js'
import type { SourceFile } from '../source-file.js'
import { parseTable, READ_AS_A_LIST, type Table } from '../table.js'
import { isWorkbook, readWorkbook, type WorkbookTable } from '../workbook.js'
import type { Reading, ReadOptions, Withheld } from './export-kind.js'
import { KIND_AND_TOOL_NAMES, KINDS, kindNamed } from './kinds.js'
import { splitSections } from './split-sections.js'
import { withoutBullets } from './without-bullets.js'

/** What the user fixed about reading; everything else is found out. */
export type ReadingSettings = {
  named: NamedColumns
  /** Where the user named a column, for messages; flags where absent. */
  saidBy?: SaidBy | undefined
  delimiter?: Delimiter | undefined
  encoding?: Encoding | undefined
  /** Name of the kind of export, where the user says it. */
  kind?: string | undefined
  /** How many rows name the columns, where the user says it. */
  headerRows?: number | undefined
  /** The sheet of a workbook, where the user says it. */
  sheet?: string | undefined
  /** Whether a heading is known as a quadrant of a map. */
  isQuadrant?(heading: string): boolean
}

/** One file, read: its notes and an account of the rest. */
export type Source = {
  file: string
  sha256: string
  /** Kind of export, and why it was taken for that. */
  export: string
  because: string
  encoding: Encoding | 'workbook'
  byteOrderMark: boolean
  delimiter: Delimiter
  header: readonly string[]
  columns: Partial<ColumnChoice>
  noteColumns: readonly Column[]
  /** Quadrants in the order of their columns, where columns are quadrants. */
  quadrants?: readonly string[]
  withheld?: readonly Withheld[]
  /** Records of data below the header. */
  rows: number
  /** Cells of the note columns: `notes` and `dropped` add up to it. */
  cells: number
  notes: readonly Note[]
  dropped: readonly Drop[]
  warnings: readonly string[]
  /** Guesses that are too weak to go on without the user's word. */
  doubts?: readonly string[]
}

const LENIENT = 'quotation marks stand inside cells, where CSV has them doubled; they were read as they are'

/** A file, and its table where it is a workbook, which is unpacked beforehand. */
export type LoadedFile = SourceFile & { workbook?: WorkbookTable | undefined }

/** Unpacks workbooks; files of text are taken as they are. Throws as `readWorkbook` does. */
export async function unpackWorkbooks(
  files: readonly SourceFile[],
  settings: Pick<ReadingSettings, 'headerRows' | 'sheet'>,
): Promise<LoadedFile[]> {
  const unpack = async ({ file, bytes }: SourceFile): Promise<LoadedFile> => {
    return {
      file,
      bytes,
      workbook: isWorkbook(bytes) ? await readWorkbook(bytes, file, settings) : undefined,
    }
  }
  return Promise.all(files.map(unpack))
}

/** Reads files in the given order. Throws UserError for the first that cannot be read. */
export function readSources(files: readonly LoadedFile[], settings: ReadingSettings): Source[] {
  return files.map((file, index) => readSource(file, index, settings))
}

/** No note is longer: such a cell is a file within a file. Characters. */
const LONGEST_CELL = 100_000

/** Spreadsheets have no more columns than this. */
const MOST_COLUMNS = 16_384

/** Throws UserError `table-too-wide`, or `cell-too-long` with its row and column. */
function checkCells({ header, records }: Table, file: string): void {
  const check = (record: readonly string[], row: number): void => {
    for (let column = 0; column < record.length; column++) {
      const length = record[column]?.length ?? 0
      if (length > LONGEST_CELL)
        throw new UserError('cell-too-long', { file, row, column: column + 1, length })
    }
  }
  if (header.length > MOST_COLUMNS)
    throw new UserError('table-too-wide', { file, columns: header.length, most: MOST_COLUMNS })
  check(header, 0)
  for (const [index, record] of records.entries()) check(record, index + 1)
}

/** The table of a file, before anything is known of its columns. */
export function openTable({ file, bytes, workbook }: LoadedFile, settings: ReadingSettings) {
  return workbook ?? readText(bytes, file, settings)
}

/** Reads one file; `source` is its index among those that are read. */
export function readSource(loaded: LoadedFile, source: number, settings: ReadingSettings): Source {
  const { file } = loaded
  const { headerRows, named } = settings
  const { table, warnings, ...decoded } = openTable(loaded, settings)
  checkCells(table, file)
  const isKnown = settings.isQuadrant ?? (() => false)
  // every kind of export asks the same of the same cells
  const isQuadrant = onceEach((heading) => heading !== '' && (isKnown(heading) || isRetroHeading(heading)))
  const options: ReadOptions = {
    ...{ file, source, named, headerRows, isForced: settings.kind !== undefined },
    saidBy: settings.saidBy ?? ((role) => `--${role}`),
    isQuadrant,
  }
  const { kind, because } = recognise(table, options, settings.kind)
  if (table.records.length === 0 && table.header.some((cell) => cell.trim().includes('\n')))
    throw new UserError('cells-hold-lists', { file })
  if (table.records.length === 0) throw new UserError('input-without-rows', { file, columns: table.header })
  const read = kind.read(table, options)
  const reading = withoutBullets(kind.takesSeveral ? read : splitSections(read, options))
  if (reading.notes.length === 0) {
    const column = reading.noteColumns.map(nameOf).join('", "')
    throw new UserError('input-without-notes', { file, rows: reading.rows, column })
  }
  return {
    file,
    ...decoded,
    export: kind.name,
    because,
    delimiter: table.delimiter,
    ...reading,
    doubts: [...(reading.doubts ?? []), ...(named.note === undefined ? largerTable(reading) : [])],
    warnings: [
      ...warnings,
      ...(table.isLenient ? [LENIENT] : []),
      ...table.warnings.filter((warning) => warning !== READ_AS_A_LIST || hasFirstRow(reading)),
      ...reading.warnings,
    ],
  }
}

const hasFirstRow = ({ notes }: Reading): boolean => notes.some(({ place }) => place.row === 1)

/** What is not read should not be more than what is. */
function largerTable({ dropped, notes }: Reading): string[] {
  const rows = dropped.filter(({ reason }) => reason === 'second table').map(({ row }) => row)
  if (new Set(rows).size <= notes.length) return []
  return [
    `a second table begins in row ${rows[0]}, is larger than the first one and is not read: put each into a file of its own`,
  ]
}

/** A file of text → its table. */
function readText(bytes: Uint8Array, file: string, { delimiter, encoding, headerRows }: ReadingSettings) {
  const { utf8, ...decoded } = decode(bytes, file, encoding)
  return { ...decoded, table: parseTable(utf8, file, { delimiter, headerRows }) }
}

/** The first kind that takes the table, or the one that is named: that one reads it whatever it looks like. */
function recognise(table: Table, options: ReadOptions, name: string | undefined) {
  const several = namedNotes(options.named).length > 1
  if (name !== undefined) {
    const kind = kindNamed(name)
    if (!kind) {
      const known = KIND_AND_TOOL_NAMES
      throw new UserError('export-unknown', { kind: name, known, nearest: nearest(name, known) })
    }
    if (several && !kind.takesSeveral)
      throw new UserError('several-notes', { file: options.file, kind: name, option: options.saidBy('note') })
    return { kind, because: kind.recognise(table, options) ?? `as named: ${name}` }
  }
  for (const kind of KINDS) {
    if (several && !kind.takesSeveral) continue
    const because = kind.recognise(table, options)
    if (because) return { kind, because }
  }
  throw new Error('the last kind of export takes any table')
}
