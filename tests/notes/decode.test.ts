import { expect, test } from 'vitest'
import { decode } from '../../src/notes/decode.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('text is decoded and its bytes identified', () => {
  expect(decode(utf8('note\nno café'), 'a.csv')).toEqual({
    text: 'note\nno café',
    encoding: 'utf-8',
    byteOrderMark: false,
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

test('bytes that are not UTF-8 are refused, not replaced', () => {
  const latin1 = Uint8Array.from([0x63, 0x61, 0x66, 0xe9])
  expect(() => decode(latin1, 'a.csv')).toThrow(expect.objectContaining({ code: 'input-not-utf8' }))
})
