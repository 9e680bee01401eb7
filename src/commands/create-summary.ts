import { UserError, type UserErrorCode } from '../errors.js'
import type { Usage } from '../model/request.js'
import type { SourceFile } from '../notes/source-file.js'
import type { Progress } from '../progress.js'
import type { Settings } from '../settings/resolve-settings.js'
import { ancestorsOf } from '../summary/ancestors-of.js'
import { addUsage, buildGroup, buildSummary } from '../summary/build-summary.js'
import { checkAccount } from '../summary/check-account.js'
import type { Overview } from '../summary/overview.js'
import type { Summary, SummaryGroup } from '../summary/summary.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { World } from '../world.js'
import { askGroups } from './ask-groups.js'
import { BASELINE } from './baseline.js'
import { createOverview } from './create-overview.js'
import { checkBudget, estimateRun, hasLimit } from './estimate-run.js'
import { loadRedaction } from './load-names.js'
import { loadLonePrompt } from './load-prompts.js'
import { openAsking } from './open-asking.js'
import { planRun } from './plan-run.js'

export type Run = {
  summary: Summary
  results: readonly GroupResult[]
  /** What each reply took that was asked for now, used or not. */
  made: readonly Usage[]
  /** Whether an overview was wanted, and none came. */
  lacksOverview?: boolean
}

/**
 * The straight line from files to a summary; every step of it is a room of its own. `finished` is told of each group as
 * soon as it is done.
 */
export async function createSummary(
  files: readonly (string | SourceFile)[],
  settings: Settings,
  world: World,
  progress: Progress,
  finished: (group: SummaryGroup) => void = () => {},
): Promise<Run> {
  const { model } = settings
  if (model === undefined) throw new UserError('model-missing', {})
  const plan = await planRun(files, settings, world)
  const { sources, map, plans, prompts, recordings, previous } = plan
  for (const { file, doubts = [] } of sources) {
    if (doubts.length > 0) throw new UserError('weak-guess', { file, doubts })
  }
  for (const { file, warnings } of sources)
    for (const warning of warnings) progress.warn(`${file}: ${warning}`)
  if (!settings.replay && hasLimit(settings))
    checkBudget(await estimateRun(plans, recordings, settings), settings)

  const { ask, made } = openAsking(recordings, prompts.form, settings, world, progress)
  const results = await askGroups(plan, { ask }, settings, progress, (result) =>
    finished(buildGroup(result, sources, previous?.summary)),
  )

  const title = settings.title ?? titleFrom(sources[0]?.file ?? '')
  const prompt = model === BASELINE ? undefined : prompts.prompt
  const summary = buildSummary({
    ...{ title, sources, prompt, model, map: map?.name, results },
    previous: previous && {
      title: previous.summary.title,
      sha256: previous.sha256,
      prompt: prompts.continuing,
      earlier: ancestorsOf(previous.summary),
      summary: previous.summary,
    },
  })
  checkAccount(summary, sources)
  if (!settings.overview) return { summary, results, made }
  progress.start('Overview')
  try {
    const createRedactor = await loadRedaction(settings, world)
    const { folder } = recordings
    const parts = {
      prompts: await loadLonePrompt('overview@1', 'overview', world),
      ask,
      redactor: createRedactor(),
      settings,
      folder,
    }
    const overview = await createOverview(summary, parts)
    return { summary: addOverview(summary, overview), results, made }
  } catch (error) {
    const isOptional = error instanceof UserError && OPTIONAL.includes(error.code)
    if (!isOptional) throw error
    progress.warn(error.message)
    return { summary, results, made, lacksOverview: true }
  }
}

/** Why there may be no overview; the themes, or the list of notes, are worth having without it. */
const OPTIONAL: readonly UserErrorCode[] = [
  'overview-failed',
  'overview-without-themes',
  'endpoint-unreachable',
  'endpoint-refused',
  'endpoint-quota',
]

function addOverview(
  { groups, usage, ...rest }: Summary,
  { overview, used }: { overview: Overview; used: readonly Usage[] },
): Summary {
  return { ...rest, overview, groups, usage: addUsage(usage, used) }
}

/** "boards/support-workshop.csv" → "Support workshop". */
function titleFrom(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const words = name.replace(/[-_\s]+/g, ' ').trim()
  return words === '' ? 'Workshop summary' : words.charAt(0).toUpperCase() + words.slice(1)
}
