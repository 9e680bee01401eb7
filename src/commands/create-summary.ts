import { UserError } from '../errors.js'
import { createAsk } from '../model/ask.js'
import type { Usage } from '../model/request.js'
import type { SourceFile } from '../notes/source-file.js'
import type { Progress } from '../progress.js'
import type { Settings } from '../settings/resolve-settings.js'
import { buildSummary } from '../summary/build-summary.js'
import { checkAccount } from '../summary/check-account.js'
import type { Summary } from '../summary/summary.js'
import { type Thresholds, USUAL_THRESHOLDS } from '../themes/finding.js'
import type { GroupResult } from '../themes/summarize-group.js'
import { type MissingGroup, summarizeGroups } from '../themes/summarize-groups.js'
import type { World } from '../world.js'
import { BASELINE } from './baseline.js'
import { describeGroup, watch } from './describe-run.js'
import { checkBudget, estimateRun, hasLimit } from './estimate-run.js'
import { openModel, USUAL_CONCURRENCY } from './open-model.js'
import { planRun, type RunPlan } from './plan-run.js'

export type Run = {
  summary: Summary
  results: readonly GroupResult[]
  /** What each reply took that was asked for now, used or not. */
  made: readonly Usage[]
}

/** The straight line from files to a summary; every step of it is a room of its own. */
export async function createSummary(
  files: readonly (string | SourceFile)[],
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<Run> {
  const { model, replay, fresh, concurrency = USUAL_CONCURRENCY } = settings
  if (model === undefined) throw new UserError('model-missing', {})
  const { sources, map, groups, prompts, plans, recordings } = await planRun(files, settings, world)
  for (const { file, doubts = [] } of sources) {
    if (doubts.length > 0) throw new UserError('weak-guess', { file, doubts })
  }
  for (const { file, warnings } of sources)
    for (const warning of warnings) progress.warn(`${file}: ${warning}`)
  if (model === BASELINE) return createBaseline({ sources, map, plans }, settings, progress)
  if (!replay && hasLimit(settings)) checkBudget(await estimateRun(plans, recordings, settings), settings)

  progress.begin(groups.length)
  const open = async () => {
    await recordings.prepare()
    return openModel(settings, prompts.form, world, progress)
  }
  const made: Usage[] = []
  const ask = createAsk({
    recordings,
    openModel: replay ? undefined : open,
    fresh,
    signal: world.signal,
    count: (usage) => made.push(usage),
    warn: progress.warn,
  })
  // The gate of the model counts requests; twice as many groups keep it busy while replies are recorded.
  const outcomes = await summarizeGroups(
    plans,
    { ask, ...prompts },
    thresholdsOf(settings),
    concurrency * 2,
    watch(progress),
  )
  const results = allRecorded(outcomes, recordings.folder)

  checkUseful(results)

  const { prompt } = prompts
  const title = titleOf(sources, settings)
  const summary = buildSummary({ title, sources, prompt, model, map: map?.name, results })
  checkAccount(summary, sources)
  return { summary, results, made }
}

/** The same without a language model: notes are grouped by their wording. */
async function createBaseline(
  { sources, map, plans }: Pick<RunPlan, 'sources' | 'map' | 'plans'>,
  settings: Settings,
  progress: Progress,
): Promise<Run> {
  const { clusterGroup } = await import('../themes/cluster-group.js') // its packages are seldom needed
  progress.begin(plans.length)
  const watcher = watch(progress)
  const results = plans.map((plan) => {
    watcher.started(plan)
    const result = clusterGroup(plan, thresholdsOf(settings))
    watcher.finished(result)
    return result
  })
  const title = titleOf(sources, settings)
  const summary = buildSummary({ title, sources, model: BASELINE, map: map?.name, results })
  checkAccount(summary, sources)
  return { summary, results, made: [] }
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

/** The title that was given, or one from the first file's name: "boards/support-workshop.csv" → "Support workshop". */
function titleOf([source]: RunPlan['sources'], { title }: Settings): string {
  if (title !== undefined) return title
  const name = (source?.file ?? '').replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const words = name.replace(/[-_\s]+/g, ' ').trim()
  return words === '' ? 'Workshop summary' : words.charAt(0).toUpperCase() + words.slice(1)
}
