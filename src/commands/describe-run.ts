import { countOf } from '../documents/count-of.js'
import { costOf } from '../model/budget.js'
import type { Progress } from '../progress.js'
import type { Settings } from '../settings/resolve-settings.js'
import { sumTokens } from '../summary/sum-tokens.js'
import { countNotes } from '../themes/distinct-notes.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Watcher } from '../themes/summarize-groups.js'
import type { Run } from './create-summary.js'
import { describeCost } from './estimate-run.js'

/** "Support engineer / Gains" */
export function describeGroup({ persona, quadrant }: { persona: string; quadrant: string }): string {
  return `${persona} / ${quadrant}`
}

/** Groups that start and finish → lines of progress. */
export function watch(progress: Progress): Watcher {
  return {
    started: ({ group }) => progress.start(describeGroup(group)),
    finished: (result) =>
      progress.finish(describeGroup(result.group), describe(result), result.status !== 'failed'),
  }
}

function describe(result: GroupResult): string {
  const { group, themes, unplaced } = result
  if (result.status === 'failed') return result.reason
  const all = group.notes.length
  if (result.status === 'listed')
    return `${countOf(all, 'note')}, listed as ${all === 1 ? 'it is' : 'they are'}`
  return `${countOf(themes.length, 'theme')}, ${all - countNotes(unplaced)} of ${countOf(all, 'note')} placed`
}

/** The closing line: groups, notes placed, requests made and recorded, tokens, cost where prices are known, seconds. */
export function describeRun(
  { results, made }: Omit<Run, 'summary'>,
  prices: Settings['prices'],
  milliseconds: number,
): string {
  const all = sum(results.map(({ group }) => group.notes.length))
  const notesOf = (status: GroupResult['status']): number =>
    sum(results.filter((result) => result.status === status).map(({ group }) => group.notes.length))
  const placed =
    notesOf('complete') -
    sum(results.map((result) => (result.status === 'complete' ? countNotes(result.unplaced) : 0)))
  const listed = notesOf('listed')
  const failed = results.filter(({ status }) => status === 'failed').length
  const recorded = results
    .flatMap(({ exchanges }) => exchanges)
    .filter((exchange) => exchange.recorded).length
  const input = sumTokens(made.map(({ inputTokens }) => inputTokens))
  const output = sumTokens(made.map(({ outputTokens }) => outputTokens))
  const shown = (tokens: number | null): string => tokens?.toLocaleString('en') ?? 'uncounted'
  return [
    `${countOf(results.length, 'group')}${failed > 0 ? ` (${failed} failed)` : ''}`,
    `${placed} of ${countOf(all, 'note')} placed${listed > 0 ? `, ${listed} listed` : ''}`,
    `${countOf(made.length, 'request')} made, ${recorded} from recordings`,
    `${shown(input)} tokens in, ${shown(output)} out`,
    ...(prices && input !== null && output !== null
      ? [describeCost(costOf(prices, input, output), prices)]
      : []),
    `${(milliseconds / 1_000).toFixed(1)} s`,
  ].join('; ')
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
