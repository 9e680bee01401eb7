import { expect, test } from 'vitest'
import { EndpointError } from '../../src/errors/model-trouble.js'
import { UserError } from '../../src/errors/user-error.js'
import { loadPrompt } from '../../src/prompts/library.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { continuedSubjectsReply } from '../../src/themes/replies/continued-reply.js'
import { placedSubjectsReply } from '../../src/themes/replies/placements-reply.js'
import { subjectsReply } from '../../src/themes/replies/subjects-reply.js'
import { type GroupResult, summarizeGroup } from '../../src/themes/summarize-group.js'
import { askQueue } from '../support/ask-queue.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { promptFiles, prompts, sixThemes } from '../support/prompts.js'
import { placements, type QueuedReply, themes } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'

const FOUR = ['a slow', 'b slow', 'c dear', 'd dear']

async function summarize(texts: readonly string[], ...replies: QueuedReply[]) {
  const { ask, requests } = askQueue(replies)
  const plan = planGroup(groupOf(texts), {
    prompt: sixThemes,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 6,
    redactor: createRedactor(),
  })
  const result = await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  return { result, requests }
}

/** Title → texts; "unplaced" for the rest. */
function shown({ themes, unplaced }: GroupResult): Record<string, string[]> {
  const entries = themes.map(({ title, notes }) => [title, notes.map(({ text }) => text)])
  return Object.fromEntries([...entries, ['unplaced', unplaced.map(({ text }) => text)]])
}

test('themes get the text of their notes, most notes first', async () => {
  const { result, requests } = await summarize(FOUR, themes({ Cost: [3], Speed: [1, 2] }, [4]))
  expect(shown(result)).toEqual({ Speed: ['a slow', 'b slow'], Cost: ['c dear'], unplaced: ['d dear'] })
  expect(Object.keys(shown(result))[0]).toBe('Speed')
  expect(result).toMatchObject({
    status: 'complete',
    checks: { omitted: 0, repeated: 0, unknown: 0, unsettled: 0 },
  })
  expect(requests).toHaveLength(1)
})

test('duplicates count when themes are ordered', async () => {
  const { result } = await summarize(['x', 'X', 'x', 'b', 'c'], themes({ Two: [1, 2], Three: [3] }))
  expect(Object.keys(shown(result))).toEqual(['Three', 'Two', 'unplaced'])
})

test('one or two distinct notes are listed without asking', async () => {
  const { result, requests } = await summarize(['tea', 'milk', 'Tea'])
  expect(result.status).toBe('listed')
  expect(shown(result)).toEqual({ unplaced: ['milk', 'tea'] })
  expect(requests).toEqual([])
})

test('notes that a reply leaves out or gives twice are asked about once more', async () => {
  const { result, requests } = await summarize(
    FOUR,
    themes({ Speed: [1, 2], Cost: [2] }),
    placements({ 1: 1, 2: 2, 3: null }),
  )
  expect(requests).toHaveLength(2)
  expect(requests[1]?.messages[1]?.content).toContain('[1,"Speed","About speed."]')
  expect(requests[1]?.messages[1]?.content).toContain('[1,"b slow"],\n[2,"c dear"],\n[3,"d dear"]')
  expect(shown(result)).toEqual({ Speed: ['a slow', 'b slow'], Cost: ['c dear'], unplaced: ['d dear'] })
  expect(result).toMatchObject({ checks: { omitted: 2, repeated: 1, unsettled: 0 } })
})

test('a note that stays without an answer is unplaced, not guessed', async () => {
  const { result } = await summarize(FOUR, themes({ Speed: [1, 2] }), placements({ 1: 1 }))
  expect(shown(result)).toEqual({ Speed: ['a slow', 'b slow', 'c dear'], unplaced: ['d dear'] })
  expect(result).toMatchObject({ status: 'complete', checks: { omitted: 2, unsettled: 1 } })
})

test('when placing fails, the themes stay', async () => {
  const { result } = await summarize(FOUR, themes({ Speed: [1, 2] }), new EndpointError('server', 'busy'))
  expect(shown(result)).toEqual({ Speed: ['a slow', 'b slow'], unplaced: ['c dear', 'd dear'] })
  expect(result).toMatchObject({ status: 'complete', checks: { unsettled: 2 } })
})

test('a theme whose notes all went elsewhere is gone', async () => {
  const { result } = await summarize(FOUR, themes({ Speed: [1, 2, 3], Cost: [3] }, [4]), placements({ 1: 1 }))
  expect(shown(result)).toEqual({ Speed: ['a slow', 'b slow', 'c dear'], unplaced: ['d dear'] })
})

test('a reply of the wrong form is corrected once', async () => {
  const { result, requests } = await summarize(
    FOUR,
    themes({ A: [1], '': [2, 3] }),
    themes({ Speed: [1, 2], Cost: [3, 4] }),
  )
  expect(requests[1]?.messages.at(-1)?.content).toContain('theme 2 has no title')
  expect(result.status).toBe('complete')
})

test('more themes than wanted are used, said, and the notes of the smallest placed again', async () => {
  const { result, requests } = await summarize(
    FOUR,
    themes({ Speed: [1, 2], Cost: [3], Other: [4] }),
    placements({ 1: 2 }),
  )
  expect(shown(result)).toEqual({ Speed: FOUR.slice(0, 2), Cost: FOUR.slice(2), unplaced: [] })
  expect(result).toMatchObject({
    checks: { findings: expect.arrayContaining([{ check: 'surplus-themes', found: '3' }]) },
  })
  expect(requests).toHaveLength(2)
})

