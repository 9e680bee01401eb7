import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { UserError } from '../errors/user-error.js'
import type { Encoding } from '../text/encoding.js'
import { guessEncoding, isEncodedTwice } from './guess-encoding.js'

/** A file's text, and what identifies its bytes. */
export type DecodedText = {
  /** The text as UTF-8, which most files have already: one of 100 MB is not copied. */
  utf8: Uint8Array
  encoding: Encoding
  byteOrderMark: boolean
  /** SHA-256 of the bytes as they were, in hex. */
  sha256: string
  /** Said where the encoding is a guess. */
  warnings: string[]
}

/** Bytes that begin a file that is no table of text, and what to do instead. */
const SIGNATURES: readonly [bytes: string, looksLike: string, instead?: string][] = [
  [
    'PK\u0003\u0004',
    "a ZIP archive, or a workbook that is damaged or none of Excel's",
    'Of a ZIP, use the CSV file inside; open a workbook and save it as .xlsx, or its sheet as "CSV UTF-8".',
  ],
  [
    '\u00D0\u00CF\u0011\u00E0',
    'an Excel workbook that is encrypted with a password, or an old one (.xls)',
    'Open it and save it as .xlsx without a password, or the sheet as "CSV UTF-8".',
  ],
  ['%PDF', 'a PDF', 'Export the board as CSV instead.'],
  ['\u0089PNG', 'a picture', 'Export the board as CSV instead.'],
  ['GIF8', 'a picture', 'Export the board as CSV instead.'],
  ['\u00FF\u00D8\u00FF', 'a picture', 'Export the board as CSV instead.'],
]

/**
 * Bytes of a file → its text, without a byte order mark. The encoding is told by a byte order mark or by the
 * zero bytes of UTF-16; else it is UTF-8, and what is not UTF-8 is guessed by its bytes with a warning.
 * Throws UserError `input-empty`, `encoding-mixed`, or `input-not-text` for workbooks, pictures, JSON, HTML and other bytes.
 */
export function decode(bytes: Uint8Array, file: string, named?: Encoding): DecodedText {
  checkSignature(bytes, file)
  const encoding = named ?? detectEncoding(bytes, file)
  const whole = toUtf8(bytes, encoding)
  const byteOrderMark = BYTE_ORDER_MARK.every((byte, index) => whole[index] === byte)
  const utf8 = byteOrderMark ? whole.subarray(BYTE_ORDER_MARK.length) : whole
  if (utf8.every(isBlank)) throw new UserError('input-empty', { file })
  checkIsTable(utf8, file)
  const isGuess = named === undefined && !encoding.startsWith('utf-')
  const warnings = [
    ...(isGuess
      ? [`the text is not in UTF-8 and was read as ${encoding}; look at its letters, or say --encoding`]
      : []),
    ...(isEncodedTwice(startOf(utf8)) ? [TWICE] : []),
  ]
  return { utf8, encoding, byteOrderMark, sha256: createHash('sha256').update(bytes).digest('hex'), warnings }
}

const TWICE =
  'some letters look as if the text had been encoded twice ("Ã¼" for "ü"): export the file again, or open it as UTF-8 where it was saved'

const startOf = (utf8: Uint8Array): string => new TextDecoder().decode(utf8.subarray(0, 256_000))

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** Space, tab, line feed or carriage return. */
const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)

function toUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8' && isUtf8(bytes)) return bytes
  if (encoding === 'windows-1252') return Buffer.from(decodeWindows1252(bytes))
  return Buffer.from(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes))
}

/** The characters of the bytes 0x80 to 0x9F, in which Windows-1252 differs from Latin-1 (WHATWG's index). */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Node's own decoder of this name reads Latin-1 instead, up to Node 23. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder('latin1').decode(bytes)
  return latin1.replace(/[\u0080-\u009F]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character)
}

/**
 * The first line that is not UTF-8 in a text of which other lines are, with letters that only UTF-8 has so: one letter of another
 * encoding must not have all the others misread. Nothing where a text is in one encoding.
 */
