import { isTroubleWithOneRequest } from '../errors/model-trouble.js'
import type { Exchange } from '../model/ask.js'
import { kindNamed, replyOf } from '../prompts/reply-kind.js'
import type { Found } from './find-themes.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import { inBatches } from './in-batches.js'
import { followUp, type GroupPlan } from './plan-group.js'
import type { IdTally, ThemeDraft } from './replies/assignment.js'
import { PLACEMENTS_REPLIES, type Placements, readPlacements } from './replies/placements-reply.js'

/** Every note of the group in a theme or unplaced. */
export type Placed = {
  themes: readonly ThemeDraft[]
  unplaced: readonly number[]
  tally: IdTally & { unsettled: number }
  /** How many themes there were beyond those that were wanted. */
  surplus: number
  exchanges: readonly Exchange[]
}

/**
 * Asks once where the left-over notes belong. One that even this does not settle is unplaced, so that
 * nothing is guessed and nothing lost.
 */
export async function placeLeftovers(found: Found, plan: GroupPlan, tools: GroupTools): Promise<Placed> {
  const { leftovers, tally, surplus } = found
  const batches = inBatches(leftovers, plan.limits.notes)
  const answers = await Promise.all(
    batches.map((batch) => askForPlacements(found.themes, batch, plan, tools)),
  )

  const themes = found.themes.map((theme) => ({
    ...theme,
    ids: [...theme.ids],
    also: [...(theme.also ?? [])],
  }))
  const unplaced = [...found.unplaced]
  let unsettled = 0
  batches.forEach((batch, index) => {
    batch.forEach((id, position) => {
      const placement = answers[index]?.placements.get(position + 1)
      if (placement === undefined) unsettled++
      const home = placement?.theme ? themes[placement.theme - 1]?.ids : undefined
      if (home) home.push(id)
      else unplaced.push(id)
      for (const number of placement?.also ?? []) {
        const also = themes[number - 1]?.also
        if (!also?.includes(id)) also?.push(id)
      }
    })
  })
  const exchanges = [...found.exchanges, ...answers.flatMap((answer) => answer.exchanges)]
  return { themes, unplaced, tally: { ...tally, unsettled }, surplus, exchanges }
}

async function askForPlacements(
  themes: readonly ThemeDraft[],
  leftovers: readonly number[],
  plan: GroupPlan,
  { ask, placing: own, placingGiven, correction }: GroupTools,
): Promise<{ placements: Placements; exchanges: readonly Exchange[] }> {
  const { group, distinct, redactor } = plan
  const placing = plan.given.length > 0 ? placingGiven : own
  const messages = placing.render({
    persona: redactor.redact(group.persona),
    quadrant: redactor.redact(group.quadrant),
    themes: themes.map(({ title, summary }, index) => [index + 1, title, summary] as const),
    noteCount: leftovers.length,
    notes: leftovers.map((id, index) => [index + 1, redactor.redact(distinct[id - 1]?.sent ?? '')] as const),
  })
  const kind = kindNamed(placing.kind, PLACEMENTS_REPLIES)
  try {
    const { value, exchanges } = await ask({
      request: followUp(plan, messages, replyOf(kind)),
      purpose: purposeOf(plan, placing),
      check: (value) => readPlacements(kind, value, leftovers.length, themes.length),
      correct: (problem) => correction.render({ problem, schema: kind.schema }),
      isOptional: true,
    })
    return { placements: value, exchanges }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { placements: new Map(), exchanges: [] }
  }
}
