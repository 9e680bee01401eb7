import { expect, test } from 'vitest'
import { decode as decodeBytes } from '../../src/notes/decode.js'
import type { Encoding } from '../../src/text/encoding.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function decode(bytes: Uint8Array, file: string, named?: Encoding) {
  const { utf8, ...rest } = decodeBytes(bytes, file, named)
  return { text: Buffer.from(utf8).toString(), ...rest }
}

test('text is decoded and its bytes identified', () => {
  expect(decode(utf8('note\nno café'), 'a.csv')).toEqual({
    text: 'note\nno café',
    encoding: 'utf-8',
    byteOrderMark: false,
    warnings: [],
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a byte order mark is noticed and is no part of the text', () => {
  expect(decode(utf8('\uFEFFnote\nx'), 'a.csv')).toMatchObject({ text: 'note\nx', byteOrderMark: true })
})

test.each([
  ['nothing', '', 'input-empty'],
  ['only white space', ' \r\n\n', 'input-empty'],
  ['a workbook', 'PK\u0003\u0004xl/', 'input-not-text'],
  ['a PDF', '%PDF-1.7', 'input-not-text'],
  ['zero bytes', 'note\n\u0000', 'input-not-text'],
])('%s is refused', (_, text, code) => {
  expect(() => decode(utf8(text), 'a.csv')).toThrow(expect.objectContaining({ code }))
})

const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

test.each<[string, Uint8Array, string]>([
  ['UTF-16 with a byte order mark, as Excel writes "Unicode text"', utf16('\uFEFFnote\tcafé'), 'utf-16le'],
  ['the same the other way round', utf16('\uFEFFnote\tcafé', true), 'utf-16be'],
  ['UTF-16 without a byte order mark', utf16('note\tcafé and some more'), 'utf-16le'],
  ['the same the other way round, without', utf16('note\tcafé and some more', true), 'utf-16be'],
  ['Windows-1252', Buffer.from('note\tcaf\u00e9', 'latin1'), 'windows-1252'],
])('%s is read', (_, bytes, encoding) => {
  const decoded = decode(bytes, 'a.csv')
  expect(decoded).toMatchObject({ encoding, text: expect.stringMatching(/^note\tcafé/) })
  expect(decoded.warnings).toHaveLength(encoding === 'windows-1252' ? 1 : 0)
})

test('Windows-1252 has quotation marks and a euro where Latin-1 has controls', () => {
  expect(decode(Uint8Array.from([0x93, 0x80, 0x94]), 'a.csv').text).toBe('“€”')
})

test('an encoding that is named is not guessed, and not warned of', () => {
  expect(decode(Buffer.from('caf\u00e9', 'latin1'), 'a.csv', 'windows-1252')).toMatchObject({
    text: 'café',
    warnings: [],
  })
})

test.each([
  ['JSON', '{"type":"excalidraw","elements":[]}', /Trello/],
  ['a JSON list', ' [1, 2]', /Trello/],
  ['HTML', '<!DOCTYPE html><html><body>Log in</body></html>', /log in/],
  ['XML', '<?xml version="1.0"?><a/>', /CSV/],
  ['a picture', 'GIF89a', /Export the board/],
])('%s is told what to export instead', (_, text, next) => {
  expect(() => decode(utf8(text), 'a.csv')).toThrow(
    expect.objectContaining({ code: 'input-not-text', next: expect.stringMatching(next) }),
  )
})

test('a note that begins with a brace is no JSON', () => {
  expect(decode(utf8('[urgent] fix this\n{sic}'), 'a.csv').text).toContain('[urgent]')
})
