import type { Exchange } from '../model/ask.js'
import { UnusableReply } from '../model-trouble.js'
import type { Group } from '../notes/group.js'
import { checkQuotations } from './check-quotations.js'
import { findInEvidence, findInProse, groundingOf } from './check-themes.js'
import { countNotes, countVotes, type DistinctNote } from './distinct-notes.js'
import { findThemes } from './find-themes.js'
import type { Finding, Thresholds } from './finding.js'
import { type GroupTools, isTroubleWithOneRequest } from './group-tools.js'
import { mendThemes } from './mend-themes.js'
import { type Placed, placeLeftovers } from './place-leftovers.js'
import { type GroupPlan, isAsking } from './plan-group.js'
import type { IdTally } from './read-themes.js'

export type Theme = { title: string; summary: string; notes: readonly DistinctNote[] }

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

/** What became of a group: every one of its notes is in a theme or unplaced. */
export type GroupResult = {
  group: Group
  themes: readonly Theme[]
  unplaced: readonly DistinctNote[]
  exchanges: readonly Exchange[]
} & (
  | { status: 'complete'; checks: GroupChecks }
  | { status: 'listed' }
  | { status: 'failed'; reason: string }
)

/**
 * One group, from its plan to its themes. A reply that stays unusable and trouble with this request make the
 * group `failed`; what concerns the whole run (UserError, MissingRecording, an abort) is thrown.
 */
export async function summarizeGroup(
  plan: GroupPlan,
  tools: GroupTools,
  thresholds: Thresholds,
): Promise<GroupResult> {
  const { group, distinct } = plan
  const withoutThemes = { group, themes: [], unplaced: distinct, exchanges: [] }
  if (!isAsking(plan)) return { ...withoutThemes, status: 'listed' }
  try {
    const found = await findThemes(plan, tools)
    const placed = await placeLeftovers(found, plan, tools)
    const themes = themesOf(placed, plan)
    const mended = await mendThemes(themes, thresholds, plan, tools)
    return checkThemes(mended.themes, placed, [...placed.exchanges, ...mended.exchanges], plan, thresholds)
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { ...withoutThemes, status: 'failed', reason: error.message }
  }
}

/** Themes with their notes instead of numbers, most notes first. */
function themesOf({ themes }: Placed, { distinct, redactor }: GroupPlan): Theme[] {
  const filled = themes
    .map(({ title, summary, ids }) => ({
      title: redactor.restore(title),
      summary: redactor.restore(summary),
      notes: notesOf(ids, distinct),
    }))
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => countNotes(b.notes) - countNotes(a.notes) || countVotes(b.notes) - countVotes(a.notes))
  if (filled.length === 0) throw new UnusableReply('the reply cannot be used: no theme kept a note')
  return filled
}

function notesOf(ids: readonly number[], distinct: readonly DistinctNote[]): DistinctNote[] {
  return [...ids].sort((a, b) => a - b).flatMap((id) => distinct[id - 1] ?? [])
}

/** What is found is said, and what nobody wrote loses its quotation marks. */
function checkThemes(
  themes: readonly Theme[],
  { unplaced, tally }: Placed,
  exchanges: readonly Exchange[],
  { group, distinct }: GroupPlan,
  thresholds: Thresholds,
): GroupResult {
  const all = group.notes.length
  const findings = [...findInProse(themes, all, thresholds), ...findInEvidence(themes, all, thresholds)]
  const misquoted = findings.filter(({ check }) => check === 'quotation').length
  const grounding = themes.reduce((sum, theme) => sum + groundingOf(theme), 0) / themes.length
  return {
    status: 'complete',
    group,
    themes: themes.map(withoutMisquotations),
    unplaced: notesOf(unplaced, distinct),
    checks: { ...tally, misquoted, grounding, findings },
    exchanges,
  }
}

function withoutMisquotations({ title, summary, notes }: Theme): Theme {
  const written = notes.flatMap((distinct) => distinct.notes.map(({ text }) => text))
  return {
    title: checkQuotations(title, written).text,
    summary: checkQuotations(summary, written).text,
    notes,
  }
}
