import { applyDecisions } from '../decisions/apply-decisions.js'
import type { Decision } from '../decisions/decision.js'
import { findImbalance } from '../summary/check-balance.js'
import type { Summary } from '../summary/summary.js'
import { type ThresholdSettings, thresholdsOf } from './thresholds-of.js'

/** A summary as people want it: with their decisions, or as it is where none are given. */
export function decide(
  summary: Summary,
  decisions: readonly Decision[] | undefined,
  settings: ThresholdSettings,
): Summary {
  if (!decisions) return summary
  const decided = applyDecisions(summary, decisions, thresholdsOf(settings))
  const imbalance = findImbalance(decided)
  if (imbalance !== undefined) throw new Error(`the account does not balance: ${imbalance}`)
  return decided
}
