import { isTroubleWithOneRequest } from '../errors/model-trouble.js'
import type { Exchange } from '../model/ask.js'
import type { DistinctNote } from '../notes/distinct-notes.js'
import type { Theme } from './checks/check-themes.js'
import { findThemes } from './find-themes.js'
import type { GroupTools } from './group-tools.js'
import { type GroupPlan, isAsking } from './plan-group.js'

/**
 * Asks once what themes the notes would make that fit none of the given ones, where that is wanted. The notes stay where they are:
 * it is for people to take a suggestion into their list.
 */
export async function suggestThemes(
  rest: readonly DistinctNote[],
  { group, planRest }: GroupPlan,
  tools: GroupTools,
): Promise<{ suggested: Theme[]; exchanges: readonly Exchange[] }> {
  const plan = planRest?.({ ...group, notes: rest.flatMap(({ notes }) => notes) })
  if (!plan || !isAsking(plan)) return { suggested: [], exchanges: [] }
  try {
    const { themes, exchanges } = await findThemes(plan, tools)
    const suggested = themes.map(({ title, summary, ids }) => ({
      title: plan.redactor.restore(title),
      summary: plan.redactor.restore(summary),
      notes: ids.flatMap((id) => plan.distinct[id - 1] ?? []),
    }))
    return { suggested: suggested.filter(({ notes }) => notes.length > 0), exchanges }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { suggested: [], exchanges: [] }
  }
}
