import { overviewReply } from '../across/overview-reply.js'
import { decideGroup } from '../decisions/decide-group.js'
import { UserError, type UserErrorCode } from '../errors/user-error.js'
import type { Usage } from '../model/request.js'
import type { Source } from '../notes/exports/read-source.js'
import { withheldLine } from '../notes/exports/withheld.js'
import type { SourceFile } from '../notes/source-file.js'
import type { RedactionTally } from '../prompts/redact.js'
import { BASELINE } from '../settings/baseline.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { Resolved } from '../settings/resolve-settings.js'
import { ancestorsOf } from '../summary/ancestors-of.js'
import { addUsage, buildGroup, buildSummary, hostsOf } from '../summary/build-summary.js'
import { checkAccount } from '../summary/check-account.js'
import type { Summary, SummaryGroup } from '../summary/summary.js'
import { isSameGroup } from '../summary/themes-of-group.js'
import { saysNothing, titleOfFiles } from '../text/title-of-file.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Progress } from '../world/progress.js'
import type { World } from '../world/world.js'
import { type AskingSettings, askGroups } from './ask-groups.js'
import { columnHelp, type HelpSettings } from './column-help.js'
import { createOverview, type OverviewTools } from './create-overview.js'
import { decide } from './decide.js'
import { checkBudget, estimateRun, hasLimit } from './estimate-run.js'
import { languageOf } from './language-of.js'
import { loadDecisions } from './load-decisions.js'
import { ASK_COLUMNS } from './load-notes.js'
import { loadLonePrompt } from './load-prompts.js'
import { type Door, openDoor } from './open-door.js'
import type { ModelSettings } from './open-model.js'
import { loadTools, planRun, type RunPlan, type RunSettings } from './plan-run.js'
import { thresholdsOf } from './thresholds-of.js'

export type Run = {
  summary: Summary
  results: readonly GroupResult[]
  /** What each reply took that was asked for now, used or not. */
  made: readonly Usage[]
  /** Whether an overview was wanted, and none came. */
  lacksOverview: boolean
  /** What was replaced before anything was sent. */
  redacted: RedactionTally
  /** Why nothing more was asked although something was missing: replies could not be recorded any more. */
  trouble: UserError | undefined
}

export type SummarySettings = RunSettings &
  HelpSettings &
  ModelSettings &
  AskingSettings &
  SettingsOf<'overview'> &
  Partial<SettingsOf<'decisions' | 'heartbeat'>> & {
    title?: string | undefined
    /** Shared by several runs of one command, so that its limits bind all of them. */
    door?: Door | undefined
    /** Whether the files are workshops of their own, of which this summary is of all together. */
    isAcross?: boolean
  }

/**
 * The straight line from files to a summary; every step of it is a room of its own. `finished` is told of each group as
 * soon as it is done; `origins` say where settings came from, for messages.
 */
export async function createSummary(
  files: readonly (string | SourceFile)[],
  settings: SummarySettings,
  world: World,
  progress: Progress,
  finished: (group: SummaryGroup) => void = () => {},
  origins: Resolved['origins'] = {},
): Promise<Run> {
  if (settings.model === undefined) throw new UserError('model-missing', {})
  if (settings.heartbeat && settings.model === BASELINE)
    throw new UserError('baseline-cannot', { what: 'say how notes feel (--heartbeat)' })
  const tools = await loadTools(settings, world)
  const { prompts, redaction, previous } = tools
  const decisions = await loadDecisions(settings, world)
  const thresholds = thresholdsOf(settings)
  const door = settings.door ?? openDoor(prompts.form, settings, world, progress)
  const before = door.made.length
  const help = columnHelp(settings, redaction, door, world, origins)
  const plan = await planRun(files, settings, tools, world, help)
  const { sources, plans, recordings } = plan
  checkCertain(sources, help.couldAsk)
  warnAbout(sources, progress)
  if (!settings.replay && hasLimit(settings))
    checkBudget(await estimateRun(plans, recordings, settings), settings)

  const language = await languageOf(settings.language, plan.groups)
  const ask = door.askWith(recordings)
  const { folder } = recordings
  const results = await askGroups(
    { plans, prompts, ask, recordings, signal: world.signal },
    settings,
    progress,
    (result) => {
      const group = buildGroup(result, sources, previous?.summary, language)
      const own = decisions?.filter((decision) => isSameGroup(decision, group))
      finished(own ? decideGroup(group, own, thresholds).group : group)
    },
  )
  const asked = summaryOf(plan, results, settings, language)
  const summary = decide(asked, decisions, settings)
  checkAccount(summary, sources)
  if (settings.title === undefined && saysNothing(summary.title))
    progress.say(`The document is called “${summary.title}”, after its file; --title gives it a name`)
  const run = { results, redacted: redaction.tally() }
  const outcome = () => ({ made: door.made.slice(before), trouble: recordingTrouble(door) })
  if (!settings.overview) return { ...run, ...outcome(), summary, lacksOverview: false }
  const overviewTools = {
    prompts: await loadLonePrompt('overview@1', overviewReply, world),
    ask,
    redaction,
    folder,
  }
  const whole = await addOverview(summary, settings, overviewTools, progress)
  return { ...run, ...outcome(), summary: whole ?? summary, lacksOverview: whole === undefined }
}