export function brokenLine(bytes: Uint8Array): { line: number; name: string } | undefined {
  if (isUtf8(bytes) || bytes.includes(0)) return undefined
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const areUtf8 = lines.map((line) => isUtf8(Buffer.from(line, 'latin1')))
  const hasLetters = lines.some(
    (line, index) => areUtf8[index] && /[\u00C3-\u00F4][\u0080-\u00BF]/.test(line),
  )
  const line = areUtf8.indexOf(false)
  return hasLetters ? { line: line + 1, name: lines[line]?.trim() ?? '' } : undefined
}

function checkSignature(bytes: Uint8Array, file: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (/opendocument\.(?:spreadsheet|text)/.test(String.fromCharCode(...bytes.subarray(30, 100)))) {
    const looksLike = 'an OpenDocument file (.ods or .odt)'
    throw new UserError('input-not-text', {
      file,
      looksLike,
      instead: 'Open it and save it as .xlsx, or its sheet as "CSV UTF-8".',
    })
  }
  for (const [signature, looksLike, instead] of SIGNATURES) {
    if (start.startsWith(signature)) throw new UserError('input-not-text', { file, looksLike, instead })
  }
}

function detectEncoding(bytes: Uint8Array, file: string): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.includes(0)) return detectUtf16(bytes, file)
  if (isUtf8(bytes)) return 'utf-8'
  checkNotMixed(bytes, file)
  return guessEncoding(bytes)
}

/** One bad byte among many good letters is a fault of the file, and no reason to read all of them otherwise. */
const MANY_LETTERS = 20

/** Throws UserError `encoding-mixed` with the place of a byte that is no UTF-8 where the rest is. */
function checkNotMixed(bytes: Uint8Array, file: string): void {
  let good = 0
  let bad = 0
  let first: { line: number; byte: number } | undefined
  let line = 1
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfLetter(bytes, at)
    if (bytes[at] === 0x0a) line++
    if (length > 1) good++
    if (length === 0) {
      bad++
      first ??= { line, byte: at + 1 }
    }
    at += Math.max(1, length)
  }
  if (first && good >= MANY_LETTERS && good > bad * MANY_LETTERS)
    throw new UserError('encoding-mixed', { file, ...first })
}

/** How many bytes of UTF-8 the character takes that begins here; 0 where none does. */
function lengthOfLetter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

const SAMPLE = 4_096

/** Text in UTF-16 without a byte order mark has its zero bytes on one side: most of its characters are Latin. */
function detectUtf16(bytes: Uint8Array, file: string): Encoding {
  const zeros = [0, 0]
  const sample = bytes.subarray(0, SAMPLE)
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2))
  if (odd > 0.4 && even < 0.1) return 'utf-16le'
  if (even > 0.4 && odd < 0.1) return 'utf-16be'
  throw new UserError('input-not-text', { file, looksLike: 'binary data' })
}

/** Other text formats that whiteboards and surveys write. */
function checkIsTable(utf8: Uint8Array, file: string): void {
  const start = new TextDecoder().decode(utf8.subarray(0, SAMPLE)).trimStart().slice(0, 200)
  if (/^<(?:!doctype html|html|\?xml|svg)\b/i.test(start)) {
    const instead = 'It may be a page to log in on, saved by mistake. Export the board as CSV.'
    throw new UserError('input-not-text', { file, looksLike: 'HTML or XML', instead })
  }
  if (/^\{\|/.test(start)) {
    const instead = 'Copy the table from the page into a sheet, and save that as CSV.'
    throw new UserError('input-not-text', { file, looksLike: 'the markup of a wiki', instead })
  }
  if (/^[{[]/.test(start) && isJson(utf8)) {
    const instead =
      'Export as CSV instead; Trello, Excalidraw and tldraw write JSON, and their notes can be pasted into a sheet.'
    throw new UserError('input-not-text', { file, looksLike: 'JSON', instead })
  }
}

function isJson(utf8: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(utf8))
    return true
  } catch {
    return false
  }
}
