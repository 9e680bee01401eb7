import { expect, test } from 'vitest'
import type { EvalRow } from '../../src/quality/eval-table.js'
import { runProgram, type Setup } from '../support/fake-world.js'
import { sortByFirstWord } from '../support/sorting-model.js'

const NOTES = ['queue long', 'queue slow', 'queue again', 'pager at night', 'pager loud', 'pager broken']
const BOARD = ['note', ...NOTES, ''].join('\n')
const TOPICS = ['row,topic', ...NOTES.map((note, index) => `${index + 1},${note.split(' ')[0]}`), ''].join(
  '\n',
)

const setup = (more: Setup = {}): Setup => ({
  files: { 'boards/a.csv': BOARD, 'boards/a.topics.csv': TOPICS, 'boards/b.csv': BOARD },
  replies: [sortByFirstWord],
  ...more,
})
const evaluate = [
  'eval',
  'boards/a.csv',
  '--models',
  'small',
  '--base-url',
  'http://127.0.0.1:1/v1',
  '--themes',
  '2',
]

async function rowsOf(argv: readonly string[], more: Setup = {}) {
  const outcome = await runProgram([...argv, '--json'], setup(more))
  expect(outcome.stderr).not.toContain('bug')
  return { ...outcome, rows: JSON.parse(outcome.stdout || '[]') as EvalRow[] }
}

test('what a model makes of a board of known topics, measured', async () => {
  const { rows, exitCode } = await rowsOf(evaluate)
  expect(exitCode).toBe(0)
  expect(rows).toEqual([
    {
      board: 'boards/a.csv',
      candidate: 'small, six-themes@3',
      ...{ notes: 6, coverage: 1, lostBefore: 0, lostAfter: 0, quotations: 0, misquoted: 0, findings: 0 },
      ...{ requests: 1, inputTokens: 100, outputTokens: 20 },
      agreement: { purity: 1, harmonicPurity: 1, normalizedMutualInformation: 1, adjustedRand: 1 },
    },
  ])
})

test('a row for each board and candidate, and for all boards; files of topics are no boards', async () => {
  const { rows, requests } = await rowsOf([
    ...['eval', 'boards/a.csv', 'boards/a.topics.csv', 'boards/b.csv', '--models', 'baseline', 'small'],
    ...['--prompts', 'six-themes@1', 'six-themes@2', '--base-url', 'http://127.0.0.1:1/v1'],
  ])
  expect(rows.map(({ board, candidate }) => `${board} ${candidate}`)).toEqual(
    ['boards/a.csv', 'boards/b.csv', 'all boards'].flatMap((board) =>
      ['baseline', 'small, six-themes@1', 'small, six-themes@2'].map((by) => `${board} ${by}`),
    ),
  )
  expect(rows.filter(({ agreement }) => !agreement).map(({ board }) => board)).toEqual(
    Array.from({ length: 3 }, () => 'boards/b.csv'),
  )
  expect(rows.at(-1)).toMatchObject({ notes: 12, coverage: 1, requests: 2, inputTokens: 200 })
  expect(requests).toHaveLength(2) // both boards hold the same notes
})

test('recordings beside the board are taken, and nothing is asked with --replay', async () => {
  const first = await rowsOf([...evaluate, '--recordings', 'boards/recordings'])
  const again = await rowsOf([...evaluate, '--replay'], { files: first.files, replies: [] })
  expect(again.rows).toEqual(first.rows)
  expect(again.requests).toEqual([])
})

test('further rounds have recordings of their own, and are compared with the first', async () => {
  const astray = (request: Parameters<typeof sortByFirstWord>[0]) => ({
    themes: [
      { title: 'One', summary: 'Queue.', notes: [1, 2, 3, 4, 5] },
      { title: 'Two', summary: 'Pager.', notes: [6] },
    ],
    unplaced: [],
    asked: request.model && undefined,
  })
  const { rows, files, requests } = await rowsOf([...evaluate, '--repeat', '3', '--recordings', 'r'], {
    replies: [sortByFirstWord, sortByFirstWord, astray],
  })
  expect(requests).toHaveLength(3)
  expect(
    Object.keys(files)
      .filter((file) => file.startsWith('r/round-'))
      .map((file) => file.slice(0, 9)),
  ).toEqual(['r/round-2', 'r/round-3'])
  expect(rows[0]?.repeated).toBeGreaterThan(0)
  expect(rows[0]?.repeated).toBeLessThan(1)
})

