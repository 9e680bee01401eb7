import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { FEELINGS, type Feeling } from '../../text/feeling.js'

export type FeelingsVariables = {
  persona: string
  quadrant: string
  question: string
  noteCount: number
  notes: readonly (readonly [number, string])[]
}

/** How notes feel. */
export const feelingsReply = replyKind<FeelingsVariables>()({
  name: 'feelings',
  form: z.strictObject({
    feelings: z.array(z.strictObject({ note: z.int(), feeling: z.enum(FEELINGS) })),
  }),
  variables: ['persona', 'quadrant', 'question', 'noteCount', 'notes'],
  needs: ['notes'],
})

/** A reply's JSON value → how each of the notes 1 to `noteCount` feels; of a note that is given twice in two ways nothing is known. */
export function readFeelings(value: unknown, noteCount: number): Checked<ReadonlyMap<number, Feeling>> {
  const parsed = feelingsReply.parse(value)
  if (!parsed.ok) return parsed
  const feelings = new Map<number, Feeling>()
  const disputed = new Set<number>()
  for (const { note, feeling } of parsed.value.feelings) {
    if (note < 1 || note > noteCount) continue
    if ((feelings.get(note) ?? feeling) !== feeling) disputed.add(note)
    feelings.set(note, feeling)
  }
  for (const note of disputed) feelings.delete(note)
  if (feelings.size === 0) return { ok: false, problem: 'it says of none of the notes how it feels.' }
  return { ok: true, value: feelings }
}
