import { expect, test } from 'vitest'
import { parseTopics } from '../../src/quality/parse-topics.js'

test('topics by row; notes that stand alone or mean nothing have none', () => {
  const topics = parseTopics(
    'row,persona,topic\n1,Coach,time\n2,Coach,loner\n3,Coach,noise\n4,Coach,\n5,Coach,tools\n',
    'x',
  )
  expect([...topics]).toEqual([
    [1, 'time'],
    [5, 'tools'],
  ])
})

test.each([
  ['a row that is no number', 'row,topic\n1,a\ntwo,b\n', 2],
  ['a row 0', 'row,topic\n0,a\n', 1],
  ['other columns', 'note,label\nx,y\n', 1],
  ['a quotation mark that is not closed', 'row,topic\n1,"a\n', 1],
])('%s is an error with its row', (_, text, row) => {
  expect(() => parseTopics(text, 'board.topics.csv')).toThrow(
    expect.objectContaining({ code: 'topics-invalid', details: { file: 'board.topics.csv', row } }),
  )
})