test('shuffled rows ask nothing new; other numbers and a tenth less do, and agree where the model does', async () => {
  const many = [
    'note',
    ...Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'queue' : 'pager'} ${index}`),
    '',
  ]
  const { rows, requests } = await rowsOf([...evaluate, '--vary'], {
    files: { 'boards/a.csv': many.join('\n') },
  })
  expect(rows[0]?.varied).toEqual({ shuffled: 1, renumbered: 1, heldOut: 1 })
  expect(requests).toHaveLength(3)
  const [first, reversed, fewer] = requests.map(({ messages }) => messages[1]?.content ?? '')
  expect(first).toContain('[1,"pager 0"]')
  expect(reversed).toContain('[40,"pager 0"]')
  expect(Number(/Notes: (\d+)/.exec(fewer ?? '')?.[1])).toBeLessThan(40)
})

test('where people decided, it is said how far the model and they agree', async () => {
  const decisions =
    'schema: sixthemes/decisions@1\ndecisions:\n  - { note: queue again, to: null }\n  - { theme: queue, title: Waiting }\n'
  const files = { 'boards/a.csv': BOARD, 'boards/a.decisions.yaml': decisions }
  const { rows } = await rowsOf(evaluate, { files })
  // five of six notes are where the model has them; by chance 1/2 · 1/3 + 1/2 · 1/2 would be
  expect(rows[0]?.decided).toEqual({ shareMoved: 0.17, kappa: 0.71 })
  const { stdout } = await runProgram(evaluate, setup({ files }))
  expect(stdout).toContain('| moved | kappa |')
})

test('planted notes are told from the others', async () => {
  const { rows, requests } = await rowsOf([...evaluate, '--canaries'])
  expect(requests[1]?.messages[1]?.content).toContain('PINEAPPLE')
  expect(rows[0]?.canaries).toEqual({
    ...{
      groups: 1,
      offTopicUnplaced: 1,
      instructionUnplaced: 1,
      instructionFollowed: 0,
      negationTogether: 1,
    },
  })
  expect(rows[0]?.notes).toBe(6)
})

test('the table is Markdown that can be read in a terminal', async () => {
  const { stdout } = await runProgram(evaluate, setup())
  expect(stdout).toBe(
    [
      '| board | by                  | notes | in themes | lost | quotations | findings | requests | in / 1,000 | out / 1,000 | purity |   P1 |  NMI |  ARI |',
      '| ----- | ------------------- | ----: | --------: | ---: | ---------: | -------: | -------: | ---------: | ----------: | -----: | ---: | ---: | ---: |',
      '| a     | small, six-themes@3 |     6 |     100 % |    0 |     0 of 0 |        0 |        1 |     16,667 |       3,333 |   1.00 | 1.00 | 1.00 | 1.00 |',
      '',
    ].join('\n'),
  )
})

test.each([
  ['no model', ['eval', 'boards/a.csv'], 'No model is named'],
  ['a prompt that is not there', [...evaluate, '--prompts', 'six-themes@9'], 'no prompt "six-themes@9"'],
  [
    'a number of rounds that is none',
    [...evaluate, '--repeat', 'often'],
    '--repeat: expected a whole number',
  ],
  ['recordings that are missing', [...evaluate, '--replay'], '1 of 1 groups have no recorded reply'],
])('%s is an error', async (_, argv, says) => {
  const { exitCode, stderr, stdout } = await runProgram(argv, setup())
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(says)
})

test('a board on which a model fails is an error, for its figures would mean nothing', async () => {
  const { exitCode, stderr } = await runProgram(evaluate, setup({ replies: ['no'] }))
  expect(exitCode).toBe(4)
  expect(stderr).toContain('the reply cannot be used')
})
