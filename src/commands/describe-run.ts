import { countOf } from '../documents/count-of.js'
import type { Progress } from '../progress.js'
import { countNotes } from '../themes/distinct-notes.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Watcher } from '../themes/summarize-groups.js'
import type { Run } from './create-summary.js'

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

/** The closing line: groups, notes placed, requests made and recorded, tokens, seconds. */
export function describeRun({ results }: Pick<Run, 'results'>, milliseconds: number): string {
  const all = results.reduce((sum, { group }) => sum + group.notes.length, 0)
  const unplaced = results.reduce((sum, result) => sum + countNotes(result.unplaced), 0)
  const exchanges = results.flatMap((result) => result.exchanges)
  const made = exchanges.filter(({ recorded }) => !recorded)
  const failed = results.filter(({ status }) => status === 'failed').length
  return [
    `${countOf(results.length, 'group')}${failed > 0 ? ` (${failed} failed)` : ''}`,
    `${all - unplaced} of ${countOf(all, 'note')} placed`,
    `${countOf(made.length, 'request')} made, ${exchanges.length - made.length} from recordings`,
    tokensOf(made.map(({ reply }) => reply.usage)),
    `${(milliseconds / 1_000).toFixed(1)} s`,
  ].join('; ')
}

function tokensOf(usages: readonly { inputTokens: number | null; outputTokens: number | null }[]): string {
  const sum = (counts: readonly (number | null)[]): string =>
    counts.includes(null)
      ? 'uncounted'
      : counts.reduce<number>((total, count) => total + (count ?? 0), 0).toLocaleString('en')
  const [input, output] = [
    usages.map((usage) => usage.inputTokens),
    usages.map((usage) => usage.outputTokens),
  ]
  return `${sum(input)} tokens in, ${sum(output)} out`
}
