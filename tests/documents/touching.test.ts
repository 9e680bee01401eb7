import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { decideGroup } from '../../src/decisions/decide-group.js'
import { renderCsv } from '../../src/documents/csv.js'
import { renderMarkdown } from '../../src/documents/markdown.js'
import { renderSummaryPage } from '../../src/documents/page/summary-page.js'
import { english } from '../../src/documents/words/speech.js'
import { findImbalance } from '../../src/summary/check-balance.js'
import type { Summary, SummaryGroup, SummaryNote } from '../../src/summary/summary.js'
import { USUAL_THRESHOLDS } from '../../src/themes/checks/finding.js'

const note = (row: number, text: string, also?: string[]): SummaryNote => ({
  ...{ id: `r${row}`, text, ...(also && { also }) },
  from: [{ row }],
})

const group: SummaryGroup = {
  persona: 'Nurse',
  quadrant: 'Pains',
  status: 'complete',
  themes: [
    {
      ...{ id: 't1', title: 'Too few hands', summary: 'Nobody is left.', share: 0.6 },
      notes: [
        note(1, 'two of us for thirty beds'),
        note(2, 'no hands, and *no* lift', ['t2']),
        note(3, 'no hands'),
      ],
    },
    {
      ...{ id: 't2', title: 'Broken lifts', summary: 'Lifts stop.', share: 0.4 },
      notes: [note(4, 'the lift again'), note(5, 'lift stuck', ['t1'])],
    },
  ],
  unplaced: [],
  checks: {
    ...{ coverage: 1, omitted: 0, repeated: 0, unknown: 0, unsettled: 0, misquoted: 0, grounding: 1 },
    findings: [],
  },
}

const summaryOf = (own: SummaryGroup): Summary => ({
  ...{ schema: 'sixthemes/summary@1', title: 'T', model: 'm' },
  sources: [
    {
      file: 'a.csv',
      sha256: 'a'.repeat(64),
      export: 'columns',
      rows: 5,
      notes: 5,
      dropped: [],
      warnings: [],
    },
  ],
  groups: [own],
  usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
})

const rows = (own: SummaryGroup): Record<string, string>[] =>
  parse(renderCsv(summaryOf(own)), { columns: true, bom: true })

describe('what a note touches beside its own theme', () => {
  test('stands under the theme in Markdown, apart from its own notes and not in its size', () => {
    const text = renderMarkdown(summaryOf(group), {})
    expect(text).toContain('**Broken lifts** (2 notes)')
    expect(text).toContain('*Also, from other themes*: “no hands, and \\*no\\* lift” (Too few hands)')
    expect(text).toContain('*Also, from other themes*: “lift stuck” (Broken lifts)')
    expect(renderMarkdown(summaryOf(group), { notes: 'list' })).toContain('*Also, from other themes*')
    expect(renderMarkdown(summaryOf(group), { notes: 'none' })).not.toContain('Also')
  })

  test('is a column of the CSV, which is not there where no note has one', () => {
    expect(rows(group).map(({ also }) => also)).toEqual(['', 'Broken lifts', '', '', 'Too few hands'])
    const plain = structuredClone(group)
    for (const theme of plain.themes) for (const one of theme.notes) delete one.also
    expect(Object.keys(rows(plain)[0] ?? {})).not.toContain('also')
  })

  test('is in the page, with the way to where the note is at home', () => {
    const page = renderSummaryPage(summaryOf(group), english)
    expect(page).toContain('<summary>Also, from other themes (1)</summary>')
    expect(page).toMatch(/<q>lift stuck<\/q> <a href="#g\d+-2">Broken lifts<\/a>/)
  })

  test('is five notes at most in Markdown, and how many more there are', () => {
    const many = structuredClone(group)
    for (let row = 6; row < 13; row++)
      many.themes[1]?.notes.push(note(row, `lift ${row} stuck, and nobody there`, ['t1']))
    const text = renderMarkdown(summaryOf(many), {})
    expect(text).toMatch(/“lift 9 stuck, and nobody there” \(Broken lifts\) \(\+3\)\n/)
    expect(text.match(/nobody there” \(Broken lifts\)/g)).toHaveLength(4)
  })

  test('is cut in the middle of a long answer, between words', () => {
    const long = structuredClone(group)
    const [, second] = long.themes[0]?.notes ?? []
    if (second) second.text = 'no lift for anybody '.repeat(30).trim()
    expect(renderMarkdown(summaryOf(long), {})).toMatch(
      /“(?:no lift for anybody )+[a-z ]*…” \(Too few hands\)/,
    )
  })

  test('must be a theme of the group', () => {
    expect(findImbalance(summaryOf(group))).toBeUndefined()
    const strange = structuredClone(group)
    for (const one of strange.themes[0]?.notes ?? []) one.also = ['t9']
    expect(findImbalance(summaryOf(strange))).toBe(
      'Nurse / Pains, note r1: it touches a theme that is not there',
    )
  })
})

describe('after decisions of people', () => {
  const named = { persona: 'Nurse', quadrant: 'Pains' }
  const decide = (...decisions: Parameters<typeof decideGroup>[1]) =>
    decideGroup(group, decisions, USUAL_THRESHOLDS).group

  test('a note that was put into the theme it touched touches it no more', () => {
    const decided = decide({ ...named, note: 'no hands, and *no* lift', to: 't2' })
    expect(
      rows(decided)
        .filter(({ also }) => also !== '')
        .map(({ note: text }) => text),
    ).toEqual(['lift stuck'])
    expect(findImbalance(summaryOf(decided))).toBeUndefined()
  })

  test('what touched a theme that was merged touches the one it was put into', () => {
    const three = structuredClone(group)
    three.themes.push({
      id: 't3',
      title: 'Noise',
      summary: 'Loud.',
      share: 0,
      notes: [note(6, 'beeps', ['t2'])],
    })
    const { group: decided } = decideGroup(three, [{ ...named, merge: ['t1', 't2'] }], USUAL_THRESHOLDS)
    const beeps = rows(decided).find(({ note: text }) => text === 'beeps')
    expect(beeps?.also).toBe('Too few hands')
    expect(rows(decided).filter(({ also }) => also !== '')).toHaveLength(1)
  })
})
