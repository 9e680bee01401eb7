import { setImmediate as breathe } from 'node:timers/promises'
import { UserError } from '../errors/user-error.js'
import { givenFor } from '../given/check-given.js'
import type { GivenTheme } from '../given/given-theme.js'
import type { Recordings } from '../model/recordings.js'
import type { Source } from '../notes/exports/read-source.js'
import type { Group, Grouping } from '../notes/group.js'
import type { SourceFile } from '../notes/source-file.js'
import type { Redaction } from '../prompts/redact.js'
import { BASELINE } from '../settings/baseline.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import { themesOfGroup } from '../summary/themes-of-group.js'
import { groupName } from '../text/group-name.js'
import { type GroupPlan, planGroup } from '../themes/plan-group.js'
import type { World } from '../world/world.js'
import { loadGiven } from './load-given.js'
import { loadNotes, type ReadingHelp, type ReadingSettings } from './load-notes.js'
import { loadPrompts, type Prompts } from './load-prompts.js'
import { loadRedaction } from './load-redaction.js'
import { type LoadedSummary, loadSummary } from './load-summary.js'
import { openRecordings } from './open-door.js'

/** What a run needs besides notes: loaded once, and handed on. */
export type RunTools = {
  prompts: Prompts
  redaction: Redaction
  /** The summary of last time, where there is one. */
  previous?: LoadedSummary | undefined
  /** Themes that people gave. */
  given?: readonly GivenTheme[]
}

/** How groups become requests. */
export type PlanningSettings = SettingsOf<'planning' | 'language' | 'model'> &
  Partial<SettingsOf<'given' | 'suggestion' | 'heartbeat'>> &
  Pick<FileValues, 'parameters'>

/** Everything that a plan depends on. */
export type RunSettings = PlanningSettings &
  ReadingSettings &
  SettingsOf<'prompt' | 'wave' | 'redaction' | 'recordings'> &
  Partial<SettingsOf<'given'>>

/** Everything that is known before anything is asked. */
export type RunPlan = Grouping &
  RunTools & { sources: readonly Source[]; plans: readonly GroupPlan[]; recordings: Recordings }

/** Files → what would be asked about them. Without a model only the names of recordings are open. */
export async function planRun(
  files: readonly (string | SourceFile)[],
  settings: RunSettings,
  tools: RunTools,
  world: World,
  help: ReadingHelp = {},
): Promise<RunPlan> {
  const { sources, map, groups } = await loadNotes(files, settings, world, help)
  await tools.redaction.prepare(textsOf(groups))
  checkGivenFits(tools, groups, settings)
  const plans = await planGroups(groups, tools, settings, world)
  return { sources, map, groups, ...tools, plans, recordings: openRecordings(settings, world) }
}

/** Throws UserError `given-for-nobody` where themes were given, and none is for any group. */
function checkGivenFits(
  { given = [] }: RunTools,
  groups: readonly Group[],
  { given: file = '', model }: RunSettings,
): void {
  if (given.length === 0) return
  if (model === BASELINE) throw new UserError('given-with-baseline', {})
  if (groups.some((group) => givenFor(given, group).length > 0)) return
  const wanted = [...new Set(given.map(({ persona, quadrant }) => `${persona || '…'} / ${quadrant || '…'}`))]
  throw new UserError('given-for-nobody', { file, wanted, groups: groups.map(groupName) })
}

/** All that may be sent of groups. */
export function* textsOf(groups: readonly Group[]): Generator<string> {
  for (const { persona, quadrant, notes } of groups) {
    yield `${persona}\n${quadrant}`
    for (const { text } of notes) yield text
  }
}

/** Prompts, the list of names and the summary of last time. */
export async function loadTools(
  settings: SettingsOf<'prompt' | 'wave' | 'redaction'> & Partial<SettingsOf<'given'>>,
  world: World,
): Promise<RunTools> {
  const [prompts, redaction, previous, given] = await Promise.all([
    loadPrompts(settings.prompt, world),
    loadRedaction(settings, world),
    settings.previous === undefined ? undefined : loadSummary(settings.previous, world),
    loadGiven(settings, world),
  ])
  return { prompts, redaction, previous, given }
}

/** So long nothing else is done, in milliseconds: then Ctrl-C is heard, and the spinner turns. */
const BREATHES_AFTER = 100

/** Groups → what would be asked about them. Rejects with the signal's reason. */
export async function planGroups(
  groups: readonly Group[],
  { prompts: { prompt, continuing, giving, feeling }, redaction, previous, given = [] }: RunTools,
  settings: PlanningSettings,
  { clock, signal }: Pick<World, 'clock' | 'signal'>,
  { isReversed = false } = {},
): Promise<GroupPlan[]> {
  const {
    model = '',
    parameters,
    themes,
    partNotes,
    partTokens,
    language,
    suggest,
    heartbeat,
    runs,
  } = settings
  const limits = { notes: partNotes, tokens: partTokens }
  const plans: GroupPlan[] = []
  let begun = clock.now()
  for (const group of groups) {
    if (clock.now() - begun > BREATHES_AFTER) {
      await breathe()
      signal.throwIfAborted()
      begun = clock.now()
    }
    plans.push(
      planGroup(
        group,
        {
          ...{ prompt, continuing, giving, suggest, model, parameters, themes, language, limits },
          ...{ isReversed, runs },
          feeling: heartbeat ? feeling : undefined,
          redactor: redaction.createRedactor(),
        },
        previous ? themesOfGroup(previous.summary, group) : [],
        givenFor(given, group),
      ),
    )
  }
  return plans
}
