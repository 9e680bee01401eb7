import { UserError } from '../errors.js'
import type { Progress } from '../progress.js'
import type { Settings } from '../settings/resolve-settings.js'
import { type Thresholds, USUAL_THRESHOLDS } from '../themes/finding.js'
import type { GroupResult } from '../themes/summarize-group.js'
import { type MissingGroup, summarizeGroups, type Watcher } from '../themes/summarize-groups.js'
import { BASELINE } from './baseline.js'
import { describeGroup, watch } from './describe-run.js'
import type { Asking } from './open-asking.js'
import { USUAL_CONCURRENCY } from './open-model.js'
import type { AskingPlans } from './plan-run.js'

/**
 * Plans of groups → their results: from recordings, from the model where these are missing, or by wording alone.
 * Throws UserError `recordings-missing` where only recordings may answer, and `all-groups-failed`.
 */
export async function askGroups(
  { prompts, plans, recordings }: AskingPlans,
  { ask }: Pick<Asking, 'ask'>,
  settings: Settings,
  progress: Progress,
  finished: (result: GroupResult) => void = () => {},
): Promise<GroupResult[]> {
  const { model, concurrency = USUAL_CONCURRENCY } = settings
  const thresholds = thresholdsOf(settings)
  const shown = watch(progress)
  const watcher: Watcher = {
    started: shown.started,
    finished: (result) => {
      shown.finished(result)
      finished(result)
    },
  }
  progress.begin(plans.length)
  if (model === BASELINE) {
    const { clusterGroup } = await import('../themes/cluster-group.js') // its packages are seldom needed
    return plans.map((plan) => {
      watcher.started(plan)
      const result = clusterGroup(plan, thresholds)
      watcher.finished(result)
      return result
    })
  }
  // The gate of the model counts requests; twice as many groups keep it busy while replies are recorded.
  const outcomes = await summarizeGroups(plans, { ask, ...prompts }, thresholds, concurrency * 2, watcher)
  const results = allRecorded(outcomes, recordings.folder)
  checkUseful(results)
  return results
}

function thresholdsOf({ checks, minCoverage: coverage }: Settings): Thresholds {
  return { ...USUAL_THRESHOLDS, ...checks, ...(coverage !== undefined && { coverage }) }
}

/** Throws UserError `recordings-missing` unless every group has a result. */
function allRecorded(outcomes: readonly (GroupResult | MissingGroup)[], folder: string): GroupResult[] {
  const results = outcomes.filter((outcome) => outcome.status !== 'missing')
  if (results.length === outcomes.length) return results
  const missing = outcomes.filter((outcome) => outcome.status === 'missing')
  const groups = missing.map(({ group }) => describeGroup(group))
  throw new UserError('recordings-missing', { folder, groups, all: outcomes.length })
}

/** Throws UserError `all-groups-failed` where every group that was asked about failed: an older document is worth more. */
function checkUseful(results: readonly GroupResult[]): void {
  const failed = results.filter((result) => result.status === 'failed')
  if (failed.length === 0 || results.some(({ status }) => status === 'complete')) return
  const reasons = failed.map(({ group, reason }) => `${describeGroup(group)}: ${reason}`)
  throw new UserError('all-groups-failed', { reasons: reasons.slice(0, 5) })
}
