import { countNotes, type DistinctNote, textsOf, type Written } from '../../notes/distinct-notes.js'
import { contentWords } from '../../text/content-words.js'
import { sum, toHundredths } from '../../text/sum.js'
import type { IdTally } from '../replies/assignment.js'
import { findNumbers, findQuantifiers, findVagueWords } from './check-prose.js'
import { checkQuotations } from './check-quotations.js'
import type { Finding, Thresholds } from './finding.js'

/** A title and summary, which are checked against the notes they are about. */
export type Claim = {
  title: string
  titledBy?: 'person' | undefined
  summary: string
  summarizedBy?: 'person' | undefined
  notes: readonly Written[]
}

/** A theme of a group. */
export type Theme = Omit<Claim, 'notes'> & {
  notes: readonly DistinctNote[]
  /** Notes of other themes that touch it. */
  also?: readonly DistinctNote[] | undefined
  /** Id of the theme of last time that it continues. */
  continues?: string | undefined
  /** Its own id, where people gave it: then its words are theirs. */
  given?: string | undefined
}

/** How a group's reply was checked: counts of notes, and what was found in its themes. */
export type GroupChecks = IdTally & {
  /** Left-over notes that stayed without an answer. */
  unsettled: number
  /** Quotations that no note of their theme holds. */
  misquoted: number
  /** Share of the content words of titles and summaries that occur in the notes of their theme, over all themes. */
  grounding: number
  findings: readonly Finding[]
}

/**
 * What is found is said, and what nobody wrote loses its quotation marks. `inProse` is what `findInProse` finds in these
 * themes; `all` counts the notes of the group.
 */
export function checkThemes<T extends Claim>(
  themes: readonly T[],
  inProse: readonly Finding[],
  tally: IdTally & { unsettled: number },
  all: number,
  thresholds: Thresholds,
): { status: 'complete'; themes: T[]; checks: GroupChecks } {
  const groundings = themes.map(groundingOf)
  const findings = [...inProse, ...findInEvidence(themes, groundings, all, thresholds)]
  const misquoted = findings.filter(({ check }) => check === 'quotation').length
  const grounding = themes.length === 0 ? 1 : sum(groundings) / themes.length
  return {
    status: 'complete',
    themes: themes.map(withoutMisquotations),
    checks: { ...tally, misquoted, grounding, findings },
  }
}

function withoutMisquotations<T extends Claim>(theme: T): T {
  const written = textsOf(theme.notes)
  const title = checkQuotations(theme.title, written).text
  const summary = checkQuotations(theme.summary, written).text
  return { ...theme, title, summary }
}

/**
 * What another title and summary could mend: quotations, numbers, words of quantity, vague and similar titles.
 * `all` counts the notes of the group, duplicates counted.
 */
export function findInProse(themes: readonly Claim[], all: number, thresholds: Thresholds): Finding[] {
  return [
    ...themes.flatMap((theme, index) =>
      findInTheme(theme, all, thresholds).map((finding) => ({ ...finding, theme: index + 1 })),
    ),
    ...findSimilarTitles(themes, thresholds),
  ]
}

function findInTheme({ title, summary, notes }: Claim, all: number, thresholds: Thresholds): Finding[] {
  const written = textsOf(notes)
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
      (found): Finding => ({ check: 'quantifier', found, share: toHundredths(share) }),
    ),
    ...(vague === undefined ? [] : [{ check: 'vague-title', found: vague } as const]),
  ]
}

/** Two titles with mostly the same content words: of all that either has. */
function findSimilarTitles(themes: readonly Claim[], { similarTitles }: Thresholds): Finding[] {
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

/** Share of the content words of title and summary that occur in the theme's notes; 1 where there are none to compare. */
function groundingOf({ title, summary, notes }: Claim): number {
  const said = contentWords(`${title}. ${summary}`)
  const written = new Set(textsOf(notes).flatMap(contentWords))
  return said.length === 0 || written.size === 0
    ? 1
    : said.filter((word) => written.has(word)).length / said.length
}

/** What only the notes themselves could mend: words from elsewhere, themes of one note, too many notes in no theme. */
function findInEvidence(
  themes: readonly Claim[],
  groundings: readonly number[],
  all: number,
  thresholds: Thresholds,
): Finding[] {
  const coverage = themes.reduce((sum, { notes }) => sum + countNotes(notes), 0) / all
  return [
    ...themes.flatMap((theme, index): Finding[] => {
      const grounding = groundings[index] ?? 1
      const isOwn = theme.titledBy && (theme.summarizedBy || theme.summary === '') // people choose their words
      const isForeign = !isOwn && grounding < thresholds.grounding
      return [
        ...(isForeign
          ? [{ check: 'grounding', theme: index + 1, share: toHundredths(grounding) } as const]
          : []),
        ...(countNotes(theme.notes) === 1 ? [{ check: 'single-note', theme: index + 1 } as const] : []),
      ]
    }),
    ...(coverage < thresholds.coverage
      ? [{ check: 'coverage', share: Math.floor(coverage * 100) / 100 } as const]
      : []),
  ]
}
