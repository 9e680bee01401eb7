import { createHash } from 'node:crypto'
import { UserError } from '../errors.js'

/** A file's text, and what identifies its bytes. */
export type DecodedText = {
  text: string
  encoding: 'utf-8'
  byteOrderMark: boolean
  /** SHA-256 of the bytes as they were, in hex. */
  sha256: string
}

const SIGNATURES: readonly [prefix: string, looksLike: string][] = [
  ['PK\u0003\u0004', 'an Excel workbook or a ZIP archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Excel workbook'],
  ['%PDF', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['\u00FF\u00D8\u00FF', 'a picture'],
  ['\u00FF\u00FE', 'text in UTF-16'],
  ['\u00FE\u00FF', 'text in UTF-16'],
]

/**
 * Bytes of a file → its text, without a byte order mark.
 * Throws UserError `input-empty` and, for bytes that are not UTF-8 text, `input-not-text`.
 */
export function decode(bytes: Uint8Array, file: string): DecodedText {
  const text = decodeUtf8(bytes, file)
  const byteOrderMark = text.startsWith('\uFEFF')
  const body = byteOrderMark ? text.slice(1) : text
  if (body.trim() === '') throw new UserError('input-empty', { file })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { text: body, encoding: 'utf-8', byteOrderMark, sha256 }
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const known = SIGNATURES.find(([prefix]) => start.startsWith(prefix))
  if (known) throw new UserError('input-not-text', { file, looksLike: known[1] })
  if (bytes.includes(0)) throw new UserError('input-not-text', { file, looksLike: 'binary data' })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UserError('input-not-utf8', { file })
  }
}
