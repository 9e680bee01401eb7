import type { GroupPlan } from '../themes/plan-group.js'
import type { GroupResult } from '../themes/summarize-group.js'

/** Hands results on in the order of their plans, each as soon as it and those before it are there. */
export function inOrder(
  plans: readonly GroupPlan[],
  finished: (result: GroupResult) => void,
): (result: GroupResult) => void {
  const waiting = new Map<GroupPlan['group'], GroupResult>()
  let next = 0
  const due = (): GroupResult | undefined => {
    const group = plans[next]?.group
    return group && waiting.get(group)
  }
  return (result) => {
    waiting.set(result.group, result)
    for (let first = due(); first; first = due()) {
      waiting.delete(first.group)
      next++
      finished(first)
    }
  }
}
