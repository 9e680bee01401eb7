import { expect, test } from 'vitest'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { type GroupResult, summarizeGroup } from '../../src/themes/summarize-group.js'
import { askQueue } from '../support/ask-queue.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { prompts, sixThemes } from '../support/prompts.js'
import type { QueuedReply } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'

const PREVIOUS = [
  { id: 'aaa', title: 'Long queues', summary: 'Queues are long, says a@example.com.' },
  { id: 'bbb', title: 'Loud pagers', summary: 'Pagers are loud.' },
]
const TEXTS = [
  'queue again',
  'queue at noon',
  'parking is full',
  'parking costs',
  'pager rings',
  'pager broke',
]

type Reply = [title: string, continues: number | null, notes: number[]][]
const reply = (themes: Reply, unplaced: number[] = []) => ({
  themes: themes.map(([title, continues, notes]) => ({
    title,
    summary: `About ${title}.`,
    continues,
    notes,
  })),
  unplaced,
})

async function summarize(replies: QueuedReply[], texts = TEXTS, limits = { notes: 150, tokens: 8_000 }) {
  const { ask, requests } = askQueue(replies)
  const plan = planGroup(
    groupOf(texts),
    { ...prompts, model: 'm', themes: 3, redactor: createRedactor(), limits },
    PREVIOUS,
  )
  const result = await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  return { result, requests }
}

const shown = ({ themes }: GroupResult) =>
  themes.map(({ title, continues, notes }) => [title, continues, notes.length])

test('the themes of last time go along, and a theme says which it continues', async () => {
  const { result, requests } = await summarize([
    reply([
      ['Long queues', 1, [5, 6]],
      ['Full car park', null, [3, 4]],
      ['Pagers', 7, [1, 2]],
    ]),
  ])
  const asked = requests[0]?.messages[1]?.content ?? ''
  expect(asked).toContain(
    '[1,"Long queues","Queues are long, says [EMAIL_1]."],\n[2,"Loud pagers","Pagers are loud."]',
  )
  expect(requests[0]?.messages[0]?.content).toContain('at most three')
  expect(shown(result)).toEqual([
    ['Long queues', 'aaa', 2],
    ['Full car park', undefined, 2],
    ['Pagers', undefined, 2], // there is no theme 7
  ])
})

test('a theme of last time is continued by one theme, the larger', async () => {
  const { result } = await summarize([
    reply([
      ['Queues at noon', 1, [6]],
      ['Queues', 1, [3, 4, 5]],
      ['Pagers', 2, [1, 2]],
    ]),
  ])
  expect(shown(result)).toEqual([
    ['Queues', 'aaa', 3],
    ['Pagers', 'bbb', 2],
    ['Queues at noon', undefined, 1],
  ])
})

test('a group without themes of last time is asked about as ever', async () => {
  const plan = planGroup(
    groupOf(TEXTS),
    { ...prompts, model: 'm', limits: USUAL_LIMITS, themes: 3, redactor: createRedactor() },
    [],
  )
  expect(plan.parts[0]?.request.messages[0]?.content).toContain('Exactly 3 themes')
  expect(plan.parts[0]?.request.reply.name).toBe('themes')
})

test('of a large group the parts go on from the same themes, which stay one when they are merged', async () => {
  const texts = Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'queue' : 'parking'} ${index}`)
  const answer: QueuedReply = ({ messages, reply: { name } }) => {
    const data = messages.at(-1)?.content ?? ''
    if (name === 'merge') {
      const found = [...data.matchAll(/^\[(\d+),"(\w+)/gm)].map(([, number, title]) => ({
        number: Number(number),
        title,
      }))
      return {
        themes: ['Queues', 'Parking'].map((title) => ({
          title,
          summary: `About ${title}.`,
          themes: found.filter((theme) => theme.title === title).map(({ number }) => number),
        })),
      }
    }
    const notes = [...(data.split('Notes of this time')[1] ?? '').matchAll(/^\[(\d+),"(\w+)/gm)]
    const of = (word: string) =>
      notes.filter(([, , first]) => first === word).map(([, number]) => Number(number))
    return reply([
      ['Queues', 1, of('queue')],
      ['Parking', null, of('parking')],
    ])
  }
  const { result, requests } = await summarize([answer], texts, { notes: 15, tokens: 8_000 })
  expect(shown(result)).toEqual([
    ['Queues', 'aaa', 20],
    ['Parking', undefined, 20],
  ])
  const merged = requests.at(-1)?.messages[1]?.content ?? ''
  expect(merged.match(/"Queues"/g)).toHaveLength(1) // joined before the merge
})

test('the prompt for a first summary is not changed by that of the next', () => {
  const first = planGroup(groupOf(TEXTS), {
    prompt: sixThemes,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 3,
    redactor: createRedactor(),
  })
  const same = planGroup(groupOf(TEXTS), {
    ...prompts,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 3,
    redactor: createRedactor(),
  })
  expect(first.parts).toEqual(same.parts)
})
