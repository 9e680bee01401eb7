import { isTroubleWithOneRequest } from '../errors/model-trouble.js'
import type { Exchange } from '../model/ask.js'
import type { DistinctNote } from '../notes/distinct-notes.js'
import type { Feeling } from '../text/feeling.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import type { NotesPlan } from './plan-feelings.js'
import type { GroupPlan } from './plan-group.js'
import { readFeelings } from './replies/feelings-reply.js'

/** How notes of a group feel, as far as replies say. */
export type Felt = { feelings: ReadonlyMap<DistinctNote, Feeling>; exchanges: readonly Exchange[] }

/**
 * Asks how each note feels, where that is wanted, and once more about those that a reply leaves out or gives in two ways. A note of
 * which even that says nothing has no feeling; themes do not depend on it, so trouble with one of the requests leaves its notes out.
 */
export async function feelNotes(plan: GroupPlan, tools: GroupTools): Promise<Felt> {
  const { feeling } = plan
  if (!feeling) return { feelings: new Map(), exchanges: [] }
  const first = await Promise.all(feeling.parts.map((part) => askForPart(part, plan, tools)))
  const known = new Map(first.flatMap(({ said }) => said))
  const left = plan.distinct.map((_, index) => index + 1).filter((number) => !known.has(number))
  const again = left.length === plan.distinct.length ? [] : feeling.again(left)
  const second = await Promise.all(again.map((part) => askForPart(part, plan, tools)))
  const all = [...first, ...second]
  const feelings = all
    .flatMap(({ said }) => said)
    .flatMap(([number, feeling]) => {
      const note = plan.distinct[number - 1]
      return note ? [[note, feeling] as const] : []
    })
  return { feelings: new Map(feelings), exchanges: all.flatMap(({ exchanges }) => exchanges) }
}

async function askForPart(
  { numbers, request }: NotesPlan,
  plan: GroupPlan,
  { ask, feeling, correction }: GroupTools,
): Promise<{ said: (readonly [number, Feeling])[]; exchanges: readonly Exchange[] }> {
  try {
    const { value, exchanges } = await ask({
      request,
      purpose: purposeOf(plan, feeling),
      check: (reply) => readFeelings(reply, numbers.length),
      correct: (problem) => correction.render({ problem, schema: request.reply.schema }),
      isOptional: true,
    })
    return { said: [...value].map(([note, felt]) => [numbers[note - 1] ?? 0, felt] as const), exchanges }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { said: [], exchanges: [] }
  }
}