test.each<[string, QueuedReply, RegExp]>([
  ['a reply that stays unusable', 'no', /cannot be used/],
  ['trouble with the request', new EndpointError('cut-off', 'the reply was cut off'), /cut off/],
])('%s fails the group, and its notes are kept', async (_, reply, reason) => {
  const { result } = await summarize(FOUR, reply)
  expect(result).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) })
  expect(shown(result)).toEqual({ unplaced: FOUR })
})

test.each([
  ['trouble with the endpoint', new UserError('endpoint-refused', { host: 'h', status: 401, cause: 'no' })],
  ['a bug', new TypeError('oops')],
])('%s is thrown', async (_, error) => {
  await expect(summarize(FOUR, error)).rejects.toBe(error)
})

test('personal data is put back into what a reply says', async () => {
  const reply = {
    themes: [{ title: 'Ask [EMAIL_1]', summary: 'They say "write [EMAIL_1]".', notes: [1, 2, 3] }],
    unplaced: [],
  }
  const { result } = await summarize(['write a@example.com', 'b', 'c'], reply)
  expect(result.themes[0]).toMatchObject({
    title: 'Ask a@example.com',
    summary: 'They say "write a@example.com".',
  })
})

test('a note of several subjects has one home, and touches up to two other themes', async () => {
  const subjects = await loadPrompt('six-themes@4', subjectsReply, promptFiles)
  const { ask } = askQueue([
    {
      themes: [
        { title: 'Speed', summary: 'Slow.', notes: [1, 2], also: [3, 3, 1, 99] },
        { title: 'Cost', summary: 'Dear.', notes: [3, 4], also: [2, 5] },
        { title: 'Taste', summary: 'Bland.', notes: [6, 7], also: [3] },
        { title: 'Place', summary: 'Far.', notes: [8, 9], also: [3] },
      ],
      unplaced: [5],
    },
  ])
  const texts = [
    'a slow',
    'b slow, dear',
    'c dear, slow',
    'd dear',
    'e',
    'f bland',
    'g bland',
    'h far',
    'i far',
  ]
  const plan = planGroup(groupOf(texts), {
    ...{ prompt: subjects, model: 'm', limits: USUAL_LIMITS, themes: 6, redactor: createRedactor() },
  })
  const { themes: found } = await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  const touched = found.map(({ title, also = [] }) => [title, also.map(({ text }) => text)])
  expect(Object.fromEntries(touched)).toEqual({
    Speed: ['c dear, slow'],
    Cost: ['b slow, dear'], // "e" is in no theme
    Taste: ['c dear, slow'],
    Place: [], // it would be the third
  })
})

test('a leftover that is placed may touch other themes too', async () => {
  const placing = await loadPrompt('place-notes@2', placedSubjectsReply, promptFiles)
  const { ask, requests } = askQueue([
    themes({ Speed: [1, 2], Cost: [3] }),
    { placements: [{ note: 1, theme: 2, also: [1, 2, 7] }] },
  ])
  const plan = planGroup(groupOf(FOUR), {
    ...{ prompt: sixThemes, model: 'm', limits: USUAL_LIMITS, themes: 6, redactor: createRedactor() },
  })
  const { themes: found } = await summarizeGroup(plan, { ask, ...prompts, placing }, USUAL_THRESHOLDS)
  expect(requests[1]?.reply.name).toBe('placed-subjects')
  expect(found.map(({ title, also = [] }) => [title, also.map(({ text }) => text)])).toEqual([
    ['Speed', ['d dear']],
    ['Cost', []],
  ])
})

test('themes that go on from those of last time say what else their notes touch', async () => {
  const continuing = await loadPrompt('continue-themes@2', continuedSubjectsReply, promptFiles)
  const previous = [{ id: 't1', title: 'Speed', summary: 'Slow.' }]
  const { ask, requests } = askQueue([
    {
      themes: [
        { title: 'Speed', summary: 'Slow.', continues: 1, notes: [1, 2], also: [3] },
        { title: 'Cost', summary: 'Dear.', continues: null, notes: [3, 4], also: [] },
      ],
      unplaced: [],
    },
  ])
  const settings = { prompt: sixThemes, continuing, model: 'm', limits: USUAL_LIMITS, themes: 6 }
  const plan = planGroup(groupOf(FOUR), { ...settings, redactor: createRedactor() }, previous)
  const { themes: found } = await summarizeGroup(plan, { ask, ...prompts, continuing }, USUAL_THRESHOLDS)
  expect(requests[0]?.reply.name).toBe('continued-subjects')
  expect(found.map(({ continues, also = [] }) => [continues, also.map(({ text }) => text)])).toEqual([
    ['t1', ['c dear']],
    [undefined, []],
  ])
})

test('leftovers of given themes are placed by the rules of given themes, whatever else is asked', async () => {
  const placing = await loadPrompt('place-notes@2', placedSubjectsReply, promptFiles)
  const { ask, requests } = askQueue([placements({ 1: 1, 2: 1, 3: 1 }), placements({ 1: 1 })])
  const said = { definition: '', include: '', exclude: '', example: '' }
  const given = [{ id: 'g1', title: 'Speed', persona: '', quadrant: '', ...said }]
  const settings = { prompt: sixThemes, giving: prompts.giving, model: 'm', limits: USUAL_LIMITS, themes: 6 }
  const plan = planGroup(groupOf(FOUR), { ...settings, redactor: createRedactor() }, [], given)
  await summarizeGroup(plan, { ask, ...prompts, placing }, USUAL_THRESHOLDS)
  expect(requests.map(({ reply }) => reply.name)).toEqual(['given', 'placements'])
})
