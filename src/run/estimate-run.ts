import { UserError } from '../errors/user-error.js'
import { costOf } from '../model/budget.js'
import { estimateRequest } from '../model/estimate-request.js'
import type { Recordings } from '../model/recordings.js'
import type { Request } from '../model/request.js'
import { BASELINE } from '../settings/baseline.js'
import type { FileValues, Settings, SettingsOf } from '../settings/option-values.js'
import { type GroupPlan, isAsking } from '../themes/plan-group.js'

/** What a run would take. */
export type Estimate = {
  /** Requests in all, and those of them that are recorded already. */
  requests: number
  recorded: number
  /** Tokens of the requests that are not recorded. */
  inputTokens: number
  /** Groups that are split into several requests; merging their parts takes one more each, or a few. */
  split: number
  /** Groups whose notes are placed in given themes, with a prompt of their own and nothing to merge. */
  given: number
  /** Groups that are listed without asking. */
  listed: number
}

/** All that is asked first about a group, whatever replies say. */
export function firstRequests({ parts, feeling, others = [] }: GroupPlan): Request[] {
  const own = [...parts, ...(feeling?.parts ?? [])].map(({ request }) => request)
  return [...own, ...others.flatMap(firstRequests)]
}

export async function estimateRun(
  plans: readonly GroupPlan[],
  recordings: Recordings,
  { fresh = false, model, overview = false }: Partial<Pick<Settings, 'fresh' | 'model' | 'overview'>>,
): Promise<Estimate> {
  const asking = model === BASELINE ? [] : plans.filter(isAsking)
  const requests = asking.flatMap(firstRequests)
  const split = asking.filter(({ parts, given }) => parts.length > 1 && given.length === 0).length
  const given = asking.filter((plan) => plan.given.length > 0).length
  const estimate = { requests: requests.length, recorded: 0, inputTokens: 0, split, given }
  for (const request of requests) {
    if (!fresh && (await recordings.load(request)).state === 'found') estimate.recorded++
    else estimate.inputTokens += estimateRequest(request)
  }
  // what an overview takes in depends on replies; where all of these are recorded it most likely is as well
  if (overview && asking.length > 0 && estimate.recorded < requests.length) estimate.requests++
  return { ...estimate, listed: plans.filter((plan) => !isAsking(plan)).length }
}

type LimitSettings = SettingsOf<'limits'> & Pick<FileValues, 'prices'>

export function hasLimit({ maxRequests, maxInputTokens, maxCost }: LimitSettings): boolean {
  return [maxRequests, maxInputTokens, maxCost].some((limit) => limit !== undefined)
}

/** Throws UserError `over-budget` for a run that would take more than the user allows. */
export function checkBudget({ requests, recorded, inputTokens }: Estimate, settings: LimitSettings): void {
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
