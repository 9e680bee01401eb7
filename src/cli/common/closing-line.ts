import { costOf } from '../../model/budget.js'
import { countNotes } from '../../notes/distinct-notes.js'
import type { Run } from '../../run/create-summary.js'
import type { Settings } from '../../settings/option-values.js'
import { sumTokens } from '../../summary/sum-tokens.js'
import { countOf } from '../../text/count-of.js'
import { sum } from '../../text/sum.js'
import { thousands } from '../../text/thousands.js'
import type { GroupResult } from '../../themes/summarize-group.js'
import { costText } from './estimate-lines.js'

/** The closing line: groups, notes placed, requests made and recorded, tokens, cost where prices are known, seconds. */
export function closingLine(
  { results, made }: Pick<Run, 'results' | 'made'>,
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
  const shown = (tokens: number | null): string => (tokens === null ? 'uncounted' : thousands(tokens))
  return [
    `${countOf(results.length, 'group')}${failed > 0 ? ` (${failed} failed)` : ''}`,
    `${placed} of ${countOf(all, 'note')} placed${listed > 0 ? `, ${listed} listed` : ''}`,
    `${countOf(made.length, 'request')} made, ${recorded} from recordings`,
    `${shown(input)} tokens in, ${shown(output)} out`,
    ...(prices && input !== null && output !== null ? [costText(costOf(prices, input, output), prices)] : []),
    `${(milliseconds / 1_000).toFixed(1)} s`,
  ].join('; ')
}
