import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Comparison } from '../../src/summary/comparison.js'
import type { Summary } from '../../src/summary/summary.js'
import { runProgram } from '../support/fake-world.js'

type Themes = Record<string, { id: string; notes: number; continues?: string; texts?: string[] }>

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

const sumOf = (themes: Themes): number => 1 + Object.values(themes).reduce((sum, { notes }) => sum + notes, 0)

/** A summary with one group for each persona, and so many notes in each theme. */
function summaryOf(title: string, groups: Record<string, Themes>, previous?: Summary['previous']): string {
  let row = 0
  const all = Object.values(groups).reduce((sum, themes) => sum + sumOf(themes), 0)
  const noteOf = (text: string) => ({ id: `r${++row}`, text, from: [{ row }] })
  const summary: Summary = {
    schema: 'sixthemes/summary@1',
    title,
    sources: [
      {
        file: 'a.csv',
        sha256: 'a'.repeat(64),
        export: 'columns',
        rows: all,
        notes: all,
        dropped: [],
        warnings: [],
      },
    ],
    prompt: { id: 'six-themes', version: 3, sha256: 'b' },
    model: 'small',
    ...(previous && { previous }),
    groups: Object.entries(groups).map(([persona, themes]) => ({
      persona,
      quadrant: 'Pains',
      status: 'complete',
      themes: Object.entries(themes).map(([name, { id, notes, continues, texts = [] }]) => ({
        id,
        ...(continues && { continues }),
        title: name,
        summary: `About ${name}.`,
        share: Math.round((100 * notes) / sumOf(themes)) / 100,
        notes: Array.from({ length: notes }, (_, index) => noteOf(texts[index] ?? `${name} ${index}`)),
      })),
      unplaced: [noteOf('tea')],
    })),
    usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
  }
  return JSON.stringify(summary)
}

const SPRING = summaryOf('Spring', {
  Coach: { Queues: { id: 'q', notes: 4 }, Pagers: { id: 'p', notes: 20 }, Stairs: { id: 's', notes: 3 } },
  Lead: { Money: { id: 'm', notes: 3 } },
})
/** As `summarize --previous` writes it, with the bytes of the summary it went on from, and of those before. */
const goesOnFrom = (...[text = '', ...earlier]: string[]): NonNullable<Summary['previous']> => ({
  title: 'Spring',
  sha256: sha256Of(text),
  prompt: { id: 'continue-themes', version: 1, sha256: 'd' },
  earlier: earlier.map(sha256Of),
})

const LINKED = summaryOf(
  'Autumn',
  {
    Coach: {
      Queues: { id: 'q', notes: 18, continues: 'q' },
      'Night pagers': { id: 'p', notes: 4, continues: 'p' },
      Parking: { id: 'x', notes: 5 },
    },
    Nurse: { Shifts: { id: 'y', notes: 3 } },
  },
  goesOnFrom('summer', SPRING),
)
const UNLINKED = summaryOf('Autumn', {
  Coach: {
    'Long queues': { id: 'a', notes: 6 },
    'Pagers at night': { id: 'b', notes: 6 },
    Parking: { id: 'c', notes: 2 },
  },
})
const files = { 'spring.json': SPRING, 'linked.json': LINKED, 'unlinked.json': UNLINKED }
const asking = ['-m', 'small', '--base-url', 'http://127.0.0.1:1/v1', '--recordings', 'r']

async function changes(argv: readonly string[], replies: object[] = [], more: Record<string, string> = {}) {
  const outcome = await runProgram(['compare', 'spring.json', ...argv, '-f', 'json'], {
    files: { ...files, ...more },
    replies,
  })
  const comparison = JSON.parse(outcome.stdout) as Comparison
  const themes = comparison.groups.flatMap(({ persona, status, themes }) =>
    themes.map(({ title, change }) => `${persona} (${status}): ${title} ${change}`),
  )
  return { ...outcome, comparison, themes }
}

