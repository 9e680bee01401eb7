import { expect, test } from 'vitest'
import { keyOf } from '../../src/model/request.js'
import { noRedactor } from '../../src/prompts/redact.js'
import { planGroup } from '../../src/themes/plan-group.js'
import { groupOf, USUAL_LIMITS } from '../support/notes.js'
import { sixThemes } from '../support/prompts.js'
import { createRedactor } from '../support/redactor.js'

const settings = {
  prompt: sixThemes,
  model: 'm',
  limits: USUAL_LIMITS,
  themes: 6,
  redactor: createRedactor(),
}
const plan = (texts: readonly string[], change: object = {}) =>
  planGroup(groupOf(texts), { ...settings, ...change })
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `note ${index}`)

test.each([
  [1, undefined],
  [2, undefined],
  [3, 2],
  [4, 2],
  [5, 3],
  [6, 3],
  [11, 6],
  [40, 6],
])('%i notes: %s themes of six', (count, themes) => {
  const { parts, themeCount } = plan(numbered(count))
  const [{ request } = {}] = parts
  expect(request && themeCount).toBe(themes)
  if (themes) expect(request?.messages[0]?.content).toContain(`Exactly ${themes} themes`)
})

test('many copies of two notes are listed, not asked about', () => {
  expect(plan(['tea', 'Tea', 'TEA', 'milk', 'tea ']).parts).toEqual([])
})

test('duplicates are sent once', () => {
  const { parts, distinct } = plan(['tea', 'milk', 'TEA', 'sugar'])
  expect(parts[0]?.request.messages[1]?.content).toContain(
    'Notes: 3\n\n[\n[1,"milk"],\n[2,"sugar"],\n[3,"TEA"]\n]',
  )
  expect(distinct[2]?.notes).toHaveLength(2)
})

test('shuffled notes make the same request', () => {
  const key = (texts: readonly string[]) =>
    keyOf(plan(texts).parts[0]?.request ?? { model: '', messages: [], reply: { name: '', schema: {} } })
  const texts = ['b', 'a', 'C', 'c', 'd']
  expect(key([...texts].reverse())).toBe(key(texts))
  expect(key([...texts, 'e'])).not.toBe(key(texts))
})

test('personal data is replaced unless that is switched off', () => {
  const texts = ['mail a@example.com', 'call +358 40 123 4567', 'tea']
  expect(plan(texts).parts[0]?.request.messages[1]?.content).toContain('mail [EMAIL_1]')
  expect(plan(texts, { redactor: noRedactor }).parts[0]?.request.messages[1]?.content).toContain(
    'mail a@example.com',
  )
})

test('the form of the reply is in the subset that every endpoint takes', () => {
  expect(plan(numbered(3)).parts[0]?.request.reply).toEqual({
    name: 'themes',
    schema: {
      type: 'object',
      properties: {
        themes: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              title: { type: 'string' },
              summary: { type: 'string' },
              notes: { type: 'array', items: { type: 'integer' } },
            },
            required: ['title', 'summary', 'notes'],
            additionalProperties: false,
          },
        },
        unplaced: { type: 'array', items: { type: 'integer' } },
      },
      required: ['themes', 'unplaced'],
      additionalProperties: false,
    },
  })
})
