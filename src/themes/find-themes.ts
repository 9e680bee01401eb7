import type { Exchange } from '../model/ask.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import { mergeThemes } from './merge-themes.js'
import type { GroupPlan, PartPlan } from './plan-group.js'
import { type Assignment, joinAlso, type ThemeDraft } from './replies/assignment.js'
import { CONTINUED_REPLIES, readContinued } from './replies/continued-reply.js'
import { readSubjects, subjectsReply } from './replies/subjects-reply.js'
import { readThemes } from './replies/themes-reply.js'

/** Themes of a group before its leftovers are placed, and what they rest on. Note numbers are the group's. */
export type Found = Assignment & { exchanges: readonly Exchange[] }

/**
 * Asks for the themes of a group: in one request, or of a large group part by part, the parts' themes then merged.
 * Notes that a part leaves unplaced, and those of themes that the merge leaves out, may have a home among the
 * themes of the whole: they are leftovers.
 */
export async function findThemes(plan: GroupPlan, tools: GroupTools): Promise<Found> {
  const parts = await Promise.all(plan.parts.map((part) => askForPart(part, plan, tools)))
  const [only] = parts
  if (only && parts.length === 1) return only
  const found = joinContinued(parts.flatMap(({ themes }) => themes))
  const { themes, surplus, exchanges } = await mergeThemes(found, plan, tools)
  const kept = new Set(themes.flatMap(({ ids }) => ids))
  const sum = (count: (part: Found) => number): number => parts.reduce((all, part) => all + count(part), 0)
  return {
    themes,
    unplaced: [],
    leftovers: plan.distinct.map((_, index) => index + 1).filter((id) => !kept.has(id)),
    tally: {
      omitted: sum(({ tally }) => tally.omitted),
      repeated: sum(({ tally }) => tally.repeated),
      unknown: sum(({ tally }) => tally.unknown),
    },
    surplus,
    exchanges: [...parts.flatMap((part) => part.exchanges), ...exchanges],
  }
}

/** What several parts say goes on from the same theme of last time is one theme. */
function joinContinued(themes: readonly ThemeDraft[]): ThemeDraft[] {
  const joined: ThemeDraft[] = []
  for (const theme of themes) {
    const same =
      theme.continues !== undefined && joined.find(({ continues }) => continues === theme.continues)
    if (same) {
      same.ids = [...same.ids, ...theme.ids]
      same.also = joinAlso([same, theme])
    } else joined.push({ ...theme })
  }
  return joined
}

async function askForPart(
  { numbers, themeCount, request }: PartPlan,
  plan: GroupPlan,
  { ask, prompt, continuing, correction }: GroupTools,
): Promise<Found> {
  const goesOn = CONTINUED_REPLIES.find(({ name }) => name === request.reply.name)
  const read = request.reply.name === subjectsReply.name ? readSubjects : readThemes
  const { value, exchanges } = await ask({
    request,
    purpose: purposeOf(plan, goesOn ? continuing : prompt),
    check: (reply) =>
      goesOn
        ? readContinued(goesOn, reply, numbers.length, themeCount, plan.previous.length)
        : read(reply, numbers.length, themeCount),
    correct: (problem) => correction.render({ problem, schema: request.reply.schema }),
  })
  const inGroup = (ids: readonly number[]): number[] => ids.flatMap((id) => numbers[id - 1] ?? [])
  return {
    themes: value.themes.map((theme) => ({
      ...theme,
      ids: inGroup(theme.ids),
      also: theme.also && inGroup(theme.also),
    })),
    unplaced: inGroup(value.unplaced),
    leftovers: inGroup(value.leftovers),
    tally: value.tally,
    surplus: value.surplus,
    exchanges,
  }
}
