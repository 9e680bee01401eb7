import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Summary, SummaryTheme } from '../src/summary/summary.js'
import { agreementOf, meanAgreement } from '../src/text/agreement.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../docs/quality.md', import.meta.url), 'utf8')

const SAMPLE = 'fixtures/support-workshop/support-workshop.csv'
const GIVEN = 'fixtures/support-workshop/given.csv'
const board = (name: string): string => `fixtures/boards/${name}.csv`
const hard = (name: string): string => `fixtures/hard-boards/${name}.csv`
const HARD = ['theatre', 'bauhof']
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
  [
    'hard',
    [SAMPLE, ...HARD.map(hard), '--models', 'gateway-llm', '--prompts', 'six-themes@3', 'six-themes@4'],
  ],
  ['given', [SAMPLE, '--given', GIVEN, '-m', 'gateway-llm']],
  ['stability', [SAMPLE, ...VARIED, ...V3, '--repeat', '2', '--vary']],
  ['runs', [SAMPLE, ...V3, '--runs', '3', '--repeat', '2']],
  ['canaries', [...VARIED, ...V3, '--canaries']],
  [
    'parts',
    [
      ...[board('skewed'), '--models', 'gateway-llm', '--prompts', 'six-themes@4', '--part-notes', '70'],
      ...['--recordings', 'fixtures/boards/in-parts'],
    ],
  ],
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

const plain = PAGE.replace(/\s+/g, ' ')

type Labels = { topic: string; also: string }[]
const labelsOf = (name: string, which: 'topics' | 'second'): Labels =>
  parse(readFileSync(new URL(`../${hard(name).replace('.csv', `.${which}.csv`)}`, import.meta.url)), {
    columns: true,
  })

/** Rows of a board by group. */
const groupsOf = (name: string): number[][] => {
  const rows: { persona: string; quadrant: string }[] = parse(
    readFileSync(new URL(`../${hard(name)}`, import.meta.url)),
    { columns: true },
  )
  const groups = new Map<string, number[]>()
  for (const [row, { persona, quadrant }] of rows.entries()) {
    const key = `${persona} / ${quadrant}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

test('what docs/quality.md says of the two labellers is so', () => {
  const outcomes = HARD.map((name) => {
    const [first, second] = [labelsOf(name, 'topics'), labelsOf(name, 'second')]
    expect(second).toHaveLength(first.length)
    const same = first.filter(({ topic }, row) => topic === second[row]?.topic).length
    // what has no topic is a group of its own
    const labelAt = (labels: Labels, row: number): string => {
      const topic = labels[row]?.topic ?? ''
      return topic === 'noise' || topic === 'loner' ? `${row}` : topic
    }
    const parts = groupsOf(name).map((rows) => ({
      weight: 1,
      agreement: agreementOf(
        rows.map((row) => labelAt(first, row)),
        rows.map((row) => labelAt(second, row)),
      ),
    }))
    return { same, all: first.length, rand: meanAgreement(parts).adjustedRand.toFixed(2) }
  })
  const [theatre, bauhof] = outcomes
  expect(plain).toContain(
    `agree on ${theatre?.same} of the ${theatre?.all} notes of \`theatre\` and ${bauhof?.same} of the ${bauhof?.all} of \`bauhof\`; as groupings their adjusted Rand index is ${theatre?.rand} and ${bauhof?.rand}`,
  )
})

test('what docs/quality.md says of the themes that notes touch is what the recordings give', () => {
  const count = { named: 0, wanted: 0, said: 0, right: 0 }
  for (const name of HARD) {
    const labels = labelsOf(name, 'topics')
    count.named += labels.flatMap(({ also }) => also?.split('|').filter(Boolean) ?? []).length
    const argv = ['-m', 'gateway-llm', '--prompt', 'six-themes@4', '--replay', '-f', 'json', '-q']
    const run = execFileSync(
      process.execPath,
      ['dist/bin.js', 'summarize', hard(name), ...argv, '--recordings', 'fixtures/hard-boards/recordings'],
      { cwd: ROOT },
    )
    const { groups }: Summary = JSON.parse(run.toString())
    for (const { themes } of groups) {
      const themeOf = mainThemes(themes, labels)
      for (const theme of themes) {
        for (const { also = [], from } of theme.notes) {
          const named = (labels[(from[0]?.row ?? 0) - 1]?.also ?? '').split('|')
          const wanted = new Set(named.flatMap((topic) => themeOf.get(topic) ?? []))
          wanted.delete(theme.id)
          count.wanted += wanted.size
          count.said += also.length
          count.right += also.filter((id) => wanted.has(id)).length
        }
      }
    }
  }
  const { named, wanted, said, right } = count
  expect(plain).toContain(
    `The first labellers named ${named} such links, of which ${wanted} lead to another theme here. The recordings have ${said}, of which ${right} are among those`,
  )
})

/** The theme that holds most notes of each topic. */
function mainThemes(themes: readonly SummaryTheme[], labels: Labels): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { id, notes } of themes) {
    for (const { from } of notes) {
      const topic = labels[(from[0]?.row ?? 0) - 1]?.topic ?? ''
      const own = counts.get(topic) ?? new Map<string, number>()
      counts.set(topic, own.set(id, (own.get(id) ?? 0) + 1))
    }
  }
  return new Map(
    [...counts].map(([topic, own]) => [topic, [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  )
}

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
