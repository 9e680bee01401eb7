import { UserError } from '../../errors/user-error.js'
import type { Delimiter } from '../../text/delimiter.js'
import type { Encoding } from '../../text/encoding.js'
import { nearest } from '../../text/nearest.js'
import { type Column, type ColumnChoice, type NamedColumns, namedNotes, nameOf } from '../columns.js'
import { decode } from '../decode.js'
import type { Drop, Note } from '../note.js'
import type { SourceFile } from '../source-file.js'
import { parseTable, type Table } from '../table.js'
import { blocksExport } from './blocks-export.js'
import { columnsExport } from './columns-export.js'
import type { ExportKind, ReadOptions, Withheld } from './export-kind.js'
import { lucidsparkExport } from './lucidspark-export.js'
import { namedExports } from './named-exports.js'
import { surveyExport } from './survey-export.js'
import { wideExport } from './wide-export.js'

/** What the user fixed about reading; everything else is found out. */
export type ReadingSettings = {
  named: NamedColumns
  delimiter?: Delimiter | undefined
  encoding?: Encoding | undefined
  /** Name of the kind of export, where the user says it. */
  kind?: string | undefined
  /** How many rows name the columns, where the user says it. */
  headerRows?: number | undefined
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
  encoding: Encoding
  byteOrderMark: boolean
  delimiter: Delimiter
  header: readonly string[]
  columns: Partial<ColumnChoice>
  noteColumns: readonly Column[]
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

/** Kinds of export, most specific first; the last takes any table. */
const KINDS: readonly ExportKind[] = [
  lucidsparkExport,
  ...namedExports,
  surveyExport,
  wideExport,
  blocksExport,
  columnsExport,
]

const KIND_NAMES = KINDS.map(({ name }) => name)

/** Reads files in the given order. Throws UserError for the first that cannot be read. */
export function readSources(files: readonly SourceFile[], settings: ReadingSettings): Source[] {
  return files.map((file, index) => readSource(file, index, settings))
}

function readSource({ file, bytes }: SourceFile, source: number, settings: ReadingSettings): Source {
  const { delimiter: given, encoding, headerRows } = settings
  const { utf8, warnings, ...decoded } = decode(bytes, file, encoding)
  const table = parseTable(utf8, file, {
    ...(given && { delimiter: given }),
    ...(headerRows !== undefined && { headerRows }),
  })
  const { named, isQuadrant = () => false } = settings
  const options: ReadOptions = { file, source, named, isQuadrant, headerRows }
  const { kind, because } = recognise(table, options, settings.kind)
  const { header, records, delimiter } = table
  if (records.length === 0) throw new UserError('input-without-rows', { file, columns: header })
  const reading = kind.read(table, options)
  if (reading.notes.length === 0) {
    const column = reading.noteColumns.map(nameOf).join('", "')
    throw new UserError('input-without-notes', { file, rows: reading.rows, column })
  }
  return {
    file,
    ...decoded,
    export: kind.name,
    because,
    delimiter,
    ...reading,
    warnings: [...warnings, ...(table.isLenient ? [LENIENT] : []), ...reading.warnings],
  }
}

/** The first kind that takes the table, or the one that is named. */
function recognise(table: Table, options: ReadOptions, named: string | undefined) {
  if (named !== undefined && !KIND_NAMES.includes(named)) {
    throw new UserError('export-unknown', {
      kind: named,
      known: KIND_NAMES,
      nearest: nearest(named, KIND_NAMES),
    })
  }
  const hasSeveral = namedNotes(options.named).length > 1
  for (const kind of KINDS) {
    if (named !== undefined && kind.name !== named) continue
    if (hasSeveral && !kind.takesSeveral) continue
    const because = kind.recognise(table, options)
    if (because) return { kind, because }
  }
  throw new UserError('export-not-recognised', { file: options.file, kind: named ?? '' })
}
