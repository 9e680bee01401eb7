import * as z from 'zod'
import { replyKind } from '../prompts/reply-kind.js'
import type { Checked } from '../text/checked.js'

export type MatchesVariables = {
  persona: string
  quadrant: string
  /** [number, title, summary] of every theme then, and now. */
  before: readonly (readonly [number, string, string])[]
  after: readonly (readonly [number, string, string])[]
}

/** Which themes now are which themes then. */
export const matchesReply = replyKind<MatchesVariables>()({
  name: 'matches',
  form: z.strictObject({ matches: z.array(z.strictObject({ before: z.int(), after: z.int() })) }),
  variables: ['persona', 'quadrant', 'before', 'after'],
  needs: ['before', 'after'],
})

/** A reply's JSON value → pairs of numbers; each number counts where it is given first. */
export function readMatches(value: unknown, before: number, after: number): Checked<[number, number][]> {
  const parsed = matchesReply.parse(value)
  if (!parsed.ok) return parsed
  const [then, now] = [new Set<number>(), new Set<number>()]
  const pairs: [number, number][] = []
  for (const match of parsed.value.matches) {
    const isKnown = match.before >= 1 && match.before <= before && match.after >= 1 && match.after <= after
    if (!isKnown || then.has(match.before) || now.has(match.after)) continue
    then.add(match.before)
    now.add(match.after)
    pairs.push([match.before, match.after])
  }
  return { ok: true, value: pairs }
}
