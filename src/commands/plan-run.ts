import type { Recordings } from '../model/recordings.js'
import type { Group, Grouping } from '../notes/group.js'
import type { Source } from '../notes/read-source.js'
import type { SourceFile } from '../notes/source-file.js'
import type { Settings } from '../settings/resolve-settings.js'
import { themesOfGroup } from '../summary/themes-of-group.js'
import { type GroupPlan, planGroup } from '../themes/plan-group.js'
import type { World } from '../world.js'
import { loadNames } from './load-names.js'
import { loadNotes } from './load-notes.js'
import { loadPrompts, type Prompts } from './load-prompts.js'
import { type LoadedSummary, loadSummary } from './load-summary.js'
import { openRecordings } from './open-recordings.js'

/** What will be asked about some groups, with what, and where replies are recorded. */
export type AskingPlans = {
  prompts: Prompts
  plans: readonly GroupPlan[]
  recordings: Recordings
  /** The summary of last time, where there is one. */
  previous?: LoadedSummary | undefined
}

/** Everything that is known before anything is asked. */
export type RunPlan = Grouping & AskingPlans & { sources: readonly Source[] }

/** Files → what would be asked about them. Without a model only the names of recordings are open. */
export async function planRun(
  files: readonly (string | SourceFile)[],
  settings: Settings,
  world: World,
): Promise<RunPlan> {
  const { sources, map, groups } = await loadNotes(files, settings, world)
  return { sources, map, groups, ...(await planGroups(groups, settings, world)) }
}

/** Groups → what would be asked about them. */
export async function planGroups(
  groups: readonly Group[],
  settings: Settings,
  world: World,
  { isReversed = false } = {},
): Promise<AskingPlans> {
  const prompts = await loadPrompts(settings.prompt, world)
  const { model = '', parameters, themes, partNotes, partTokens, language, redact } = settings
  const names = await loadNames(settings, world)
  const { prompt, continuing } = prompts
  const previous = settings.previous === undefined ? undefined : await loadSummary(settings.previous, world)
  const limits = { notes: partNotes, tokens: partTokens }
  const plans = groups.map((group) =>
    planGroup(
      group,
      {
        ...{ prompt, continuing, model, parameters, themes, language, limits, redact, names },
        isReversed,
      },
      previous ? themesOfGroup(previous.summary, group) : [],
    ),
  )
  const recordings = openRecordings(settings, world)
  return { prompts, plans, recordings, previous }
}
