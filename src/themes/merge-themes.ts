import type { Exchange } from '../model/ask.js'
import { countNotes } from '../notes/distinct-notes.js'
import { replyOf } from '../prompts/reply-kind.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import { inBatches } from './in-batches.js'
import { followUp, type GroupPlan, inWords } from './plan-group.js'
import { joinAlso, type ThemeDraft } from './replies/assignment.js'
import { mergeReply, readMerge } from './replies/merge-reply.js'

/** The themes of the whole; `surplus` says how many there were beyond those that were wanted. */
export type Merged = { themes: ThemeDraft[]; surplus: number; exchanges: readonly Exchange[] }

/** Most themes that one request merges; more are merged in rounds. */
const MOST_AT_ONCE = 120

/** Themes of parts → the themes of the whole. The notes of a theme go with it; those of one that is left out are in none. */
export async function mergeThemes(
  found: readonly ThemeDraft[],
  plan: GroupPlan,
  tools: GroupTools,
): Promise<Merged> {
  if (found.length <= MOST_AT_ONCE) return mergeOnce(found, plan, tools)
  const batches = inBatches(found, MOST_AT_ONCE)
  const round = await Promise.all(batches.map((batch) => mergeOnce(batch, plan, tools)))
  const next = await mergeThemes(
    round.flatMap(({ themes }) => themes),
    plan,
    tools,
  )
  return { ...next, exchanges: [...round.flatMap(({ exchanges }) => exchanges), ...next.exchanges] }
}

async function mergeOnce(
  found: readonly ThemeDraft[],
  plan: GroupPlan,
  { ask, merging, correction }: GroupTools,
): Promise<Merged> {
  const { group, distinct, themeCount, redactor, language } = plan
  const sizeOf = ({ ids }: ThemeDraft): number => countNotes(ids.flatMap((id) => distinct[id - 1] ?? []))
  const messages = merging.render({
    persona: redactor.redact(group.persona),
    quadrant: redactor.redact(group.quadrant),
    language,
    themeCount,
    themeWord: inWords(themeCount),
    themes: found.map((theme, index) => [index + 1, theme.title, theme.summary, sizeOf(theme)] as const),
  })
  const { value, exchanges } = await ask({
    request: followUp(plan, messages, replyOf(mergeReply)),
    purpose: purposeOf(plan, merging),
    check: (reply) => readMerge(reply, found.map(sizeOf), themeCount),
    correct: (problem) => correction.render({ problem, schema: mergeReply.schema }),
  })
  const themes = value.themes.map(({ title, summary, themes }): ThemeDraft => {
    const own = themes.flatMap((number) => found[number - 1] ?? [])
    const [largest] = own
      .filter(({ continues }) => continues !== undefined)
      .sort((a, b) => b.ids.length - a.ids.length)
    const ids = own.flatMap(({ ids }) => ids)
    return { title, summary, ids, also: joinAlso(own), continues: largest?.continues }
  })
  return { themes, surplus: value.surplus, exchanges }
}