/** The document is written all the same: what it rests on is paid for. */
function recordingTrouble({ ending: { trouble } }: Door): UserError | undefined {
  return trouble?.code === 'recordings-full' ? trouble : undefined
}

/** Throws UserError `weak-guess` where a file could be read in several ways. */
export function checkCertain(sources: readonly Source[], couldAsk = false): void {
  for (const { file, doubts = [] } of sources) {
    if (doubts.length > 0) throw new UserError('weak-guess', { file, doubts }, couldAsk ? ASK_COLUMNS : '')
  }
}

function warnAbout(sources: readonly Source[], progress: Progress): void {
  for (const { file, warnings, withheld = [] } of sources) {
    for (const warning of warnings) progress.warn(`${file}: ${warning}`)
    const unread = withheldLine(withheld)
    if (unread !== undefined) progress.say(`${file}: ${unread}`)
  }
}

function summaryOf(
  { sources, map, prompts, previous, given = [] }: RunPlan,
  results: readonly GroupResult[],
  { title, model = '', isAcross = false, heartbeat = false }: SummarySettings,
  language: string | undefined,
): Summary {
  return buildSummary({
    title: title ?? (titleOfFiles(sources.map(({ file }) => file)) || 'Workshop summary'),
    isAcross,
    sources,
    prompt: model === BASELINE ? undefined : prompts.prompt,
    model,
    map: map?.name,
    isJourney: map?.isJourney ?? false,
    heartbeat: heartbeat ? prompts.feeling : undefined,
    language,
    results,
    given: given.length > 0 ? { themes: given.length, prompt: prompts.giving } : undefined,
    previous: previous && {
      title: previous.summary.title,
      sha256: previous.sha256,
      prompt: prompts.continuing,
      earlier: ancestorsOf(previous.summary),
      summary: previous.summary,
    },
  })
}

/** Why there may be no overview; the themes, or the list of notes, are worth having without it. */
const OPTIONAL: readonly UserErrorCode[] = [
  'overview-failed',
  'overview-without-themes',
  'endpoint-unreachable',
  'endpoint-refused',
  'endpoint-quota',
  'endpoint-redirects',
  'model-unknown',
  'limit-reached',
]

/** The summary with its overview, or nothing where none came. */
async function addOverview(
  summary: Summary,
  settings: SummarySettings,
  tools: OverviewTools,
  progress: Progress,
): Promise<Summary | undefined> {
  progress.start('Overview')
  try {
    const { overview, replies } = await createOverview(summary, settings, tools)
    const { groups, usage, ...rest } = summary
    const used = replies.map((reply) => reply.usage)
    return { ...rest, ...hostsOf(replies, rest.hosts), overview, groups, usage: addUsage(usage, used) }
  } catch (error) {
    if (!(error instanceof UserError) || !OPTIONAL.includes(error.code)) throw error
    progress.warn(
      error.code === 'overview-failed' ? error.message : `there is no overview, for ${error.message}`,
    )
    return undefined
  }
}
