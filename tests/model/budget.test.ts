import { expect, test } from 'vitest'
import { costOf, keepWithin, type Limits } from '../../src/model/budget.js'
import { estimateRequest } from '../../src/model/estimate-request.js'
import type { Request } from '../../src/model/request.js'
import { queuedModel } from '../support/queued-model.js'

const { signal } = new AbortController()
const prices = { input: 2, output: 8, asOf: '2026-10-01' }

const requestOf = (words: number): Request => ({
  model: 'm',
  messages: [{ role: 'user', content: 'word '.repeat(words) }],
  reply: { name: 'n', schema: {} },
})

/** Asks so often; the queued model counts 100 tokens in and 20 out each time. */
async function ask(times: number, limits: Limits, words = 100) {
  const model = queuedModel(['ok'])
  const warnings: string[] = []
  const kept = keepWithin(model, limits, prices, (text) => warnings.push(text))
  const troubles: string[] = []
  for (let i = 0; i < times; i++) {
    await kept.complete(requestOf(words), signal).catch((error) => troubles.push(error.trouble))
  }
  return { asked: model.requests.length, troubles, warnings }
}

test('without limits everything is asked', async () => {
  expect(await ask(5, {})).toEqual({ asked: 5, troubles: [], warnings: [] })
})

test.each<[string, Limits, number]>([
  ['requests', { requests: 3 }, 3],
  ['input tokens, as counted by the endpoint', { inputTokens: 350 }, 3],
  ['cost', { cost: costOf(prices, 300, 60) + 0.0003 }, 3],
])('no more is asked than a limit on %s allows', async (_, limits, asked) => {
  const outcome = await ask(5, limits)
  expect(outcome.asked).toBe(asked)
  expect(new Set(outcome.troubles)).toEqual(new Set(['over-budget']))
})

test('estimates are corrected by what the endpoint counts', async () => {
  // of each some 300 are estimated, and 100 counted: the others fit only when they are expected to take as many
  expect(estimateRequest(requestOf(300))).toBeGreaterThan(250)
  expect((await ask(3, { inputTokens: 340 }, 300)).asked).toBe(3)
})

test('cost is per million tokens; output is estimated where it is not known yet', () => {
  expect(costOf(prices, 1e6, 1e6)).toBe(10)
  expect(costOf(prices, 1e6)).toBe(6)
})

test('a prompt of which the endpoint counts a small part was cut: it is said once', async () => {
  expect(estimateRequest(requestOf(4_000))).toBeGreaterThan(3_000)
  const { warnings } = await ask(3, {}, 4_000)
  expect(warnings).toEqual([expect.stringMatching(/counted 100 tokens where about \d+ were sent/)])
})

test('a short prompt is not compared, for estimates are rough', async () => {
  expect((await ask(3, {}, 400)).warnings).toEqual([])
})
