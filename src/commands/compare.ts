import { renderComparison } from '../documents/comparison-markdown.js'
import { renderData } from '../documents/json.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import { MissingRecording } from '../model-trouble.js'
import type { Progress } from '../progress.js'
import type { Flags, Settings } from '../settings/resolve-settings.js'
import { ancestorsOf } from '../summary/ancestors-of.js'
import {
  compareSummaries,
  type GroupPair,
  type Matches,
  matchByIds,
  pairGroups,
} from '../summary/compare-summaries.js'
import type { Comparison, MatchedBy } from '../summary/comparison.js'
import type { SummaryTheme } from '../summary/summary.js'
import { isTroubleWithOneRequest } from '../themes/group-tools.js'
import {
  type MatchableGroup,
  type MatchableTheme,
  matchByAsking,
  matchByWording,
} from '../themes/match-themes.js'
import type { World } from '../world.js'
import { BASELINE } from './baseline.js'
import { checkOutputs } from './check-outputs.js'
import { describeGroup } from './describe-run.js'
import { loadRedaction } from './load-names.js'
import { loadLonePrompt } from './load-prompts.js'
import { loadSettings } from './load-settings.js'
import { type LoadedSummary, loadSummary } from './load-summary.js'
import { openAsking } from './open-asking.js'
import { openRecordings } from './open-recordings.js'
import { styleFor } from './style-for.js'
import { writeDocument } from './write-document.js'

/** `sixthemes compare`: two summaries → what changed between them. */
export async function compare(
  beforeFile: string,
  afterFile: string,
  { model, ...flags }: Flags,
  world: World,
): Promise<ExitCode> {
  const isByWording = model === false // --no-model
  const { settings } = await loadSettings(isByWording ? flags : { ...flags, model }, world)
  const targets = await checkOutputs(settings, [beforeFile, afterFile], world)
  for (const { path, format } of targets) {
    if (format !== 'md' && format !== 'json') throw new UserError('comparison-format', { file: path, format })
  }
  const [before, after] = await Promise.all([loadSummary(beforeFile, world), loadSummary(afterFile, world)])
  checkOrder(before, after)
  const progress = await world.openProgress(styleFor(settings, world))
  try {
    const { matches, matchedBy } = await matchThemes(before, after, isByWording, settings, world, progress)
    const comparison = compareSummaries(before, after, matches, matchedBy)
    for (const { path, format } of targets) {
      await writeDocument(
        path,
        format === 'json' ? renderData(comparison) : renderComparison(comparison),
        world,
      )
    }
    progress.say(describe(comparison))
    return exitCode.done
  } finally {
    progress.stop()
  }
}

/** Throws UserError `compare-order` for the same summary twice, and for the later before the earlier. */
function checkOrder(before: LoadedSummary, after: LoadedSummary): void {
  const files = { before: before.file, after: after.file }
  if (before.sha256 === after.sha256) throw new UserError('compare-order', { ...files, cause: 'same' })
  if (ancestorsOf(before.summary).includes(after.sha256))
    throw new UserError('compare-order', { ...files, cause: 'swapped' })
}

type Matched = { matches: ReadonlyMap<GroupPair, Matches>; matchedBy: MatchedBy }

/** By ids where one summary went on from the other; else by asking, or by wording if nobody is to be asked. */
async function matchThemes(
  before: LoadedSummary,
  after: LoadedSummary,
  isByWording: boolean,
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<Matched> {
  const linked = matchByIds(before, after)
  if (linked) return { matches: linked, matchedBy: 'ids' }
  const pairs = pairGroups(before.summary, after.summary)
  if (isByWording) {
    const matches = new Map(pairs.map((pair) => [pair, matchByWording(toMatchable(pair))] as const))
    return { matches, matchedBy: 'wording' }
  }
  const ask = await openMatching(settings, world, progress)
  const missing: string[] = []
  const failed: string[] = []
  const matchPair = async (pair: GroupPair): Promise<[GroupPair, Matches]> => {
    progress.start(describeGroup(pair.after))
    try {
      return [pair, await ask(toMatchable(pair))]
    } catch (error) {
      if (error instanceof MissingRecording) missing.push(describeGroup(pair.after))
      else if (isTroubleWithOneRequest(error)) failed.push(`${describeGroup(pair.after)}: ${error.message}`)
      else throw error
      return [pair, new Map()]
    }
  }
  const matches = new Map(await Promise.all(pairs.map(matchPair)))
  if (missing.length > 0) {
    const folder = settings.recordings ?? world.cacheFolder
    throw new UserError('recordings-missing', { folder, groups: missing, all: pairs.length })
  }
  if (failed.length > 0) throw new UserError('matching-failed', { groups: failed })
  return { matches, matchedBy: 'model' }
}

async function openMatching(
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<(group: MatchableGroup) => Promise<Matches>> {
  const { model, parameters } = settings
  if (model === undefined) throw new UserError('matching-needs-model', {})
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'say which themes match' })
  const prompts = await loadLonePrompt('match-themes@1', 'matches', world)
  const recordings = openRecordings(settings, world)
  const { ask } = openAsking(recordings, prompts.form, settings, world, progress)
  const createRedactor = await loadRedaction(settings, world)
  return (group) =>
    matchByAsking(group, { ask, model, parameters, redact: createRedactor().redact, ...prompts })
}

function toMatchable({ before, after }: GroupPair): MatchableGroup {
  const { persona, quadrant } = after
  return { persona, quadrant, before: before.themes.map(toTheme), after: after.themes.map(toTheme) }
}

function toTheme({ id, title, summary, notes }: SummaryTheme): MatchableTheme {
  return { id, title, summary, texts: notes.map(({ text }) => text) }
}

/** "18 themes: 13 go on (1 grown, 2 shrunk), 5 new, 5 gone" */
function describe({ groups }: Comparison): string {
  const themes = groups.flatMap((group) => group.themes)
  const count = (...changes: string[]): number =>
    themes.filter(({ change }) => changes.includes(change)).length
  return `${count('grown', 'shrunk', 'steady')} themes go on (${count('grown')} grown, ${count('shrunk')} shrunk), ${count('new')} new, ${count('gone')} gone`
}
