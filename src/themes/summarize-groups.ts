import { MissingRecording } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import type { Thresholds } from './checks/finding.js'
import type { GroupTools } from './group-tools.js'
import type { GroupPlan } from './plan-group.js'
import { type GroupResult, summarizeGroup } from './summarize-group.js'

/** A group whose reply is not recorded where only recordings may answer. */
export type MissingGroup = { group: GroupPlan['group']; status: 'missing' }

/** Told as groups start and finish. */
export type Watcher = {
  started(plan: GroupPlan): void
  finished(result: GroupResult): void
}

/**
 * Plans → results in the same order, so many at a time. Trouble with the endpoint as a whole ends the asking, which the door
 * sees to: groups that are recorded are answered all the same, the others are failed; where none was answered, it is thrown.
 * Trouble of the user's own making (exit code 2) is always thrown.
 */
export async function summarizeGroups(
  plans: readonly GroupPlan[],
  tools: GroupTools,
  thresholds: Thresholds,
  concurrency: number,
  watcher: Watcher,
): Promise<(GroupResult | MissingGroup)[]> {
  let refusal: UserError | undefined

  const summarize = async (plan: GroupPlan): Promise<GroupResult | MissingGroup> => {
    watcher.started(plan)
    try {
      const result = await summarizeGroup(plan, tools, thresholds)
      watcher.finished(result)
      return result
    } catch (error) {
      if (error instanceof MissingRecording) return { group: plan.group, status: 'missing' }
      if (!(error instanceof UserError)) throw error
      refusal ??= error
      const result = failedBy(refusal, plan)
      if (!refusal.isBeforeAsking) watcher.finished(result)
      return result
    }
  }

  const results = await mapConcurrently(plans, concurrency, summarize)
  const isUseful = results.some(({ status }) => status === 'complete')
  if (refusal && (refusal.isBeforeAsking || !isUseful)) throw refusal
  return results
}

function failedBy({ message }: Error, { group, distinct }: GroupPlan): GroupResult {
  return { status: 'failed', reason: message, group, themes: [], unplaced: distinct, exchanges: [] }
}

/** As `Promise.all` over `map`, with at most `limit` tasks at a time. */
async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const entries = items.entries()
  let isBroken = false
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) {
      if (isBroken) return
      try {
        results[index] = await task(item)
      } catch (error) {
        isBroken = true // after a bug or an interrupt nothing new is begun
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
