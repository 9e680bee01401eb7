import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Summary } from '../src/summary/summary.js'
import { agreementOf, meanAgreement } from '../src/text/agreement.js'
import { runProgram } from './support/fake-world.js'
import { createSmallModel, FAULTS, type Fault, notesOf } from './support/small-model.js'

/* What is left of the sample workshop where a model does wrong what small ones do, each fault at several rates. */

const fixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/support-workshop/${path}`, import.meta.url), 'utf8')
const PAGE = readFileSync(new URL('../docs/quality.md', import.meta.url), 'utf8')

/** The replies of a good model to six-themes@3, by the notes that they are about. */
const REPLIES = new Map(
  readdirSync(new URL('../fixtures/support-workshop/recordings', import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(fixture(`recordings/${name}`)))
    .filter(({ for: purpose }) => purpose.prompt === 'six-themes@3')
    .map(({ request, reply }) => [notesOf(request.messages[1].content), reply.text] as const),
)

const TOPICS = parse(fixture('support-workshop.topics.csv'), { from: 2 }).map(([, , , topic = '']) => topic)

type Rates = Partial<Record<Fault, number>>

async function measure(rates: Rates) {
  const answer = createSmallModel(REPLIES, rates)
  let requests = 0
  const argv = ['summarize', 'board.csv', '-m', 'gateway-llm', '--base-url', 'http://127.0.0.1:1/v1']
  const { exitCode, stdout } = await runProgram([...argv, '-f', 'json'], {
    files: { 'board.csv': fixture('support-workshop.csv') },
    openModel: async () => ({
      host: 'small',
      complete: async (request) => {
        requests++
        return { text: answer(request), usage: { inputTokens: 1, outputTokens: 1 } }
      },
    }),
  })
  expect([0, 3]).toContain(exitCode)
  const { groups }: Summary = JSON.parse(stdout)
  const complete = groups.filter(({ status }) => status === 'complete')
  const placed = complete.flatMap(({ themes }) =>
    themes.flatMap(({ notes }) => notes.flatMap(({ from }) => from)),
  )
  return {
    summarised: complete.length,
    placed: placed.length,
    agreement: agreementWithTopics(groups),
    findings: complete.reduce((sum, { checks }) => sum + (checks?.findings.length ?? 0), 0),
    requests,
  }
}

/** A note in no theme is a theme of its own; notes without a topic do not count. */
function agreementWithTopics(groups: Summary['groups']): number {
  const parts = groups.map(({ themes, unplaced }) => {
    const labelled = [
      ...themes.flatMap(({ id, notes }) =>
        notes.flatMap(({ from }) => from.map(({ row }) => [id, row] as const)),
      ),
      ...unplaced.flatMap(({ id, from }) => from.map(({ row }) => [id, row] as const)),
    ].filter(([, row]) => !['noise', 'loner'].includes(TOPICS[row - 1] ?? ''))
    const agreement = agreementOf(
      labelled.map(([theme]) => theme),
      labelled.map(([, row]) => TOPICS[row - 1] ?? ''),
    )
    return { weight: labelled.length, agreement }
  })
  return meanAgreement(parts).adjustedRand
}

const PERCENTS = [5, 20, 50]
const CASES: [name: string, rates: Rates][] = [
  ['nothing', {}],
  ...FAULTS.flatMap((fault) =>
    PERCENTS.map((percent): [string, Rates] => [`${fault}, ${percent} %`, { [fault]: percent / 100 }]),
  ),
  ...[5, 20].map((percent): [string, Rates] => [
    `all of these, ${percent} %`,
    Object.fromEntries(FAULTS.map((fault) => [fault, percent / 100])),
  ]),
]

test('the table of docs/quality.md about small models is what the simulation gives', {
  timeout: 120_000,
}, async () => {
  const rows: string[][] = []
  for (const [name, rates] of CASES) {
    const { summarised, placed, agreement, findings, requests } = await measure(rates)
    rows.push([
      name,
      `${summarised} of 12`,
      `${Math.round((placed / 410) * 100)} %`,
      agreement.toFixed(2),
      String(findings),
      String(requests),
    ])
  }
  const head = ['what goes wrong', 'groups', 'in themes', 'ARI', 'findings', 'requests']
  const table = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
  const [, shown] = PAGE.split(/<!-- \/?small -->/)
  expect(shown?.trim()).toBe(table)
})
