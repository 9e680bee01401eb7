import { costOf } from '../../model/budget.js'
import type { Estimate } from '../../run/estimate-run.js'
import { BASELINE } from '../../settings/baseline.js'
import type { Settings } from '../../settings/option-values.js'
import { countOf } from '../../text/count-of.js'
import { thousands } from '../../text/thousands.js'

/** Lines for `inspect` and `--dry-run`. */
export function estimateLines(
  { requests, recorded, inputTokens, split, given, listed }: Estimate,
  folder: string,
  { prompt, model, prices }: Pick<Settings, 'prompt' | 'model' | 'prices'>,
): string[] {
  if (model === BASELINE) return ['Requests', '  none: the baseline asks no model']
  const tokens = `about ${thousands(inputTokens)} tokens in`
  return [
    `Requests with ${prompt}`,
    ...(model === undefined
      ? [
          `  ${countOf(requests, 'request')}, ${tokens}`,
          '  no model is named, so it is not known which are recorded already',
        ]
      : [
          `  ${countOf(requests - recorded, 'request')} to ${model}, ${tokens}`,
          `  ${recorded} more recorded already in ${folder}`,
        ]),
    ...(prices ? costLines(inputTokens, prices) : []),
    ...(given > 0 ? [`  ${countOf(given, 'group')} asked with given-themes@1, where themes were given`] : []),
    ...(split > 0
      ? [`  ${countOf(split, 'large group')} in several requests, and one more for each to merge its parts`]
      : []),
    ...(listed > 0 ? [`  ${countOf(listed, 'group')} with too few notes, listed without asking`] : []),
  ]
}

/** The same live and in a batch, where the user says what that costs. */
function costLines(inputTokens: number, prices: NonNullable<Settings['prices']>): string[] {
  const live = costText(costOf(prices, inputTokens), prices)
  const batch = batchCostText(inputTokens, prices)
  return batch === undefined
    ? [`  ${live}`]
    : [`  live: ${live}`, `  in a batch (sixthemes batch write): ${batch}`]
}

/** What so many tokens cost in a batch; nothing where the user does not say what that costs. */
export function batchCostText(inputTokens: number, prices: Settings['prices']): string | undefined {
  return prices?.batch === undefined
    ? undefined
    : costText(costOf(prices, inputTokens) * prices.batch, prices)
}

/** What so much costs, and since when prices are so. */
export function costText(cost: number, { currency = '', asOf }: NonNullable<Settings['prices']>): string {
  const amount = `${cost.toFixed(cost < 1 ? 4 : 2)} ${currency}`.trim()
  return `about ${amount} at your prices of ${asOf}`
}
