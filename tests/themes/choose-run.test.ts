import { expect, test } from 'vitest'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { summarizeGroup } from '../../src/themes/summarize-group.js'
import { askQueue } from '../support/ask-queue.js'
import { runProgram } from '../support/fake-world.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { prompts, sixThemes } from '../support/prompts.js'
import type { QueuedReply } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'

const TEXTS = ['a slow', 'b slow', 'c slow', 'd dear', 'e dear', 'f dear', 'g far', 'h far', 'i odd']

/** Answers by the first letters of notes, whatever their numbers. */
const sorting =
  (...themes: string[]): QueuedReply =>
  ({ messages }) => {
    const rows = [...(messages.at(-1)?.content ?? '').matchAll(/^\[(\d+),"(\w)/gm)]
    const idsOf = (letters: string): number[] =>
      rows.filter(([, , letter = '']) => letters.includes(letter)).map(([, id]) => Number(id))
    return {
      themes: themes.map((letters) => ({
        title: letters.repeat(2),
        summary: 'What they say.',
        notes: idsOf(letters),
      })),
      unplaced: rows.map(([, id]) => Number(id)).filter((id) => !themes.flatMap(idsOf).includes(id)),
    }
  }

async function summarize(runs: number, ...replies: QueuedReply[]) {
  const { ask, requests } = askQueue(replies)
  const settings = {
    prompt: sixThemes,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 6,
    redactor: createRedactor(),
    runs,
  }
  const plan = planGroup(groupOf(TEXTS), settings)
  const result = await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  return { result, requests }
}

const orderOf = (content = ''): string =>
  [...content.matchAll(/^\[\d+,"(\w)/gm)].map(([, letter]) => letter).join('')

test('each run has the notes in another order, always the same', async () => {
  const { requests } = await summarize(4, sorting('abc', 'def', 'gh'))
  const orders = requests.map(({ messages }) => orderOf(messages.at(-1)?.content))
  expect(orders.slice(0, 2)).toEqual(['abcdefghi', 'ihgfedcba'])
  expect(new Set(orders).size).toBe(4)
  const again = await summarize(4, sorting('abc', 'def', 'gh'))
  expect(again.requests.map(({ messages }) => orderOf(messages.at(-1)?.content))).toEqual(orders)
})

test('the run that is most alike to the others is taken, and what they put elsewhere is said', async () => {
  const { result } = await summarize(
    3,
    sorting('abc', 'def', 'ghi'),
    sorting('abc', 'def', 'gh'),
    sorting('abd', 'cef', 'gh'),
  )
  expect(result.themes.map(({ title }) => title)).toEqual(['abcabc', 'defdef', 'ghgh'])
  expect(result.runs?.of).toBe(3)
  expect(result.runs?.agreement).toBeGreaterThan(0.5)
  expect(result.runs?.agreement).toBeLessThan(1)
  expect(result.runs?.unstable.map(({ text }) => text)).toEqual(['c slow', 'd dear', 'i odd'])
  expect(result.exchanges).toHaveLength(3)
})

test('runs that are the same agree wholly', async () => {
  const { result } = await summarize(3, sorting('abc', 'def', 'gh'))
  expect(result.runs).toEqual({ of: 3, agreement: 1, unstable: [] })
})

test('a run that fails is left out', async () => {
  const useless = () => 'no JSON'
  const { result } = await summarize(2, useless, sorting('abc', 'def', 'gh'), useless)
  expect(result.status).toBe('complete')
  expect(result.runs?.of).toBe(1)
})

test('once is the default, and nothing is said of it', async () => {
  const { result, requests } = await summarize(1, sorting('abc', 'def', 'gh'))
  expect(requests).toHaveLength(1)
  expect(result.runs).toBeUndefined()
})

const BOARD = `persona,quadrant,note\n${TEXTS.map((text) => `A,Pains,${text}`).join('\n')}\n`
const ARGV = ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1', '--recordings', 'r']

test('documents say how the runs agree, a dry run what they cost, and a replay gives the same bytes', async () => {
  const files = { 'board.csv': BOARD }
  const dry = await runProgram([...ARGV, '--runs', '3', '--dry-run'], { files })
  expect(dry.stdout).toContain('3 requests to m')
  const replies = [sorting('abc', 'def', 'ghi'), sorting('abc', 'def', 'gh'), sorting('abc', 'def', 'gh')]
  const live = await runProgram([...ARGV, '--runs', '3', '-o', 'a.md', '-o', 'a.json'], { files, replies })
  expect(String(live.files['a.md'])).toMatch(
    /asked 3 times; the runs agree at 0\.\d+ \(adjusted Rand index\), 1 note was elsewhere/,
  )
  const { groups } = JSON.parse(String(live.files['a.json']))
  expect(groups[0].runs).toMatchObject({ of: 3, unstable: ['r9'] })
  const replayed = await runProgram([...ARGV, '--runs', '3', '--replay', '-o', 'a.md', '-o', 'a.json'], {
    files: live.files,
  })
  expect(replayed.files['a.json']).toEqual(live.files['a.json'])
  const changed = String(live.files['a.json']).replace('"r9"\n', '"r99"\n')
  const refused = await runProgram(['render', 'a.json'], { files: { 'a.json': changed } })
  expect(refused).toMatchObject({ exitCode: 2 })
})
