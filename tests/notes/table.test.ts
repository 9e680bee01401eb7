import { expect, test } from 'vitest'
import { parseTable as parse } from '../../src/notes/table.js'
import type { Delimiter } from '../../src/text/delimiter.js'

const parseTable = (text: string, file: string, options?: { delimiter?: Delimiter; headerRows?: number }) =>
  parse(Buffer.from(text), file, options)

test.each([
  ['comma', 'a,b\n1,2', ',', [['1', '2']]],
  ['semicolon, with commas in the notes', 'a;b\n1,5;2,5', ';', [['1,5', '2,5']]],
  ['tab', 'a\tb\n1\t2', '\t', [['1', '2']]],
  ['bar', 'a|b\n1|2', '|', [['1', '2']]],
  ['as a first line says', 'sep=;\r\na;b\r\n1,5;2,5', ';', [['1,5', '2,5']]],
  ['none: a list whose notes hold commas', 'note\nfast, cheap\nslow', 'none', [['fast, cheap'], ['slow']]],
  ['quoted line break and delimiter', 'a,b\n"x\ny","1,2"', ',', [['x\ny', '1,2']]],
  ['CRLF, with a bare LF inside quotes', 'a,b\r\n"x\ny",2\r\n', ',', [['x\ny', '2']]],
  [
    'a lone carriage return inside a cell',
    'a,b\r\nx\ry,2\r\n3,4',
    ',',
    [
      ['x\ry', '2'],
      ['3', '4'],
    ],
  ],
  [
    'old Mac line ends',
    'a,b\r1,2\r3,4',
    ',',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a space before a quoted cell', 'a, b\n1, "too slow, always"', ',', [['1', 'too slow, always']]],
  ['quotation marks inside an unquoted cell', 'a,b\n24" screen,2', ',', [['24" screen', '2']]],
  ['ragged rows', 'a,b\n1\n1,2,3', ',', [['1'], ['1', '2', '3']]],
  ['blank lines inside count, at the end they do not', 'a,b\n\n1,2\n\n\n', ',', [[''], ['1', '2']]],
])('%s', (_, text, delimiter, records) => {
  expect(parseTable(text, 'a.csv')).toMatchObject({ delimiter, records })
})

test('headers may be empty or occur twice', () => {
  expect(parseTable('a,,a\n1,2,3', 'a.csv').header).toEqual(['a', '', 'a'])
})

test('a delimiter that is given is not guessed', () => {
  expect(parseTable('a;b,c\n1;2,3', 'a.csv', { delimiter: ';' }).records).toEqual([['1', '2,3']])
})

test('without a header the first row is a record', () => {
  expect(parseTable('a\nb\n', 'a.csv', { headerRows: 0 })).toMatchObject({
    header: [''],
    records: [['a'], ['b']],
  })
})

test('several header rows that the user names are one', () => {
  const text = 'What do you use?,,What bugs you?\nChat,Mail,Open\nx,,slow\n'
  expect(parseTable(text, 'a.csv', { headerRows: 2 })).toMatchObject({
    header: ['What do you use? | Chat', 'What do you use? | Mail', 'What bugs you? | Open'],
    records: [['x', '', 'slow']],
  })
})

test('a quotation mark that is never closed is reported with its row', () => {
  const text = 'a,b\n1,2\n3,"x\n4,5\n'
  expect(() => parseTable(text, 'a.csv')).toThrow(
    expect.objectContaining({ code: 'quote-not-closed', details: { file: 'a.csv', row: 2 } }),
  )
})

test('a quotation mark that is never closed is not mended with one of a later row', () => {
  const text = 'persona,note\nCoach,"no time\nLead,slow\nLead,"quoted"\nDev,x'
  expect(() => parseTable(text, 'a.csv')).toThrow(expect.objectContaining({ code: 'quote-not-closed' }))
})

test('a lenient reading says so', () => {
  expect(parseTable('a,b\n24" screen,2', 'a.csv').isLenient).toBe(true)
  expect(parseTable('a,b\n"24"" screen",2', 'a.csv').isLenient).toBe(false)
})
