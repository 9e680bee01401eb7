import { countOf } from '../documents/count-of.js'
import { UserError } from '../errors.js'
import { estimateRequest } from '../estimate-tokens.js'
import { costOf } from '../model/budget.js'
import type { Recordings } from '../model/recordings.js'
import type { Settings } from '../settings/resolve-settings.js'
import { type GroupPlan, isAsking } from '../themes/plan-group.js'
import { BASELINE } from './baseline.js'

/** What a run would take. */
export type Estimate = {
  /** Requests in all, and those of them that are recorded already. */
  requests: number
  recorded: number
  /** Tokens of the requests that are not recorded. */
  inputTokens: number
  /** Groups that are split into several requests; merging their parts takes one more each, or a few. */
  split: number
  /** Groups that are listed without asking. */
  listed: number
}

export async function estimateRun(
  plans: readonly GroupPlan[],
  recordings: Recordings,
  { fresh, model, overview }: Settings,
): Promise<Estimate> {
  const asking = model === BASELINE ? [] : plans.filter(isAsking)
  const requests = asking.flatMap(({ parts }) => parts.map(({ request }) => request))
  const split = asking.filter(({ parts }) => parts.length > 1).length
  const estimate = { requests: requests.length, recorded: 0, inputTokens: 0, split }
  for (const request of requests) {
    if (!fresh && (await recordings.load(request)).state === 'found') estimate.recorded++
    else estimate.inputTokens += estimateRequest(request)
  }
  if (overview && asking.length > 0) estimate.requests++ // what it takes in depends on replies
  return { ...estimate, listed: plans.filter((plan) => !isAsking(plan)).length }
}

export function hasLimit({ maxRequests, maxInputTokens, maxCost }: Settings): boolean {
  return [maxRequests, maxInputTokens, maxCost].some((limit) => limit !== undefined)
}

/** Throws UserError `over-budget` for a run that would take more than the user allows. */
export function checkBudget({ requests, recorded, inputTokens }: Estimate, settings: Settings): void {
  const { maxRequests, maxInputTokens, maxCost, prices } = settings
  const missing = requests - recorded
  const refuse = (limit: string): never => {
    throw new UserError('over-budget', { requests: missing, inputTokens, limit })
  }
  if (maxRequests !== undefined && missing > maxRequests) refuse(`--max-requests ${maxRequests}`)
  if (maxInputTokens !== undefined && inputTokens > maxInputTokens)
    refuse(`--max-input-tokens ${maxInputTokens}`)
  if (maxCost !== undefined && prices && costOf(prices, inputTokens) > maxCost)
    refuse(`--max-cost ${maxCost}`)
}

/** Lines for `inspect` and `--dry-run`. */
export function describeEstimate(
  { requests, recorded, inputTokens, split, listed }: Estimate,
  folder: string,
  { prompt, model, prices }: Settings,
): string[] {
  if (model === BASELINE) return ['Requests', '  none: the baseline asks no model']
  const tokens = `about ${inputTokens.toLocaleString('en')} tokens in`
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
    ...(prices ? [`  ${describeCost(costOf(prices, inputTokens), prices)}`] : []),
    ...(split > 0
      ? [`  ${countOf(split, 'large group')} in several requests, and one more for each to merge its parts`]
      : []),
    ...(listed > 0 ? [`  ${countOf(listed, 'group')} with too few notes, listed without asking`] : []),
  ]
}

export function describeCost(cost: number, { currency = '', asOf }: NonNullable<Settings['prices']>): string {
  const amount = `${cost.toFixed(cost < 1 ? 4 : 2)} ${currency}`.trim()
  return `about ${amount} at your prices of ${asOf}`
}
