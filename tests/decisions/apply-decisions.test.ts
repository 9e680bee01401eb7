import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDecisions } from '../../src/decisions/apply-decisions.js'
import type { Change, Decision } from '../../src/decisions/decision.js'
import { inFileOrder } from '../../src/decisions/model-version.js'
import { parseDecisions } from '../../src/decisions/parse-decisions.js'
import { addDecisions, renderDecisions } from '../../src/decisions/render-decisions.js'
import { renderJson } from '../../src/documents/json.js'
import { renderMarkdown } from '../../src/documents/markdown.js'
import { findImbalance } from '../../src/summary/check-balance.js'
import { notesOf } from '../../src/summary/notes-of.js'
import { parseSummary } from '../../src/summary/parse-summary.js'
import type { Summary, SummaryGroup } from '../../src/summary/summary.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'

const parsed = parseSummary(
  readFileSync(new URL('../../fixtures/support-workshop/summary.json', import.meta.url)),
)
if (!parsed.ok) throw new Error(parsed.problem)
const SAMPLE = parsed.summary

const at = { persona: 'Team lead', quadrant: 'Gains' }
const decide = (summary: Summary, ...changes: Change[]): Summary =>
  applyDecisions(
    summary,
    changes.map((change): Decision => ({ ...at, ...change })),
    USUAL_THRESHOLDS,
  )

const groupOf = ({ groups }: Summary): SummaryGroup => {
  const group = groups.find(({ persona, quadrant }) => persona === at.persona && quadrant === at.quadrant)
  if (!group) throw new Error('no such group')
  return group
}
const textsOf = (summary: Summary): Record<string, string[]> =>
  Object.fromEntries(
    groupOf(summary).themes.map(({ title, notes }) => [title, notes.map(({ text }) => text)]),
  )
const idOf = (title: string): string =>
  groupOf(SAMPLE).themes.find((theme) => theme.title === title)?.id ?? ''
const TEAM = idOf('A team that sticks together')
const LIFE = idOf('Life outside work')
const NUMBERS = idOf('Numbers in good shape')

test('no decisions change nothing but that there are none', () => {
  expect(decide(SAMPLE)).toEqual({ ...SAMPLE, decisions: { given: 0, lapsed: [] } })
})

test('a title and a summary, with what the model wrote beside them', () => {
  const decided = decide(SAMPLE, {
    theme: NUMBERS,
    title: 'Numbers we are proud of',
    summary: 'SLA and CSAT.',
  })
  const theme = groupOf(decided).themes.find(({ id }) => id === NUMBERS)
  expect(theme).toMatchObject({
    ...{ title: 'Numbers we are proud of', titledBy: 'person', modelTitle: 'Numbers in good shape' },
    ...{ summary: 'SLA and CSAT.', summarizedBy: 'person' },
  })
  expect(theme?.modelSummary).toMatch(/^It feels good when the SLA/)
  expect(groupOf(decided).decided).toMatchObject({
    titled: 1,
    summarized: 1,
    moved: 0,
    shareMoved: 0,
    kappa: 1,
  })
})

test('themes may be named by their title', () => {
  expect(Object.keys(textsOf(decide(SAMPLE, { theme: 'life OUTSIDE work', title: 'Home' })))).toContain(
    'Home',
  )
})

test('a note is moved, marked with where the model had it, and the figures follow', () => {
  const decided = decide(SAMPLE, { note: '  Bike ride in to WORK', to: TEAM })
  const group = groupOf(decided)
  const [team] = group.themes
  expect(team?.notes.find(({ text }) => text === 'bike ride in to work')).toMatchObject({
    ...{ placedBy: 'person', modelTheme: LIFE },
  })
  expect([team?.notes.length, team?.share]).toEqual([9, 0.31])
  expect(group.checks?.findings).toContainEqual({ check: 'single-note', theme: 6 })
  expect(group.decided).toMatchObject({ moved: 1, shareMoved: 0.03, kappa: 0.96 })
})

test('a note is set aside, and a theme without notes goes', () => {
  const decided = decide(
    SAMPLE,
    { note: 'bike ride in to work', to: null },
    { note: 'being home for bath time', to: null },
  )
  expect(Object.keys(textsOf(decided))).not.toContain('Life outside work')
  expect(groupOf(decided)).toMatchObject({
    decided: { setAside: 2, moved: 0 },
    checks: { coverage: 0.9 },
    unplaced: expect.arrayContaining([
      expect.objectContaining({ text: 'bike ride in to work', placedBy: 'person', modelTheme: LIFE }),
    ]),
  })
})

test('themes are merged: the notes of the others are not moved, and their ids lead to it', () => {
  const decided = decide(
    SAMPLE,
    { merge: [TEAM, LIFE], title: 'Life and team' },
    { theme: LIFE, summary: 'Both.' },
  )
  const [first] = groupOf(decided).themes
  expect(first).toMatchObject({
    ...{
      id: TEAM,
      title: 'Life and team',
      summary: 'Both.',
      merged: [{ id: LIFE, title: 'Life outside work' }],
    },
  })
  expect(first?.notes.every(({ placedBy }) => placedBy === undefined)).toBe(true)
  expect(groupOf(decided).decided).toMatchObject({ merged: 1, moved: 0, kappa: 1 })
})

test('a theme is made of notes, also of those in none', () => {
  const decided = decide(SAMPLE, { new: 'Rota', notes: ["same as Priya's", 'a boring day'] })
  const made = groupOf(decided).themes.find(({ title }) => title === 'Rota')
  expect(made).toMatchObject({ titledBy: 'person', summary: '' })
  expect(made).not.toHaveProperty('modelTitle')
  expect(made?.notes.map(({ modelTheme }) => modelTheme)).toEqual([null, expect.stringMatching(/^t/)])
})