test('summaries that are linked are compared by id, and nobody is asked', async () => {
  const { comparison, themes, requests, stderr } = await changes(['linked.json'])
  expect(comparison.matchedBy).toBe('ids')
  expect(themes).toEqual([
    'Coach (both): Queues grown',
    'Coach (both): Night pagers shrunk',
    'Coach (both): Parking new',
    'Coach (both): Stairs gone',
    'Nurse (added): Shifts new',
    'Lead (missing): Money gone',
  ])
  expect(comparison.groups[0]).toMatchObject({
    before: { notes: 28, coverage: 0.96 },
    after: { notes: 28, coverage: 0.96 },
  })
  expect(requests).toEqual([])
  expect(stderr).toContain('Themes: 2 go on (1 grown, 1 shrunk), 2 new, 2 gone.')
})

test('others are matched by asking, once and for all', async () => {
  const matches = {
    matches: [
      { before: 1, after: 1 },
      { before: 9, after: 2 },
      { before: 1, after: 3 },
    ],
  }
  const first = await changes(['unlinked.json', ...asking], [matches])
  expect(first.comparison.matchedBy).toBe('model')
  expect(first.themes).toEqual([
    'Coach (both): Long queues steady',
    'Coach (both): Pagers at night new',
    'Coach (both): Parking new',
    'Coach (both): Pagers gone',
    'Coach (both): Stairs gone',
    'Lead (missing): Money gone',
  ])
  expect(first.requests).toHaveLength(1)
  const again = await changes(['unlinked.json', ...asking, '--replay'], [], first.files)
  expect(again.stdout).toBe(first.stdout)
})

test('a group that cannot be matched is told of, and nothing is written', async () => {
  const { exitCode, stderr, stdout } = await runProgram(
    ['compare', 'spring.json', 'unlinked.json', ...asking],
    {
      files,
      replies: ['no', 'no'],
    },
  )
  expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' })
  expect(stderr).toContain('Coach / Pains: the reply cannot be used')
})

test('or by their wording, without a model', async () => {
  const { comparison, themes } = await changes(['unlinked.json', '--no-model'])
  expect(comparison.matchedBy).toBe('wording')
  expect(themes.slice(0, 3)).toEqual([
    'Coach (both): Long queues steady',
    'Coach (both): Pagers at night steady',
    'Coach (both): Parking new',
  ])
})

test.each([
  [
    'the later summary first',
    'linked.json',
    'spring.json',
    'linked.json went on from spring.json, so it is the later one',
  ],
  [
    'the same summary twice',
    'spring.json',
    'spring.json',
    'spring.json and spring.json are the same summary',
  ],
])('%s is an error', async (_, before, after, says) => {
  const { exitCode, stderr } = await runProgram(['compare', before, after], { files })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(says)
})

test('the baseline is not asked', async () => {
  const { stderr, requests } = await runProgram(
    ['compare', 'spring.json', 'unlinked.json', '-m', 'baseline'],
    { files },
  )
  expect(stderr).toContain('--model baseline cannot say which themes match')
  expect(requests).toEqual([])
})

test('the document says what changed, and how that was found', async () => {
  const { stdout } = await runProgram(['compare', 'spring.json', 'linked.json', '-q'], { files })
  await expect(stdout).toMatchFileSnapshot('../../fixtures/documents/comparison.md')
})

test.each<[string, string[], RegExp]>([
  ['no model', ['spring.json', 'unlinked.json'], /no model is named that could be asked/],
  [
    'recordings that are missing',
    ['spring.json', 'unlinked.json', ...asking, '--replay'],
    /1 of 1 groups have no recorded reply/,
  ],
  [
    'a file that is no summary',
    ['spring.json', 'other.json'],
    /other\.json: this cannot be read as a summary \(it is no summary of sixthemes, at/,
  ],
  [
    'a file that is no JSON',
    ['board.csv', 'linked.json'],
    /board\.csv: this cannot be read as a summary \(it is not JSON\)/,
  ],
  ['a file that is not there', ['spring.json', 'gone.json'], /gone\.json: there is no such file/],
  [
    'another format',
    ['spring.json', 'linked.json', '-o', 'a.csv'],
    /a\.csv: a comparison cannot be written as csv/,
  ],
  [
    'an output that is an input',
    ['spring.json', 'linked.json', '-o', 'linked.json'],
    /named as input and as output/,
  ],
])('%s is an error', async (_, argv, says) => {
  const { exitCode, stderr, stdout } = await runProgram(['compare', ...argv], {
    files: { ...files, 'other.json': '{}', 'board.csv': 'note\nx\n' },
  })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toMatch(says)
})
