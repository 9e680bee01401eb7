import { createHash } from 'node:crypto'
import { UserError } from '../errors/user-error.js'
import { nearest } from '../text/nearest.js'
import { type Table, tableOf } from './table.js'
import { listZip } from './zip-entries.js'

/** What reading a workbook depends on. */
export type WorkbookSettings = { headerRows?: number | undefined; sheet?: string | undefined }

/** A table from a workbook, and what identifies its bytes. */
export type WorkbookTable = {
  table: Table
  encoding: 'workbook'
  byteOrderMark: false
  sha256: string
  warnings: string[]
}

/** More than this is no survey: it would fill the memory when it is unpacked. */
const MOST_UNPACKED = 400_000_000
const MOST_PACKED = 100_000_000
const MOST_ENTRIES = 5_000

/** Whether bytes are an .xlsx workbook: a ZIP archive with a folder "xl". */
export function isWorkbook(bytes: Uint8Array): boolean {
  return listZip(bytes)?.some(({ name }) => name.startsWith('xl/')) ?? false
}

/**
 * Bytes of an .xlsx workbook → the table of the sheet that is named, or of the only one that has content. Numbers and dates
 * become text as people see them. Throws UserError `workbook-broken`, `sheet-needed`, `sheet-unknown` or `input-empty`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  { headerRows, sheet: named }: WorkbookSettings,
): Promise<WorkbookTable> {
  checkSize(bytes, file)
  const sheets = await loadSheets(bytes, file)
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  const chosen = named === undefined ? filled[0] : sheets.find(({ name }) => name === named)
  const names = sheets.map(({ name }) => name)
  if (named !== undefined && !chosen)
    throw new UserError('sheet-unknown', { file, sheet: named, known: names, nearest: nearest(named, names) })
  if (named === undefined && filled.length > 1)
    throw new UserError('sheet-needed', { file, sheets: filled.map(({ name }) => name) })
  if (!chosen || chosen.rows.length === 0) throw new UserError('input-empty', { file })
  return {
    table: { ...tableOf(chosen.rows, headerRows), delimiter: ',', isLenient: false },
    encoding: 'workbook',
    byteOrderMark: false,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    warnings: [],
  }
}

/** A workbook unpacks to many times its size; one that was made to fill a machine says so in its directory. */
function checkSize(bytes: Uint8Array, file: string): void {
  const entries = listZip(bytes) ?? []
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (bytes.length > MOST_PACKED || unpacked > MOST_UNPACKED || entries.length > MOST_ENTRIES)
    throw new UserError('workbook-broken', { file, cause: 'it is too large when it is unpacked' })
}

type Sheet = { name: string; rows: string[][] }

async function loadSheets(bytes: Uint8Array, file: string): Promise<Sheet[]> {
  const { default: readSheets } = await import('read-excel-file/universal') // seldom needed
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const sheets = await readSheets(buffer, { parseNumber: toNumber })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: toRows(data) }))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const cause = error instanceof RangeError ? 'it has more rows than can be unpacked at once' : said
    throw new UserError('workbook-broken', { file, cause: cause.split('\n')[0] ?? cause })
  }
}

/** 0.1 + 0.2 is saved as 0.30000000000000004; a cell shows fifteen digits. */
const toNumber = (text: string): number => Number(Number(text).toPrecision(15))

/** Cells as text; rows of one width, without blank ones at the end. */
function toRows(data: readonly (readonly unknown[])[]): string[][] {
  const width = data.reduce((most, row) => Math.max(most, row.length), 0) // spread, many rows fill the stack
  const rows = data.map((row) => Array.from({ length: width }, (_, column) => toText(row[column])))
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop()
  return rows
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return ''
  const seconds = new Date(Math.round(value.getTime() / 1_000) * 1_000).toISOString().slice(0, 19)
  const [day = '', time = ''] = seconds.split('T')
  return time === '00:00:00' ? day : `${day} ${time}`
}
