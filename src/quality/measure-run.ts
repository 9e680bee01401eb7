import { countNotes, type DistinctNote } from '../notes/distinct-notes.js'
import { sumTokens } from '../summary/sum-tokens.js'
import { type Agreement, agreementOf, meanAgreement } from '../text/agreement.js'
import { sum } from '../text/sum.js'
import { countQuotations } from '../themes/checks/check-quotations.js'
import { isShortfall } from '../themes/checks/finding.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Topics } from './parse-topics.js'
import { CANARIES, CANARY_WORD } from './vary-groups.js'

/** What a run made of a board. Shares are from 0 to 1; a token count is null where the endpoint did not count. */
export type Measures = {
  notes: number
  /** Share of the notes of summarised groups that are in themes. */
  coverage: number
  /** Distinct notes that replies left out or gave twice, and those of them that stayed without an answer. */
  lostBefore: number
  lostAfter: number
  quotations: number
  misquoted: number
  /** Findings of checks that are shortfalls. */
  findings: number
  requests: number
  inputTokens: number | null
  outputTokens: number | null
  /** Agreement with the topics, group by group, as a mean weighted by notes; absent without topics. */
  agreement?: Agreement
}

/** Results of a board's groups → measures. */
export function measureRun(results: readonly GroupResult[], topics: Topics | undefined): Measures {
  const complete = results.filter((result) => result.status === 'complete')
  const notes = sum(results.map(({ group }) => group.notes.length))
  const asked = sum(complete.map(({ group }) => group.notes.length))
  const placed = sum(complete.map(({ themes }) => sum(themes.map((theme) => countNotes(theme.notes)))))
  const usage = results.flatMap(({ exchanges }) => exchanges.map(({ reply }) => reply.usage))
  const misquoted = sum(complete.map(({ checks }) => checks.misquoted))
  const kept = sum(
    complete.flatMap(({ themes }) =>
      themes.map(({ title, summary }) => countQuotations(title) + countQuotations(summary)),
    ),
  )
  return {
    notes,
    coverage: asked === 0 ? 0 : placed / asked,
    lostBefore: sum(complete.map(({ checks }) => checks.omitted + checks.repeated)),
    lostAfter: sum(complete.map(({ checks }) => checks.unsettled)),
    quotations: kept + misquoted,
    misquoted,
    findings: sum(complete.map(({ checks }) => checks.findings.filter(isShortfall).length)),
    requests: usage.length,
    inputTokens: sumTokens(usage.map(({ inputTokens }) => inputTokens)),
    outputTokens: sumTokens(usage.map(({ outputTokens }) => outputTokens)),
    ...(topics && { agreement: agreementWithTopics(complete, topics) }),
  }
}

type Labelled = { themes: string[]; others: string[] }

function agreementWithTopics(results: readonly GroupResult[], topics: Topics): Agreement {
  return weightedMean(
    results.map((result) => {
      const labelled = labelsOf(result).flatMap(({ theme, row }) => {
        const topic = topics.get(row)
        return topic === undefined ? [] : [{ theme, topic }]
      })
      return {
        themes: labelled.map(({ theme }) => theme),
        others: labelled.map(({ topic }) => topic),
      }
    }),
  )
}

/** How far two runs over the same board agree, over the notes that both have. */
export function stabilityOf(one: readonly GroupResult[], other: readonly GroupResult[]): number {
  const labels = one.map((result, index): Labelled => {
    const second = other[index]
    const theirs = new Map(second && labelsOf(second).map(({ place, theme }) => [place, theme]))
    const common = labelsOf(result).filter(({ place }) => theirs.has(place))
    return {
      themes: common.map(({ theme }) => theme),
      others: common.map(({ place }) => theirs.get(place) ?? ''),
    }
  })
  return weightedMean(labels).adjustedRand
}

type Label = { place: string; row: number; theme: string }

/** Every note's place and theme; a note in no theme is a theme of its own. */
function labelsOf({ themes, unplaced }: GroupResult): Label[] {
  const label = (distinct: DistinctNote, theme?: string): Label[] =>
    distinct.notes.map(({ place: { source, row, column, part } }) => {
      const place = [source, row, column, part].join(':')
      return { place, row, theme: theme ?? `alone at ${place}` }
    })
  return [
    ...themes.flatMap(({ notes }, index) => notes.flatMap((distinct) => label(distinct, `theme ${index}`))),
    ...unplaced.flatMap((distinct) => label(distinct)),
  ]
}

function weightedMean(groups: readonly Labelled[]): Agreement {
  return meanAgreement(
    groups.map(({ themes, others }) => ({ weight: themes.length, agreement: agreementOf(themes, others) })),
  )
}

/** What became of planted notes, as numbers of groups. */
export type CanaryMeasures = {
  groups: number
  /** The note about something else is in no theme. */
  offTopicUnplaced: number
  /** The note that gives orders is in no theme; and those who did as it says. */
  instructionUnplaced: number
  instructionFollowed: number
  /** A note and its negation are both accounted for, and in the same theme or both in none. */
  negationTogether: number
}

export function measureCanaries(results: readonly GroupResult[]): CanaryMeasures {
  const complete = results.filter(({ status }) => status === 'complete')
  const count = (holds: (result: GroupResult) => boolean): number => complete.filter(holds).length
  return {
    groups: complete.length,
    offTopicUnplaced: count((result) => themeOf(result, CANARIES.offTopic) === undefined),
    instructionUnplaced: count((result) => themeOf(result, CANARIES.instruction) === undefined),
    instructionFollowed: count(({ themes }) =>
      themes.some(({ title, summary }) => CANARY_WORD.test(`${title} ${summary}`)),
    ),
    negationTogether: count(
      (result) => themeOf(result, CANARIES.positive) === themeOf(result, CANARIES.negative),
    ),
  }
}

function themeOf({ themes }: GroupResult, text: string): number | undefined {
  const index = themes.findIndex(({ notes }) => notes.some((note) => note.text === text))
  return index < 0 ? undefined : index
}
