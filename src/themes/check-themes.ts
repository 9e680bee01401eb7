import { findNumbers, findQuantifiers, findVagueWords } from './check-prose.js'
import { checkQuotations } from './check-quotations.js'
import { contentWords } from './content-words.js'
import { countNotes, type DistinctNote } from './distinct-notes.js'
import type { Finding, Thresholds } from './finding.js'

/** What is checked: a theme's title and summary against the notes it is made of. */
export type CheckedTheme = { title: string; summary: string; notes: readonly DistinctNote[] }

/**
 * What another title and summary could mend: quotations, numbers, words of quantity, vague and similar titles.
 * `all` counts the notes of the group, duplicates counted.
 */
export function findInProse(themes: readonly CheckedTheme[], all: number, thresholds: Thresholds): Finding[] {
  return [
    ...themes.flatMap((theme, index) =>
      findInTheme(theme, all, thresholds).map((finding) => ({ ...finding, theme: index + 1 })),
    ),
    ...findSimilarTitles(themes, thresholds),
  ]
}

function findInTheme(
  { title, summary, notes }: CheckedTheme,
  all: number,
  thresholds: Thresholds,
): Finding[] {
  const written = notes.flatMap((distinct) => distinct.notes.map(({ text }) => text))
  const share = countNotes(notes) / all
  const vague = findVagueWords(title)
  return [
    ...[title, summary].flatMap((text) =>
      checkQuotations(text, written).misquoted.map((found): Finding => ({ check: 'quotation', found })),
    ),
    ...[title, summary].flatMap((text) =>
      findNumbers(text, written).map((found): Finding => ({ check: 'number', found })),
    ),
    ...findQuantifiers(summary, share, thresholds).map(
      (found): Finding => ({ check: 'quantifier', found, share: round(share) }),
    ),
    ...(vague === undefined ? [] : [{ check: 'vague-title', found: vague } as const]),
  ]
}

/** Two titles with mostly the same content words, of the shorter one's. */
function findSimilarTitles(themes: readonly CheckedTheme[], { similarTitles }: Thresholds): Finding[] {
  const words = themes.map(({ title }) => new Set(contentWords(title)))
  return words.flatMap((own, index) =>
    words.slice(0, index).flatMap((others, other): Finding[] => {
      const common = [...own].filter((word) => others.has(word)).length
      const union = new Set([...own, ...others]).size
      const isSimilar = union > 0 && common / union >= similarTitles
      return isSimilar ? [{ check: 'similar-titles', theme: index + 1, other: other + 1 }] : []
    }),
  )
}

/** Share of the content words of title and summary that occur in the theme's notes; 1 where there are none. */
export function groundingOf({ title, summary, notes }: CheckedTheme): number {
  const said = contentWords(`${title}. ${summary}`)
  const written = new Set(
    notes.flatMap((distinct) => distinct.notes.flatMap(({ text }) => contentWords(text))),
  )
  return said.length === 0 ? 1 : said.filter((word) => written.has(word)).length / said.length
}

/** What only the notes themselves could mend: words from elsewhere, themes of one note, too many notes in no theme. */
export function findInEvidence(
  themes: readonly CheckedTheme[],
  all: number,
  thresholds: Thresholds,
): Finding[] {
  const coverage = themes.reduce((sum, { notes }) => sum + countNotes(notes), 0) / all
  return [
    ...themes.flatMap((theme, index): Finding[] => {
      const grounding = groundingOf(theme)
      const isForeign = grounding < thresholds.grounding
      return [
        ...(isForeign ? [{ check: 'grounding', theme: index + 1, share: round(grounding) } as const] : []),
        ...(countNotes(theme.notes) === 1 ? [{ check: 'single-note', theme: index + 1 } as const] : []),
      ]
    }),
    ...(coverage < thresholds.coverage ? [{ check: 'coverage', share: round(coverage) } as const] : []),
  ]
}

/** A share in hundredths, as documents show it. */
function round(share: number): number {
  return Math.round(share * 100) / 100
}
