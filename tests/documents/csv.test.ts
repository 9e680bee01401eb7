import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { renderCsv } from '../../src/documents/csv.js'
import { renderNdjson } from '../../src/documents/ndjson.js'
import type { Summary } from '../../src/summary/summary.js'

const summary: Summary = {
  schema: 'sixthemes/summary@1',
  title: 'T',
  sources: [
    {
      file: 'a.csv',
      sha256: 'a',
      export: 'columns',
      rows: 5,
      notes: 4,
      dropped: [{ row: 4, reason: 'empty' }],
      warnings: [],
    },
    { file: 'b.csv', sha256: 'b', export: 'wide', rows: 1, notes: 1, dropped: [], warnings: [] },
  ],
  model: 'm',
  groups: [
    {
      persona: 'Coach, senior',
      quadrant: 'Pains',
      status: 'complete',
      themes: [
        {
          id: 'a1b2c3',
          title: '=cmd|calc',
          summary: 'S',
          share: 0.75,
          notes: [
            {
              id: 'f1r1',
              text: '+1 "really"\nyes',
              votes: 3,
              from: [
                { file: 0, row: 1 },
                { file: 0, row: 3 },
              ],
            },
            { id: 'f2r1c2', text: '@home', votes: 1, from: [{ file: 1, row: 1, column: 2, part: 2 }] },
          ],
        },
      ],
      unplaced: [{ id: 'f1r2', text: 'é\nè', votes: 0, from: [{ file: 0, row: 2 }] }],
    },
    {
      persona: 'Lead',
      quadrant: 'Pains',
      status: 'listed',
      themes: [],
      unplaced: [{ id: 'f1r5', text: '-5', from: [{ file: 0, row: 5 }] }],
    },
  ],
  usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
}

const text = renderCsv(summary)
const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]

test('a row for every cell that was read', () => {
  expect(rows.map(({ status }) => status)).toEqual([
    ...['in theme', 'in theme', 'in theme', 'in no theme', 'listed', 'dropped: empty'],
  ])
  expect(rows[2]).toEqual({
    ...{
      persona: 'Coach, senior',
      quadrant: 'Pains',
      theme: "'=cmd|calc",
      theme_id: 'a1b2c3',
      note: "'@home",
    },
    ...{ votes: '1', status: 'in theme', file: 'b.csv', row: '1', column: '2', part: '2' },
  })
  expect(rows.at(-1)).toMatchObject({ persona: '', status: 'dropped: empty', file: 'a.csv', row: '4' })
})

test('a note of several lines is one cell', () => {
  expect(rows[3]).toMatchObject({ note: 'é\nè', status: 'in no theme', row: '2' })
  expect(text).toContain('"é\nè"')
})

test('the sums are those of the documents: notes of a theme, and its votes', () => {
  const own = rows.filter(({ theme_id }) => theme_id === 'a1b2c3')
  expect(own).toHaveLength(3)
  expect(own.reduce((sum, { votes }) => sum + Number(votes), 0)).toBe(4)
})

test('no cell begins as a formula does, and spreadsheets see UTF-8', () => {
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  expect(text.startsWith('\uFEFFpersona,quadrant,theme,')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(8)
})

test('a group a line', () => {
  const lines = renderNdjson(summary).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(summary.groups)
})
