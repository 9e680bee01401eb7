import type { Ask } from '../model/ask.js'
import type { CorrectionVariables } from '../prompts/helping-kinds.js'
import type { Prompt } from '../prompts/prompt.js'
import { replyOf } from '../prompts/reply-kind.js'
import { contentWords } from '../text/content-words.js'
import { type MatchesVariables, matchesReply, readMatches } from './matches-reply.js'

/** A theme as far as matching looks at it. */
export type MatchableTheme = { id: string; title: string; summary: string; texts: readonly string[] }

export type MatchableGroup = {
  persona: string
  quadrant: string
  before: readonly MatchableTheme[]
  after: readonly MatchableTheme[]
}

/** Id of a theme now → id of the theme then. */
export type ThemeMatches = Map<string, string>

export type MatchingTools = {
  ask: Ask
  model: string
  parameters?: { [field: string]: unknown } | undefined
  /** Replaces personal data before it is sent. */
  redact(text: string): string
  prompt: Prompt<MatchesVariables>
  correction: Prompt<CorrectionVariables>
}

/** Asks a model which themes match. Throws as `ask` does. */
export async function matchByAsking(
  { persona, quadrant, before, after }: MatchableGroup,
  { ask, model, parameters, redact, prompt, correction }: MatchingTools,
): Promise<ThemeMatches> {
  if (before.length === 0 || after.length === 0) return new Map()
  const shown = (themes: readonly MatchableTheme[]) =>
    themes.map(({ title, summary }, index) => [index + 1, redact(title), redact(summary)] as const)
  const messages = prompt.render({
    persona: redact(persona),
    quadrant: redact(quadrant),
    before: shown(before),
    after: shown(after),
  })
  const { value } = await ask({
    request: { model, messages, reply: replyOf(matchesReply), ...(parameters && { parameters }) },
    purpose: {
      persona: redact(persona),
      quadrant: redact(quadrant),
      prompt: `${prompt.id}@${prompt.version}`,
    },
    check: (reply) => readMatches(reply, before.length, after.length),
    correct: (problem) => correction.render({ problem, schema: matchesReply.schema }),
  })
  return new Map(
    value.flatMap(([then, now]) => {
      const [earlier, later] = [before[then - 1], after[now - 1]]
      return earlier && later ? [[later.id, earlier.id] as const] : []
    }),
  )
}

/** Themes that share less wording than this are two; set by looking at the waves of a workshop of known topics. */
const ALIKE_FROM = 0.25

/** Matches the themes that share most wording (cosine of the content words of titles, summaries and notes), best first. */
export function matchByWording({ before, after }: MatchableGroup): ThemeMatches {
  const [then, now] = [before, after].map((themes) =>
    themes.map((theme) => ({ id: theme.id, words: countWords(theme) })),
  )
  const pairs = (now ?? []).flatMap((later) =>
    (then ?? []).map((earlier) => ({ later, earlier, likeness: cosine(later.words, earlier.words) })),
  )
  const matches: ThemeMatches = new Map()
  const taken = new Set<string>()
  for (const { later, earlier, likeness } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (likeness < ALIKE_FROM || matches.has(later.id) || taken.has(earlier.id)) continue
    matches.set(later.id, earlier.id)
    taken.add(earlier.id)
  }
  return matches
}

function countWords({ title, summary, texts }: MatchableTheme): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string, weight: number): void => void counts.set(word, (counts.get(word) ?? 0) + weight)
  for (const word of contentWords(title)) add(word, 3) // a title says most
  for (const word of contentWords(summary)) add(word, 1)
  for (const text of texts) for (const word of contentWords(text)) add(word, 1)
  return counts
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let product = 0
  for (const [word, count] of one) product += count * (other.get(word) ?? 0)
  const length = (counts: ReadonlyMap<string, number>): number => Math.hypot(...counts.values())
  const both = length(one) * length(other)
  return both === 0 ? 0 : product / both
}
