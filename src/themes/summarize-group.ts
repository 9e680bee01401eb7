import { isTroubleWithOneRequest, UnusableReply } from '../errors/model-trouble.js'
import type { Exchange } from '../model/ask.js'
import { countNotes, countVotes, type DistinctNote } from '../notes/distinct-notes.js'
import type { Group } from '../notes/group.js'
import type { Feeling } from '../text/feeling.js'
import { checkThemes, type GroupChecks, type Theme } from './checks/check-themes.js'
import type { Finding, Thresholds } from './checks/finding.js'
import { chooseRun, type RunsChecked } from './choose-run.js'
import { feelNotes } from './feel-notes.js'
import { findThemes } from './find-themes.js'
import type { GroupTools } from './group-tools.js'
import { mendThemes } from './mend-themes.js'
import { placeGiven } from './place-given.js'
import { type Placed, placeLeftovers } from './place-leftovers.js'
import { type GroupPlan, isAsking } from './plan-group.js'
import { suggestThemes } from './suggest-themes.js'

/** What became of a group: every one of its notes is in a theme or unplaced. */
export type GroupResult = {
  group: Group
  themes: readonly Theme[]
  unplaced: readonly DistinctNote[]
  /** Themes that the unplaced notes would make, where people gave the themes and asked for it. */
  suggested?: readonly Theme[]
  /** How several runs agree, where themes were asked for more than once. */
  runs?: RunsChecked
  /** How notes feel, where it was asked for, as far as replies say. */
  feelings?: ReadonlyMap<DistinctNote, Feeling>
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
  if (!isAsking(plan)) return { ...withoutThemes(plan), status: 'listed' }
  const [themes, felt] = await Promise.allSettled([
    summarizeRuns(plan, tools, thresholds),
    feelNotes(plan, tools),
  ])
  if (themes.status === 'rejected') throw themes.reason
  if (felt.status === 'rejected') throw felt.reason
  const { feelings, exchanges } = felt.value
  if (feelings.size === 0) return themes.value
  return { ...themes.value, feelings, exchanges: [...themes.value.exchanges, ...exchanges] }
}

const withoutThemes = ({ group, distinct }: GroupPlan) => ({
  group,
  themes: [],
  unplaced: distinct,
  exchanges: [],
})

/** The themes of the run that is most alike to the others, where there are several. */
async function summarizeRuns(
  plan: GroupPlan,
  tools: GroupTools,
  thresholds: Thresholds,
): Promise<GroupResult> {
  const plans = [plan, ...(plan.others ?? [])]
  const settled = await Promise.allSettled(plans.map((one) => summarizeThemes(one, tools, thresholds)))
  const runs = settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
  const [first, ...others] = runs.filter(({ status }) => status === 'complete')
  if (!plan.others || !first) return runs[0] as GroupResult
  const { chosen, runs: checked } = chooseRun([first, ...others], plan.distinct)
  return { ...chosen, runs: checked, exchanges: runs.flatMap(({ exchanges }) => exchanges) }
}

async function summarizeThemes(
  plan: GroupPlan,
  tools: GroupTools,
  thresholds: Thresholds,
): Promise<GroupResult> {
  const { group, distinct } = plan
  try {
    const found = plan.given.length > 0 ? await placeGiven(plan, tools) : await findThemes(plan, tools)
    const placed = await placeLeftovers(found, plan, tools)
    if (plan.given.length > 0) {
      const result = givenResult(placed, plan, thresholds)
      const { suggested, exchanges } = await suggestThemes(result.unplaced, plan, tools)
      return { group, ...result, suggested, exchanges: [...placed.exchanges, ...exchanges] }
    }
    const themes = themesOf(placed, plan)
    const mended = await mendThemes(themes, thresholds, plan, tools)
    const findings = [...mended.findings, ...surplusOf(placed, themes.length)]
    return {
      group,
      ...checkThemes(mended.themes, findings, placed.tally, group.notes.length, thresholds),
      unplaced: notesOf(placed.unplaced, distinct),
      exchanges: [...placed.exchanges, ...mended.exchanges],
    }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { ...withoutThemes(plan), status: 'failed', reason: error.message }
  }
}

/** Given themes with their notes, most first; their words are people's, and only where notes are is checked. */
function givenResult({ themes, unplaced, tally }: Placed, plan: GroupPlan, thresholds: Thresholds) {
  const { given, distinct, group } = plan
  const filled = given
    .map(({ id, title, definition }, index) => {
      return { given: id, title, summary: definition, notes: notesOf(themes[index]?.ids ?? [], distinct) }
    })
    .sort(bySize)
  const left = notesOf(unplaced, distinct)
  const coverage = 1 - countNotes(left) / group.notes.length
  const findings: Finding[] =
    coverage < thresholds.coverage ? [{ check: 'coverage', share: Math.floor(coverage * 100) / 100 }] : []
  const checks = { ...tally, misquoted: 0, grounding: 1, findings }
  return { status: 'complete' as const, themes: filled, checks, unplaced: left }
}

const bySize = (a: Pick<Theme, 'notes'>, b: Pick<Theme, 'notes'>): number =>
  countNotes(b.notes) - countNotes(a.notes) || countVotes(b.notes) - countVotes(a.notes)

/** More themes than were wanted are said, for the smallest of them are gone. */
function surplusOf({ surplus }: Placed, kept: number): Finding[] {
  return surplus === 0 ? [] : [{ check: 'surplus-themes', found: String(kept + surplus) }]
}

/** Themes with their notes instead of numbers, most notes first. A theme of last time is continued by one theme. */
function themesOf({ themes }: Placed, { distinct, redactor, previous }: GroupPlan): Theme[] {
  const touched = touchedBy(themes)
  const filled = themes
    .map(({ title, summary, ids, continues }, index) => ({
      title: redactor.restore(title),
      summary: redactor.restore(summary),
      notes: notesOf(ids, distinct),
      ...(touched[index]?.length && { also: notesOf(touched[index], distinct) }),
      continues: continues === undefined ? undefined : previous[continues - 1]?.id,
    }))
    .filter(({ notes }) => notes.length > 0)
    .sort(bySize)
  if (filled.length === 0) throw new UnusableReply('the reply cannot be used: no theme kept a note')
  const taken = new Set<string>()
  return filled.map(({ continues, ...theme }) => {
    if (continues === undefined || taken.has(continues)) return theme
    taken.add(continues)
    return { ...theme, continues }
  })
}

/** A note touches so many themes beside its own, not more. */
const MOST_TOUCHED = 2

/** For each theme the notes that touch it: those whose home is another one. What is in no theme touches none. */
function touchedBy(themes: Placed['themes']): number[][] {
  const homes = new Map(themes.flatMap(({ ids }, home) => ids.map((id) => [id, home] as const)))
  const times = new Map<number, number>()
  return themes.map(({ also = [] }, index) =>
    also.filter((id) => {
      const home = homes.get(id)
      const time = times.get(id) ?? 0
      if (home === undefined || home === index || time === MOST_TOUCHED) return false
      times.set(id, time + 1)
      return true
    }),
  )
}

function notesOf(ids: readonly number[], distinct: readonly DistinctNote[]): DistinctNote[] {
  return [...ids].sort((a, b) => a - b).flatMap((id) => distinct[id - 1] ?? [])
}
