import {
  type MatchableGroup,
  type MatchableTheme,
  matchByAsking,
  matchByWording,
} from '../across/match-themes.js'
import { matchesReply } from '../across/matches-reply.js'
import { isOverBudget, isTroubleWithOneRequest, MissingRecording } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import { BASELINE } from '../settings/baseline.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import { type GroupPair, type Matches, matchByIds, pairGroups } from '../summary/compare-summaries.js'
import type { MatchedBy } from '../summary/comparison.js'
import { plainMatches } from '../summary/plain-matches.js'
import type { SummaryTheme } from '../summary/summary.js'
import { groupName } from '../text/group-name.js'
import type { Progress } from '../world/progress.js'
import type { World } from '../world/world.js'
import { loadLonePrompt } from './load-prompts.js'
import { loadRedaction } from './load-redaction.js'
import type { LoadedSummary } from './load-summary.js'
import { openDoor, openRecordings } from './open-door.js'
import type { ModelSettings } from './open-model.js'

export type Matched = { matches: ReadonlyMap<GroupPair, Matches>; matchedBy: MatchedBy }

export type MatchingSettings = ModelSettings &
  SettingsOf<'redaction' | 'recordings'> &
  Pick<FileValues, 'parameters'>

/**
 * Two summaries → which themes of theirs are the same: by ids where one went on from the other, else by asking, or by
 * wording if nobody is to be asked. Throws UserError `matching-needs-model`, `recordings-missing` or `matching-failed`.
 */
export async function matchSummaries(
  before: LoadedSummary,
  after: LoadedSummary,
  isByWording: boolean,
  settings: MatchingSettings,
  world: World,
  progress: Progress,
): Promise<Matched> {
  const linked = matchByIds(before, after)
  if (linked) {
    const matches = new Map([...linked].map(([pair, ids]) => [pair, plainMatches(pair, ids)] as const))
    return { matches, matchedBy: 'ids' }
  }
  const pairs = pairGroups(before.summary, after.summary)
  if (isByWording) {
    const matches = new Map(
      pairs.map((pair) => [pair, together(plainMatches(pair), matchByWording(toMatchable(pair)))] as const),
    )
    return { matches, matchedBy: 'wording' }
  }
  const ask = await openMatching(settings, world, progress)
  const missing: string[] = []
  const failed: string[] = []
  const matchPair = async (pair: GroupPair): Promise<[GroupPair, Matches]> => {
    const name = groupName(pair.after)
    const plain = plainMatches(pair)
    if (plain.size === Math.min(pair.before.themes.length, pair.after.themes.length)) return [pair, plain]
    progress.start(name)
    try {
      const matches = together(plain, await ask(toMatchable(pair)))
      progress.finish(name, `${matches.size} of ${pair.after.themes.length} themes go on`, true)
      return [pair, matches]
    } catch (error) {
      if (isOverBudget(error)) throw new UserError('limit-reached', { limit: error.message })
      if (error instanceof MissingRecording) missing.push(name)
      else if (isTroubleWithOneRequest(error)) failed.push(`${name}: ${error.message}`)
      else throw error
      return [pair, new Map()]
    }
  }
  progress.begin(pairs.length)
  const matches = new Map(await Promise.all(pairs.map(matchPair)))
  if (missing.length > 0) {
    const folder = settings.recordings ?? world.cacheFolder
    throw new UserError('recordings-missing', { folder, groups: missing, all: pairs.length })
  }
  if (failed.length > 0) throw new UserError('matching-failed', { groups: failed })
  return { matches, matchedBy: 'model' }
}

/** Matches, and others beside them that are about other themes. */
function together(first: Matches, others: Matches): Matches {
  const taken = new Set(first.values())
  const more = [...others].filter(([now, then]) => !first.has(now) && !taken.has(then))
  return new Map([...first, ...more])
}

async function openMatching(
  settings: MatchingSettings,
  world: World,
  progress: Progress,
): Promise<(group: MatchableGroup) => Promise<Matches>> {
  const { model, parameters } = settings
  if (model === undefined) throw new UserError('matching-needs-model', {})
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'say which themes match' })
  const prompts = await loadLonePrompt('match-themes@1', matchesReply, world)
  const redaction = await loadRedaction(settings, world)
  const ask = openDoor(prompts.form, settings, world, progress).askWith(openRecordings(settings, world))
  return async (group) => {
    const themes = [...group.before, ...group.after]
    await redaction.prepare([
      group.persona,
      group.quadrant,
      ...themes.flatMap(({ title, summary }) => [title, summary]),
    ])
    const { redact } = redaction.createRedactor()
    return matchByAsking(group, { ask, model, parameters, redact, ...prompts })
  }
}

function toMatchable({ before, after }: GroupPair): MatchableGroup {
  const { persona, quadrant } = after
  return { persona, quadrant, before: before.themes.map(toTheme), after: after.themes.map(toTheme) }
}

function toTheme({ id, title, summary, notes }: SummaryTheme): MatchableTheme {
  return { id, title, summary, texts: notes.map(({ text }) => text) }
}