test('what names something that is gone is listed, and nothing else of it changes', () => {
  const decided = applyDecisions(
    SAMPLE,
    [
      { ...at, theme: 'tnothing', title: 'New' },
      { ...at, note: 'never written', to: TEAM },
      { ...at, note: 'a boring day', to: 'tnothing' },
      { ...at, new: 'Rota', notes: ['never written', 'a boring day'] },
      { persona: 'Nobody', quadrant: 'Gains', note: 'x', to: null },
    ],
    USUAL_THRESHOLDS,
  )
  expect(decided.decisions).toEqual({
    given: 5,
    lapsed: [
      { decision: 1, ...at, gone: 'theme', named: 'tnothing' },
      { decision: 2, ...at, gone: 'note', named: 'never written' },
      { decision: 3, ...at, gone: 'theme', named: 'tnothing' },
      { decision: 4, ...at, gone: 'note', named: 'never written' },
      { decision: 5, persona: 'Nobody', quadrant: 'Gains', gone: 'group', named: 'Nobody / Gains' },
    ],
  })
  expect(textsOf(decided).Rota).toEqual(['a boring day'])
})

test('words in quotation marks that nobody wrote lose them, whoever put them there', () => {
  const decided = decide(SAMPLE, { theme: NUMBERS, summary: 'They said "green all week" and "heaven".' })
  const theme = groupOf(decided).themes.find(({ id }) => id === NUMBERS)
  expect(theme?.summary).toBe('They said "green all week" and heaven.')
  expect(groupOf(decided).checks?.findings).toContainEqual({ check: 'quotation', theme: 3, found: 'heaven' })
})

test('a listed group may be sorted by hand, and then it is complete', () => {
  const group = groupOf(SAMPLE)
  const listed: SummaryGroup = {
    ...at,
    status: 'listed',
    themes: [],
    unplaced: inFileOrder(notesOf(group)),
  }
  const summary = { ...SAMPLE, groups: SAMPLE.groups.map((other) => (other === group ? listed : other)) }
  const decided = decide(summary, { new: 'Quiet', notes: ['a boring day'] })
  expect(groupOf(decided)).toMatchObject({ status: 'complete', checks: { coverage: 0.03 } })
  expect(groupOf(decide(decided))).toEqual(groupOf(decide(summary)))
})

/** Any decision about a group, with names that are right, wrong or gone by then. */
function anyDecision({ persona, quadrant, themes, unplaced }: SummaryGroup): fc.Arbitrary<Decision> {
  const theme = fc.constantFrom(...themes.flatMap(({ id, title }) => [id, title]), 'tgone', 'Made by hand')
  const texts = [...themes.flatMap(({ notes }) => notes), ...unplaced].map(({ text }) => text)
  const note = fc.constantFrom(...texts, 'never written')
  const words = fc.constantFrom('Made by hand', 'Another "name"', 'Most people say 7 things', '=1+1', '**')
  const wording = {
    title: fc.option(words, { nil: undefined }),
    summary: fc.option(words, { nil: undefined }),
  }
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ theme, title: words, summary: wording.summary }),
    fc.record({ note, to: fc.option(theme, { nil: null }) }),
    fc.record({ merge: fc.array(theme, { minLength: 2, maxLength: 4 }), ...wording }),
    fc.record({ new: words, notes: fc.array(note, { minLength: 1, maxLength: 6 }) }),
  )
  return change.map((one) => ({ persona, quadrant, ...JSON.parse(JSON.stringify(one)) }))
}

test('whatever people decide, the account balances, the summary can be read again, and the model’s version comes back', () => {
  const decisions = fc.array(fc.oneof(...SAMPLE.groups.slice(0, 3).map(anyDecision)), { maxLength: 12 })
  fc.assert(
    fc.property(decisions, (given) => {
      const decided = applyDecisions(SAMPLE, given, USUAL_THRESHOLDS)
      expect(findImbalance(decided)).toBeUndefined()
      const again = parseSummary(Buffer.from(renderJson(decided)))
      if (!again.ok) throw new Error(again.problem)
      expect(renderJson(again.summary)).toBe(renderJson(decided))
      expect(renderJson(applyDecisions(again.summary, given, USUAL_THRESHOLDS))).toBe(renderJson(decided))
      expect(applyDecisions(again.summary, [], USUAL_THRESHOLDS).groups).toEqual(SAMPLE.groups)
      expect(() => renderMarkdown(decided, { notes: 'inline' })).not.toThrow()
      expect(parseDecisions(renderDecisions(given), 'd.yaml')).toEqual(given)
    }),
    { numRuns: 200 },
  )
})

test('decisions are added behind what stands in the file, comments and all', () => {
  const text =
    '# ours\nschema: sixthemes/decisions@1\ndecisions:\n  # first\n  - { persona: A, quadrant: B, note: "x: y", to: null }\n'
  const added = addDecisions(text, [
    { persona: 'A', quadrant: 'B', new: 'Rota', notes: ['- a', 'line\nbreak'] },
  ])
  expect(added.startsWith(text.trimEnd())).toBe(true)
  expect(parseDecisions(added, 'd.yaml')).toEqual([
    { persona: 'A', quadrant: 'B', note: 'x: y', to: null },
    { persona: 'A', quadrant: 'B', new: 'Rota', notes: ['- a', 'line break'] },
  ])
})
