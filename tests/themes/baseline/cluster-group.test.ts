import { expect, test } from 'vitest'
import { clusterGroup } from '../../../src/themes/baseline/cluster-group.js'
import { USUAL_THRESHOLDS } from '../../../src/themes/checks/finding.js'
import { planGroup } from '../../../src/themes/plan-group.js'
import { groupOf, USUAL_LIMITS } from '../../support/notes.js'
import { sixThemes } from '../../support/prompts.js'
import { createRedactor } from '../../support/redactor.js'

const SCANNERS = ['scanner battery', 'scanner freezes', 'broken scanner', 'scanners crash']
const PARKING = ['parking is full', 'no parking', 'parking costs', 'parking garage']

const cluster = (texts: readonly string[], themes = 2, signal = new AbortController().signal) =>
  clusterGroup(
    planGroup(groupOf(texts), {
      prompt: sixThemes,
      model: 'baseline',
      limits: USUAL_LIMITS,
      themes,
      redactor: createRedactor(),
    }),
    USUAL_THRESHOLDS,
    signal,
  )

test('notes that share wording are a theme, titled with their words', async () => {
  const { themes, unplaced, status } = await cluster([...SCANNERS, ...PARKING])
  expect(status).toBe('complete')
  expect(themes.map(({ notes }) => notes.map(({ text }) => text).sort())).toEqual(
    expect.arrayContaining([[...SCANNERS].sort(), [...PARKING].sort()]),
  )
  expect(themes.map(({ title }) => title.split(' · ')[0]).sort()).toEqual(['parking', 'scanner'])
  expect(unplaced).toEqual([])
})

test('its quotations are of notes', async () => {
  for (const { summary, notes } of (await cluster([...SCANNERS, ...PARKING])).themes) {
    const [, first = ''] = /“([^”]+)”/.exec(summary) ?? []
    expect(notes.map(({ text }) => text)).toContain(first)
  }
})

test('it is always the same, whatever the order of the notes', async () => {
  const shown = async (texts: readonly string[]) =>
    (await cluster(texts)).themes.map(({ title, summary }) => [title, summary])
  const texts = [...SCANNERS, ...PARKING]
  expect(await shown([...texts].reverse())).toEqual(await shown(texts))
})

test('every note is in a theme, also where notes share nothing', async () => {
  const texts = ['abc', 'defg', '付箋', '🎉', 'x', 'xyz']
  const { themes } = await cluster(texts, 6)
  expect(themes.flatMap(({ notes }) => notes.map(({ text }) => text)).sort()).toEqual([...texts].sort())
})

test('one or two notes are listed', async () => {
  expect(await cluster(['a', 'b'])).toMatchObject({ status: 'listed', themes: [] })
})

test('others get their turn while it works, and an abort ends it', async () => {
  const abort = new AbortController()
  let turns = 0
  const timer = setInterval(() => {
    if (++turns === 2) abort.abort(new Error('enough'))
  }, 0)
  const many = Array.from(
    { length: 400 },
    (_, index) => `${SCANNERS[index % 4]} and ${PARKING[index % 3]} ${index}`,
  )
  await expect(cluster(many, 6, abort.signal)).rejects.toThrow('enough')
  clearInterval(timer)
})
