import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitPlain } from '../../src/notes/split-plain.js'

const same = (cell: string): string => cell
const split = (text: string, delimiter = ',') => splitPlain(text, delimiter, same)

describe('text as RFC 4180 writes it', () => {
  test.each<[what: string, text: string, records: string[][]]>([
    [
      'cells and rows',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end behind the last row',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'rows that end as on Windows',
      'a,b\r\n"c",d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'delimiters, quotes and line breaks in quotes',
      '"a,b","say ""hi""","two\r\nlines"\n',
      [['a,b', 'say "hi"', 'two\r\nlines']],
    ],
    ['empty cells, at the end too', ',"",\n', [['', '', '']]],
    ['an empty cell at the end of the text', 'a,', [['a', '']]],
    ['blank lines', 'a\n\r\nb\n', [['a'], [''], ['b']]],
    ['a lone carriage return, which is part of its cell', 'a\rb\n', [['a\rb']]],
    ['nothing', '', []],
  ])('%s', (_, text, records) => {
    expect(split(text)).toEqual({ records })
  })

  test('with another delimiter a comma is text', () => {
    expect(split('a,b;c\n', ';')).toEqual({ records: [['a,b', 'c']] })
  })

  test('every cell goes through what keeps it once', () => {
    expect(splitPlain('a,"b"\n', ',', (cell) => cell.toUpperCase())).toEqual({ records: [['A', 'B']] })
  })
})

describe('what is not plain is left to the parser', () => {
  test.each<[what: string, text: string, because: string]>([
    ['a cell that is not closed', 'a,"b\nc', 'open'],
    ['a quote within a cell', 'a,24" screen\n', 'odd'],
    ['text behind a cell in quotes', '"a"b,c\n', 'odd'],
    ['a space behind a cell in quotes', '"a" ,c\n', 'odd'],
    ['a lone carriage return behind a cell in quotes', '"a"\rb\n', 'odd'],
  ])('%s', (_, text, because) => {
    expect(split(text)).toEqual({ because })
  })
})

/** Texts of few characters, most of them the ones that matter. */
const texts = fc
  .array(fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\r', ' ', 'a', 'é', '"a"', '"a\nb"', '\n"'), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''))

test('is split as csv-parse splits it, or not at all', () => {
  let plain = 0
  fc.assert(
    fc.property(texts, fc.constantFrom(',', ';'), (text, delimiter) => {
      const read = split(text, delimiter)
      if (!('records' in read)) return
      plain++
      const options = { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n'] }
      expect(read.records).toEqual(parse(text, options))
    }),
    { numRuns: 3_000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('what csv-parse refuses is never split', () => {
  const refuses = (text: string): boolean => {
    try {
      parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] })
      return false
    } catch (error) {
      return error instanceof CsvError
    }
  }
  fc.assert(
    fc.property(texts.filter(refuses), (text) => {
      expect(split(text)).toHaveProperty('because')
    }),
    { numRuns: 500 },
  )
})
