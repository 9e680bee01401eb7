import { expect, test } from 'vitest'
import type { Request } from '../../src/model/request.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { type GroupResult, summarizeGroup } from '../../src/themes/summarize-group.js'
import { askQueue } from '../support/ask-queue.js'
import { memoryRecordings } from '../support/memory-recordings.js'
import { groupOf } from '../support/notes.js'
import { prompts, sixThemes } from '../support/prompts.js'
import type { QueuedReply } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'
import { sortByFirstWord } from '../support/sorting-model.js'

const TOPICS = ['scanners', 'walking', 'targets', 'stock', 'cold', 'shifts']

/** So many notes of each topic in turn, the first words of which are its name. */
const board = (count: number, topics = TOPICS): string[] =>
  Array.from({ length: count }, (_, index) => `${topics[index % topics.length]} are bad, ${index} times`)

const { recordings } = memoryRecordings()

async function summarize(
  texts: readonly string[],
  {
    limits = { notes: 20, tokens: 8_000 },
    kept = memoryRecordings().recordings,
    reply = sortByFirstWord as QueuedReply,
  } = {},
): Promise<{ result: GroupResult; requests: Request[] }> {
  const { ask, requests } = askQueue([reply], kept)
  const plan = planGroup(groupOf(texts), {
    prompt: sixThemes,
    model: 'm',
    themes: 6,
    redactor: createRedactor(),
    limits,
  })
  return {
    result: await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS),
    requests,
  }
}

const sizes = ({ themes, unplaced }: GroupResult): Record<string, number> =>
  Object.fromEntries([
    ...themes.map(({ title, notes }) => [title, notes.length]),
    ['unplaced', unplaced.length],
  ])

test('a group over the limit is asked about in parts, and their themes are merged', async () => {
  const { result, requests } = await summarize(board(120))
  expect(sizes(result)).toEqual({ ...Object.fromEntries(TOPICS.map((topic) => [topic, 20])), unplaced: 0 })
  const kinds = requests.map(({ reply }) => reply.name)
  expect(kinds.filter((kind) => kind === 'themes').length).toBeGreaterThanOrEqual(6)
  expect(kinds.filter((kind) => kind === 'merge')).toHaveLength(1)
  expect(kinds.at(-1)).toBe('merge')
})

test('each text is sent once', async () => {
  const texts = board(120)
  const { requests } = await summarize(texts)
  const sent = requests.map(({ messages }) => messages.map(({ content }) => content).join()).join()
  for (const text of texts) expect(sent.split(JSON.stringify(text)).length - 1).toBe(1)
})

test('the parts are asked for more themes than the whole, and the merge for as many as are wanted', async () => {
  const { requests } = await summarize(board(240), { limits: { notes: 60, tokens: 8_000 } })
  const wanted = requests.map(({ messages }) => Number(/Exactly (\d+)/.exec(messages[0]?.content ?? '')?.[1]))
  expect(new Set(wanted.slice(0, -1))).toEqual(new Set([9]))
  expect(wanted.at(-1)).toBe(6)
})

test('notes of themes that the merge leaves out, and those unplaced in their part, are placed one by one', async () => {
  const topics = [...TOPICS, 'parking', 'coffee']
  const { result, requests } = await summarize(board(160, topics))
  expect(requests.at(-1)?.reply.name).toBe('placements')
  const placed = sizes(result)
  expect(placed.unplaced).toBe(40) // those of two topics that the six themes leave out
  expect(Object.values(placed).reduce((sum, count) => sum + count, 0)).toBe(160)
})

test('leftovers are placed so many at a time', async () => {
  const topics = [...TOPICS, 'parking', 'coffee']
  const { requests } = await summarize(board(400, topics))
  const placing = requests.filter(({ reply }) => reply.name === 'placements')
  expect(placing.length).toBeGreaterThanOrEqual(5)
  for (const { messages } of placing) {
    expect(Number(/Notes: (\d+)/.exec(messages[1]?.content ?? '')?.[1])).toBeLessThanOrEqual(20)
  }
})

test('one note more asks again for its part and the merge alone', async () => {
  await summarize(board(120), { kept: recordings })
  const { result, requests } = await summarize([...board(120), 'cold are my hands'], { kept: recordings })
  expect(requests.map(({ reply }) => reply.name)).toEqual(['themes', 'merge'])
  expect(sizes(result)).toMatchObject({ cold: 21 })
})

test('nothing is asked again, whatever the order of the notes', async () => {
  const { requests } = await summarize(board(120).reverse(), { kept: recordings })
  expect(requests).toEqual([])
})

test('20,000 notes in one group: merged in rounds, none lost', { timeout: 60_000 }, async () => {
  const { result, requests } = await summarize(board(20_000), { limits: { notes: 150, tokens: 8_000 } })
  expect(result.status).toBe('complete')
  expect(Object.values(sizes(result)).reduce((sum, count) => sum + count, 0)).toBe(20_000)
  expect(sizes(result).unplaced).toBe(0)
  expect(requests.filter(({ reply }) => reply.name === 'merge').length).toBeGreaterThan(2)
  const longest = Math.max(...requests.map(({ messages }) => JSON.stringify(messages).length))
  expect(longest).toBeLessThan(30_000)
})

test('a part that fails fails the group, and every note is kept', async () => {
  let asked = 0
  const reply = (request: Request) => (asked++ < 2 ? sortByFirstWord(request) : 'no')
  const { result } = await summarize(board(60), { reply })
  expect(result).toMatchObject({ status: 'failed', themes: [] })
  expect(result.unplaced).toHaveLength(60)
})
