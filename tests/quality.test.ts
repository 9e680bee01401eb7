import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Summary } from '../src/summary/summary.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../docs/quality.md', import.meta.url), 'utf8')

const SAMPLE = 'fixtures/support-workshop/support-workshop.csv'
const GIVEN = 'fixtures/support-workshop/given.csv'
const board = (name: string): string => `fixtures/boards/${name}.csv`
const BOARDS = [
  'abstract',
  'easy',
  'four-notes',
  'german',
  'japanese',
  'large',
  'mixed',
  'one-word',
  'skewed',
].map(board)
const VARIED = ['abstract', 'easy', 'german', 'mixed', 'one-word'].map(board)
const V3 = ['--models', 'gateway-llm', '--prompts', 'six-themes@3']

/** The built program's measures of what is recorded. */
const evaluate = (...argv: string[]): string =>
  execFileSync(process.execPath, ['dist/bin.js', 'eval', ...argv, '--replay', '-q'], { cwd: ROOT }).toString()

test.each([
  [
    'eval',
    [
      SAMPLE,
      ...BOARDS,
      '--models',
      'baseline',
      'gateway-llm',
      '--prompts',
      'six-themes@1',
      'six-themes@2',
      'six-themes@3',
    ],
  ],
  ['given', [SAMPLE, '--given', GIVEN, '-m', 'gateway-llm']],
  ['stability', [SAMPLE, ...VARIED, ...V3, '--repeat', '2', '--vary']],
  ['canaries', [...VARIED, ...V3, '--canaries']],
])('the table "%s" of docs/quality.md is what the recordings give', { timeout: 60_000 }, (name, argv) => {
  const [, shown] = PAGE.split(new RegExp(`<!-- /?${name} -->`))
  expect(shown?.trim()).toBe(evaluate(...argv).trim())
})

test('nothing is lost or misquoted, and the floor is cleared by far on abstract notes', () => {
  const rows = JSON.parse(
    evaluate(SAMPLE, board('abstract'), '--models', 'baseline', 'gateway-llm', '--json'),
  )
  for (const { lostAfter, misquoted } of rows)
    expect({ lostAfter, misquoted }).toEqual({ lostAfter: 0, misquoted: 0 })
  const [, , floor = 0, model = 0]: number[] = rows.map(
    (row: { agreement: { adjustedRand: number } }) => row.agreement.adjustedRand,
  )
  expect(model - floor).toBeGreaterThan(0.3)
})

test('what docs/quality.md says of given themes beside the labels is what the recordings give', () => {
  const argv = ['-c', 'fixtures/support-workshop/sixthemes.yaml', '--given', GIVEN, '-f', 'json', '-q']
  const run = execFileSync(process.execPath, ['dist/bin.js', 'summarize', SAMPLE, ...argv], { cwd: ROOT })
  const { groups }: Summary = JSON.parse(run.toString())
  const labels = readFileSync(
    new URL('../fixtures/support-workshop/support-workshop.topics.csv', import.meta.url),
  )
  const topics = parse(labels, { from: 2 }).map(([, , , topic = '']) => topic)
  const isTopic = (topic: string): boolean => topic !== 'noise' && topic !== 'loner'
  const outcomes = groups.flatMap(({ themes, unplaced }) => [
    ...themes.flatMap(({ title, notes }) => notes.map((note) => ({ note, home: toTopic(title) }))),
    ...unplaced.map((note) => ({ note, home: 'none' })),
  ])
  const count = (is: (home: string, topic: string) => boolean): number =>
    outcomes.flatMap(({ note, home }) => note.from.filter(({ row }) => is(home, topics[row - 1] ?? '')))
      .length
  const [right, elsewhere, left, out, forced] = [
    count((home, topic) => home === topic),
    count((home, topic) => home !== 'none' && isTopic(topic) && home !== topic),
    count((home, topic) => home === 'none' && isTopic(topic)),
    count((home, topic) => home === 'none' && !isTopic(topic)),
    count((home, topic) => home !== 'none' && !isTopic(topic)),
  ]
  expect(PAGE.replace(/\s+/g, ' ')).toContain(
    `of the 410 notes ${right} are placed as labelled, ${elsewhere} elsewhere, ${left} in no theme although they have a topic; ${out} that have none are in no theme, and ${forced} of them in one`,
  )
})

test('what docs/quality.md says of how notes feel is what the recordings give, and clears the aim', () => {
  const folder = 'fixtures/journey'
  const argv = ['-c', `${folder}/sixthemes.yaml`, '-f', 'json', '-q']
  const run = execFileSync(process.execPath, ['dist/bin.js', 'summarize', `${folder}/journey.csv`, ...argv], {
    cwd: ROOT,
  })
  const { groups }: Summary = JSON.parse(run.toString())
  const labels = readFileSync(new URL(`../${folder}/journey.feelings.csv`, import.meta.url))
  const feelings = parse(labels, { from: 2 }).map(([, feeling = '']) => feeling)
  const told = groups.flatMap(({ themes, unplaced }) => [
    ...themes.flatMap(({ notes }) => notes),
    ...unplaced,
  ])
  const right = told.filter(({ feeling, from }) => feeling === feelings[(from[0]?.row ?? 0) - 1])
  expect(told).toHaveLength(64)
  expect(right.length / told.length).toBeGreaterThan(0.85)
  expect(PAGE.replace(/\s+/g, ' ')).toContain(`${right.length} of ${told.length} notes feel as labelled`)
})

/** "KB use and writing" → "kb-use-and-writing" */
const toTopic = (title: string): string => title.toLowerCase().replaceAll(' ', '-')
