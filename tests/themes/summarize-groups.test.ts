import { expect, test } from 'vitest'
import { UserError } from '../../src/errors/user-error.js'
import { createAsk } from '../../src/model/ask.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { summarizeGroups } from '../../src/themes/summarize-groups.js'
import { memoryRecordings } from '../support/memory-recordings.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { prompts, sixThemes } from '../support/prompts.js'
import { dealOut, type QueuedReply, queuedModel } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'

const quadrants = ['Gains', 'Tasks', 'Pains']
const plans = quadrants.map((quadrant) =>
  planGroup(groupOf(['a', 'b', 'c'], { quadrant }), {
    prompt: sixThemes,
    model: 'm',
    themes: 6,
    redactor: createRedactor(),
    limits: USUAL_LIMITS,
  }),
)

async function summarize(replies: QueuedReply[] | undefined, concurrency = 1) {
  const model = queuedModel(replies ?? [])
  let active = 0
  const seen = { most: 0, started: 0, finished: 0 }
  const ask = createAsk({
    recordings: memoryRecordings().recordings,
    openModel:
      replies &&
      (async () => ({
        ...model,
        complete: async (request, signal) => {
          seen.most = Math.max(seen.most, ++active)
          await new Promise((resolve) => setImmediate(resolve))
          active--
          return model.complete(request, signal)
        },
      })),
    signal: new AbortController().signal,
    count() {},
    warn() {},
  })
  const tools = { ask, ...prompts }
  const results = await summarizeGroups(plans, tools, USUAL_THRESHOLDS, concurrency, {
    started: () => seen.started++,
    finished: () => seen.finished++,
  })
  return { results: results.map(({ group, status }) => [group.quadrant, status]), seen, model }
}

const refusal = new UserError('endpoint-quota', { host: 'h', cause: 'all used up' })

test('results come in the order of the groups, so many at a time', async () => {
  const { results, seen } = await summarize([dealOut], 2)
  expect(results).toEqual(quadrants.map((quadrant) => [quadrant, 'complete']))
  expect(seen).toEqual({ most: 2, started: 3, finished: 3 })
})

test('one group that fails does not harm the others', async () => {
  const { results } = await summarize([dealOut, 'no', 'no', dealOut])
  expect(results).toEqual([
    ['Gains', 'complete'],
    ['Tasks', 'failed'],
    ['Pains', 'complete'],
  ])
})

test('an endpoint that stops answering fails the rest, and is asked no more', async () => {
  const { results, model } = await summarize([dealOut, refusal, dealOut])
  expect(results).toEqual([
    ['Gains', 'complete'],
    ['Tasks', 'failed'],
    ['Pains', 'failed'],
  ])
  expect(model.requests).toHaveLength(2)
})

test('an endpoint that gave nothing is an error', async () => {
  await expect(summarize([refusal])).rejects.toBe(refusal)
})

test("the user's own trouble is an error even when something was answered", async () => {
  const trouble = new UserError('recording-damaged', { file: 'x', cause: 'y' })
  await expect(summarize([dealOut, trouble])).rejects.toBe(trouble)
})

test('without a model, groups that are not recorded are missing', async () => {
  const { results } = await summarize(undefined)
  expect(results).toEqual(quadrants.map((quadrant) => [quadrant, 'missing']))
})
