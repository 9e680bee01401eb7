import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import type { Summary, SummaryGroup } from '../../src/summary/summary.js'
import { fold } from '../../src/text/fold.js'
import { runProgram } from '../support/fake-world.js'

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url))

const SUMMARY = fixture('support-workshop/summary.json')
const DECISIONS = fixture('support-workshop/decisions.yaml')
const BOARD = fixture('support-workshop/support-workshop.csv')
const RECORDED = readdirSync(new URL('../../fixtures/support-workshop/recordings', import.meta.url)).filter(
  (name) => name.endsWith('.json'),
)
const FORMATS = ['md', 'json', 'csv', 'ndjson'] as const

const render = (files: Record<string, Uint8Array | string>, ...argv: string[]) =>
  runProgram(['render', 'summary.json', ...argv], { files })

test('documents are written again, the same bytes as by summarize, and nothing is asked', async () => {
  const { exitCode, files, requests, stderr } = await render(
    { 'summary.json': SUMMARY },
    ...FORMATS.flatMap((format) => ['-o', `again.${format}`]),
  )
  expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] })
  expect(stderr).toBe('Written: again.md, again.json, again.csv, again.ndjson\n')
  expect(files['again.json']).toBe(SUMMARY.toString())
  expect(files['again.md']).toBe(fixture('support-workshop/summary.md').toString())
})

test('the decisions of the sample: a title, a summary, notes moved, a merge, a new theme, one that lapsed', async () => {
  const { exitCode, files } = await render(
    { 'summary.json': SUMMARY, 'd.yaml': DECISIONS },
    ...['--decisions', 'd.yaml', '-o', 'decided.md', '-o', 'decided.json'],
  )
  expect(exitCode).toBe(0)
  await expect(files['decided.md']).toMatchFileSnapshot('../../fixtures/support-workshop/decided.md')
  await expect(files['decided.json']).toMatchFileSnapshot('../../fixtures/support-workshop/decided.json')
})

test('a run with the same decisions writes the same bytes, and a re-sorted export keeps them', async () => {
  const recordings = Object.fromEntries(
    RECORDED.map((name) => [`r/${name}`, fixture(`support-workshop/recordings/${name}`)]),
  )
  const [header = [], ...rows] = parse(BOARD, { bom: true })
  const sorted = stringify([header, ...rows.reverse()])
  const files = { 'support-workshop.csv': BOARD, 'sorted.csv': sorted, 'd.yaml': DECISIONS, ...recordings }
  const argv = ['-m', 'gateway-llm', '--recordings', 'r', '--replay', '--decisions', 'd.yaml', '-f', 'json']
  const title = ['--title', 'How does it feel to work in support?']
  const run = await runProgram(['summarize', 'support-workshop.csv', ...argv, ...title], { files })
  expect(run.stdout).toBe(fixture('support-workshop/decided.json').toString())
  const shuffled = await runProgram(['summarize', 'sorted.csv', ...argv, ...title], { files })
  expect(placesOf(shuffled.stdout)).toEqual(placesOf(run.stdout))
})

/** Which texts stand under which title. */
function placesOf(json: string): unknown {
  const { groups } = JSON.parse(json) as Summary
  const textsOf = (notes: SummaryGroup['unplaced']): string[] => notes.map(({ text }) => fold(text)).sort()
  return Object.fromEntries(
    groups.map(({ persona, quadrant, themes, unplaced }) => [
      `${persona} / ${quadrant}`,
      [Object.fromEntries(themes.map(({ title, notes }) => [title, textsOf(notes)])), textsOf(unplaced)],
    ]),
  )
}

test('the next wave keeps what is still there, and names what is gone', async () => {
  const { files } = await render(
    { 'summary.json': fixture('waves/2026-q2.json'), 'd.yaml': fixture('waves/decisions.yaml') },
    ...['--decisions', 'd.yaml', '-o', 'out.json'],
  )
  const { groups, decisions } = JSON.parse(files['out.json'] ?? '') as Summary
  const titles = groups.flatMap(({ themes }) => themes.map(({ title }) => title))
  expect(titles).toEqual(expect.arrayContaining(['Measured by the wrong things', 'My team and my freedom']))
  expect(decisions?.lapsed).toMatchObject([
    { decision: 2, gone: 'theme', named: 'tdb4143' },
    { decision: 4, gone: 'note' },
  ])
})

test('a decision that lapsed is a shortfall under --strict', async () => {
  const files = { 'summary.json': SUMMARY, 'd.yaml': DECISIONS }
  const { exitCode, stderr } = await render(files, '--decisions', 'd.yaml', '--strict', '-o', 'out.md')
  expect(exitCode).toBe(3)
  expect(stderr).toContain(
    'falls short: decision 7 (Team lead / Gains): there is no note “free pizza on Fridays”',
  )
})

test('--check compares without writing', async () => {
  const decided = fixture('support-workshop/decided.md').toString()
  const files = {
    'summary.json': SUMMARY,
    'd.yaml': DECISIONS,
    'same.md': decided,
    'other.md': `${decided}x`,
  }
  const check = ['--decisions', 'd.yaml', '--check', '-o']
  expect(await render(files, ...check, 'same.md')).toMatchObject({ exitCode: 0 })
  const other = await render(files, ...check, 'other.md')
  expect(other).toMatchObject({ exitCode: 1, files: { 'other.md': `${decided}x` } })
})

type Edit = (summary: Summary) => void
const first = ({ groups }: Summary) => {
  const [group] = groups
  const [theme, other] = group?.themes ?? []
  const [note] = theme?.notes ?? []
  if (!group || !theme || !other || !note) throw new Error('a group with two themes')
  return { group, theme, other, note }
}

const EDITS: [string, Edit, string][] = [
  ['a note in two themes', (summary) => first(summary).other.notes.push(first(summary).note), 'its share is'],
  ['a note that is gone', (summary) => first(summary).theme.notes.pop(), 'its share is'],
  ['a share', (summary) => Object.assign(first(summary).theme, { share: 0.5 }), 'its share is 0.5'],
  ['votes', (summary) => Object.assign(first(summary).theme, { votes: 99 }), 'it has 99 votes'],
  [
    'the words of a note',
    (summary) => Object.assign(first(summary).note, { text: 'Never said' }),
    'these words are not in',
  ],
  [
    'what the model had',
    ({ groups }) => void groups.find(({ decided }) => decided)?.decided?.model.themes[0]?.notes.push('r0'),
    'the model had a note r0',
  ],
]

test.each(EDITS)('%s that was edited in the JSON is refused by every reader', async (_, edit, says) => {
  const summary = JSON.parse(fixture('support-workshop/decided.json').toString()) as Summary
  edit(summary)
  const files = {
    'support-workshop.csv': BOARD,
    'summary.json': JSON.stringify(summary),
    'other.json': SUMMARY,
    'table.csv': 'persona,quadrant,theme,note\n',
  }
  for (const argv of [
    ['render', 'summary.json', '-o', 'out.md'],
    ['compare', 'summary.json', 'other.json', '--no-model', '-o', 'out.md'],
    ['overview', 'summary.json', '-m', 'm', '-o', 'out.md'],
    ['revise', 'summary.json', 'table.csv'],
    ['summarize', 'support-workshop.csv', '-m', 'm', '--previous', 'summary.json', '-o', 'out.md'],
  ]) {
    const { exitCode, stderr, files: after } = await runProgram(argv, { files })
    expect([exitCode, stderr, argv]).toEqual([2, expect.stringContaining(says), argv])
    expect(after['out.md']).toBeUndefined()
  }
})
