import type { Found } from './find-themes.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import type { GroupPlan, PartPlan } from './plan-group.js'
import { givenReply } from './replies/given-reply.js'
import { readPlacements } from './replies/placements-reply.js'

/**
 * Asks which of the given themes each note belongs to, part by part: there is nothing to merge, for the list is the same for all.
 * Every given theme is there afterwards, also without a note. Notes that a reply leaves out are leftovers.
 */
export async function placeGiven(plan: GroupPlan, tools: GroupTools): Promise<Found> {
  const { redact } = plan.redactor
  const parts = await Promise.all(plan.parts.map((part) => askForPart(part, plan, tools)))
  const homes = new Map(parts.flatMap(({ homes }) => [...homes]))
  const numbers = plan.distinct.map((_, index) => index + 1)
  return {
    themes: plan.given.map(({ title, definition }, index) => ({
      ...{ title: redact(title), summary: redact(definition) },
      ids: numbers.filter((number) => homes.get(number) === index + 1),
    })),
    unplaced: numbers.filter((number) => homes.get(number) === null),
    leftovers: numbers.filter((number) => !homes.has(number)),
    tally: { omitted: plan.distinct.length - homes.size, repeated: 0, unknown: 0 },
    surplus: 0,
    exchanges: parts.flatMap(({ exchanges }) => exchanges),
  }
}

async function askForPart(
  { numbers, request }: PartPlan,
  plan: GroupPlan,
  { ask, giving, correction }: GroupTools,
) {
  const { value, exchanges } = await ask({
    request,
    purpose: purposeOf(plan, giving),
    check: (reply) => readPlacements(givenReply, reply, numbers.length, plan.given.length),
    correct: (problem) => correction.render({ problem, schema: request.reply.schema }),
  })
  const homes = [...value].map(([note, { theme }]) => [numbers[note - 1] ?? 0, theme] as const)
  return { homes, exchanges }
}
