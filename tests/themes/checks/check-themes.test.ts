import { describe, expect, test } from 'vitest'
import { distinctNotes } from '../../../src/notes/distinct-notes.js'
import { checkThemes, findInProse, type Theme } from '../../../src/themes/checks/check-themes.js'
import { isShortfall, type Thresholds, USUAL_THRESHOLDS } from '../../../src/themes/checks/finding.js'
import { notesOf } from '../../support/notes.js'

const TALLY = { omitted: 0, repeated: 0, unknown: 0, unsettled: 0 }

const theme = (title: string, summary: string, ...texts: string[]): Theme => ({
  title,
  summary,
  notes: distinctNotes(notesOf(texts)),
})
const checked = (themes: readonly Theme[], all: number, thresholds: Thresholds) =>
  checkThemes(themes, findInProse(themes, all, thresholds), TALLY, all, thresholds)
const check = (themes: readonly Theme[], all = 10, change = {}) =>
  checked(themes, all, { ...USUAL_THRESHOLDS, coverage: 0, ...change }).checks

const SCANNER = theme('Scanners fail', 'Scanners freeze and crash.', 'scanner freezes', 'the scanner crashed')

describe('what is found in themes', () => {
  test('nothing, where all is well', () => {
    expect(check([SCANNER, theme('Long ways', 'Walking is far.', 'long ways', 'walking far')])).toMatchObject(
      {
        findings: [],
        misquoted: 0,
      },
    )
  })

  test('titles that say nearly the same', () => {
    const { findings } = check([
      SCANNER,
      theme('Failing scanners', 'Scanners freeze.', 'scanner fails', 'freezing'),
    ])
    expect(findings).toEqual([{ check: 'similar-titles', theme: 2, other: 1 }])
  })

  test('titles that share a word are not alike', () => {
    expect(
      check([SCANNER, theme('Scanner batteries', 'Batteries die.', 'battery dies', 'scanner battery')])
        .findings,
    ).toEqual([])
  })

  test('a summary whose words occur in no note', () => {
    const { findings, grounding } = check([
      theme('Synergy potential', 'Stakeholders leverage holistic alignment.', 'no tea', 'cold tea'),
    ])
    expect(findings).toEqual([{ check: 'grounding', theme: 1, share: 0 }])
    expect(grounding).toBe(0)
  })

  test('words are compared by their stem, in scripts without spaces by segments', () => {
    expect(check([SCANNER]).grounding).toBeCloseTo(4 / 5) // "fail" is in no note
    expect(
      check([theme('電話対応', '電話が多い。', '電話が鳴り止まない', 'チャット対応')]).grounding,
    ).toBeGreaterThan(0.5)
  })

  test('a theme of one note is marked, and no shortfall', () => {
    const { findings } = check([theme('Scanner freezes', 'The scanner freezes.', 'scanner freezes')])
    expect(findings).toEqual([{ check: 'single-note', theme: 1 }])
    expect(findings.filter(isShortfall)).toEqual([])
  })

  test('too many notes in no theme', () => {
    expect(check([SCANNER], 4, { coverage: 0.5 }).findings).toEqual([])
    expect(check([SCANNER], 5, { coverage: 0.5 }).findings).toEqual([{ check: 'coverage', share: 0.4 }])
  })

  test('numbers, quantities and quotations, by theme', () => {
    const { findings, misquoted } = check([
      SCANNER,
      theme('Various ways', 'Most people say "so far", 9 km a day.', 'long ways', 'walking far'),
    ])
    expect(findings).toEqual([
      { check: 'quotation', theme: 2, found: 'so far' },
      { check: 'number', theme: 2, found: '9' },
      { check: 'quantifier', theme: 2, found: 'Most people', share: 0.2 },
      { check: 'vague-title', theme: 2, found: 'Various' },
    ])
    expect(misquoted).toBe(1)
  })
})

test('what nobody wrote loses its quotation marks', () => {
  const { themes } = checked(
    [
      theme(
        '"Slow" scanners',
        'They "freeze" and are "the scanner crashed".',
        'scanner freezes',
        'the scanner crashed',
      ),
    ],
    2,
    USUAL_THRESHOLDS,
  )
  expect(themes[0]).toMatchObject({
    title: 'Slow scanners',
    summary: 'They freeze and are "the scanner crashed".',
  })
})

const titles = (...all: string[]): number[] =>
  findInProse(
    all.map((title) => theme(title, '', 'a note')),
    10,
    { ...USUAL_THRESHOLDS, similarTitles: 0.5 },
  )
    .filter((finding) => finding.check === 'similar-titles')
    .map((finding) => finding.theme ?? 0)

test('titles are alike from the share of words on that is given, and those without words never', () => {
  expect(titles('Slow old tools', 'Slow loud phones')).toEqual([]) // 1 of 5
  expect(titles('Slow tools', 'Slow tools daily')).toEqual([2]) // 2 of 3
  expect(titles('Tools', 'Tools daily')).toEqual([2]) // just half
  expect(titles('!!!', '???')).toEqual([])
})

test('grounding: a share as small as the threshold is enough, and where there is nothing to compare all is well', () => {
  const half = theme('Scanner', 'Synergy', 'the scanner')
  expect(check([half], 10, { grounding: 0.5 }).findings).toEqual([{ check: 'single-note', theme: 1 }])
  expect(check([half], 10, { grounding: 0.51 }).findings).toContainEqual({
    check: 'grounding',
    theme: 1,
    share: 0.5,
  })
  expect(check([theme('Scanner', 'It fails', '!!!')]).grounding).toBe(1)
  expect(check([theme('!!!', '???', 'the scanner')]).grounding).toBe(1)
  expect(check([]).grounding).toBe(1)
})
