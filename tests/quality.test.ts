import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../docs/quality.md', import.meta.url), 'utf8')

const SAMPLE = 'fixtures/support-workshop/support-workshop.csv'
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
