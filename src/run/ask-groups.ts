import { UserError } from '../errors/user-error.js'
import type { Ask } from '../model/ask.js'
import type { Recordings } from '../model/recordings.js'
import { BASELINE } from '../settings/baseline.js'
import type { SettingsOf } from '../settings/option-values.js'
import { groupName } from '../text/group-name.js'
import type { GroupPlan } from '../themes/plan-group.js'
import type { GroupResult } from '../themes/summarize-group.js'
import { type MissingGroup, summarizeGroups } from '../themes/summarize-groups.js'
import type { Progress } from '../world/progress.js'
import { inOrder } from './in-order.js'
import type { Prompts } from './load-prompts.js'
import { USUAL_CONCURRENCY } from './open-model.js'
import { type ThresholdSettings, thresholdsOf } from './thresholds-of.js'
import { watchGroups } from './watch-groups.js'
import { whyMissing } from './why-missing.js'

/** What is asked, with what, and where replies are recorded. */
export type AskingPlan = {
  plans: readonly GroupPlan[]
  prompts: Prompts
  ask: Ask
  recordings: Recordings
  /** Aborted when the user interrupts. */
  signal: AbortSignal
}

export type AskingSettings = Pick<SettingsOf<'model' | 'pace'>, 'model' | 'concurrency'> & ThresholdSettings

/**
 * Plans of groups → their results: from recordings, from the model where these are missing, or by wording alone.
 * Throws UserError `recordings-missing` where only recordings may answer, and `all-groups-failed`.
 */
export async function askGroups(
  { plans, prompts, ask, recordings, signal }: AskingPlan,
  settings: AskingSettings,
  progress: Progress,
  finished: (result: GroupResult) => void = () => {},
): Promise<GroupResult[]> {
  const { model, concurrency = USUAL_CONCURRENCY } = settings
  const thresholds = thresholdsOf(settings)
  const watcher = watchGroups(progress, inOrder(plans, finished))
  progress.begin(plans.length)
  if (model === BASELINE) {
    const { clusterGroup } = await import('../themes/baseline/cluster-group.js') // its packages are seldom needed
    const results: GroupResult[] = []
    for (const plan of plans) {
      watcher.started(plan)
      const result = await clusterGroup(plan, thresholds, signal)
      watcher.finished(result)
      results.push(result)
    }
    return results
  }
  // The gate of the model counts requests; twice as many groups keep it busy while replies are recorded.
  const outcomes = await summarizeGroups(plans, { ask, ...prompts }, thresholds, concurrency * 2, watcher)
  const results = await allRecorded(outcomes, plans, recordings)
  checkUseful(results)
  return results
}

/** Throws UserError `recordings-missing` unless every group has a result; says of each why nothing fits, as far as can be told. */
async function allRecorded(
  outcomes: readonly (GroupResult | MissingGroup)[],
  plans: readonly GroupPlan[],
  recordings: Recordings,
): Promise<GroupResult[]> {
  const results = outcomes.filter((outcome) => outcome.status !== 'missing')
  if (results.length === outcomes.length) return results
  const missing = plans.filter((_, index) => outcomes[index]?.status === 'missing')
  const listed = await recordings.list()
  const groups = missing.map((plan) => `${groupName(plan.group)}: ${whyMissing(plan, listed)}`)
  throw new UserError('recordings-missing', { folder: recordings.folder, groups, all: outcomes.length })
}

/** Throws UserError `all-groups-failed` where every group that was asked about failed: an older document is worth more. */
function checkUseful(results: readonly GroupResult[]): void {
  const failed = results.filter((result) => result.status === 'failed')
  if (failed.length === 0 || results.some(({ status }) => status === 'complete')) return
  const byReason = new Map<string, string[]>()
  for (const { group, reason } of failed)
    byReason.set(reason, [...(byReason.get(reason) ?? []), groupName(group)])
  const reasons = [...byReason].map(([reason, groups]) => `${groups.join(', ')}: ${reason}`)
  throw new UserError('all-groups-failed', { reasons: reasons.slice(0, 5) })
}
