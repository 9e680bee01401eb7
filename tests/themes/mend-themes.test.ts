import { expect, test } from 'vitest'
import { EndpointError } from '../../src/errors/model-trouble.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { summarizeGroup } from '../../src/themes/summarize-group.js'
import { askQueue } from '../support/ask-queue.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { prompts, sixThemes } from '../support/prompts.js'
import type { QueuedReply } from '../support/queued-model.js'
import { createRedactor } from '../support/redactor.js'

const TEXTS = ['scanner freezes', 'scanner is slow, mail a@example.com', 'too far to walk', 'walking all day']
const reply = (title: string, summary: string) => ({
  themes: [
    { title, summary, notes: [1, 2] },
    { title: 'Walking far', summary: 'People walk all day.', notes: [3, 4] },
  ],
  unplaced: [],
})
const mended = (title: string, summary: string, theme = 1) => ({ themes: [{ theme, title, summary }] })

async function summarize(...replies: QueuedReply[]) {
  const { ask, requests } = askQueue(replies)
  const plan = planGroup(groupOf(TEXTS), {
    prompt: sixThemes,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 6,
    redactor: createRedactor(),
  })
  const result = await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  if (result.status !== 'complete') throw new Error(result.status)
  return { result, theme: result.themes[0], requests }
}

test('a finding is asked about once, by its theme and with its notes alone', async () => {
  const { theme, result, requests } = await summarize(
    reply('Various problems', '90 % say the scanner is slow.'),
    mended('Slow scanners', 'Scanners freeze.'),
  )
  expect(theme).toMatchObject({ title: 'Slow scanners', summary: 'Scanners freeze.' })
  expect(result.checks.findings).toEqual([])
  expect(requests).toHaveLength(2)
  const asked = requests[1]?.messages[1]?.content ?? ''
  expect(asked).toContain('"\\"90\\" is a number that no note of the theme holds."')
  expect(asked).toContain('The title says no more than \\"Various\\".')
  expect(asked).toContain('"scanner is slow, mail [EMAIL_1]"')
  expect(asked).not.toContain('walk')
})

test('which notes a theme has stays as it is, and so do themes without a finding', async () => {
  const { result } = await summarize(reply('Various problems', 'Slow.'), {
    themes: [...mended('Slow scanners', 'Slow.').themes, ...mended('Stolen', 'Stolen.', 2).themes],
  })
  expect(result.themes.map(({ title, notes }) => [title, notes.length])).toEqual([
    ['Slow scanners', 2],
    ['Walking far', 2],
  ])
})

test('what is no better is not taken, and the finding is reported', async () => {
  const { theme, result } = await summarize(
    reply('Slow scanners', 'Scanners "never work".'),
    mended('Slow scanners', 'Scanners "always fail", 7 times.'),
  )
  expect(theme?.summary).toBe('Scanners never work.')
  expect(result.checks).toMatchObject({
    misquoted: 1,
    findings: [{ check: 'quotation', theme: 1, found: 'never work' }],
  })
})

test.each<[string, QueuedReply[]]>([
  ['trouble with the endpoint', [new EndpointError('server', 'down')]],
  ['a reply that stays unusable', ['no', 'no']],
])('%s leaves the themes as they are', async (_, replies) => {
  const { theme, result } = await summarize(reply('Various problems', 'Slow.'), ...replies)
  expect(theme?.title).toBe('Various problems')
  expect(result.checks.findings).toEqual([{ check: 'vague-title', theme: 1, found: 'Various' }])
})

test('what was replaced in the notes stays replaced, also where the model made another word of it', async () => {
  const { ask, requests } = askQueue([
    {
      themes: [
        { title: 'Various: [NAME_1]s scanner', summary: 'x[EMAIL_1] says "never".', notes: [1, 2, 3] },
        { title: 'Walking far', summary: 'People walk all day.', notes: [4, 5] },
      ],
      unplaced: [],
    },
    mended('Slow scanners', 'Scanners freeze.'),
  ])
  const settings = {
    prompt: sixThemes,
    model: 'm',
    limits: USUAL_LIMITS,
    themes: 6,
    redactor: createRedactor(['Anna']),
  }
  const plan = planGroup(groupOf([...TEXTS, 'Annas scanner']), settings)
  await summarizeGroup(plan, { ask, ...prompts }, USUAL_THRESHOLDS)
  expect(requests).toHaveLength(2)
  expect(JSON.stringify(requests)).not.toMatch(/Anna|a@example/)
})

test('themes without a finding are not asked about', async () => {
  const { requests } = await summarize(reply('Slow scanners', 'Scanners freeze.'))
  expect(requests).toHaveLength(1)
})
