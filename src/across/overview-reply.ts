import * as z from 'zod'
import { replyKind } from '../prompts/reply-kind.js'
import type { Checked } from '../text/checked.js'

export type OverviewVariables = {
  language: string
  personas: readonly (readonly [number, string])[]
  quadrants: readonly (readonly [number, string])[]
  /** [number, number of its persona, number of its quadrant, title, summary] of every theme. */
  themes: readonly (readonly [number, number, number, string, string])[]
}

const statements = z.array(z.strictObject({ text: z.string(), themes: z.array(z.int()) }))

const form = z.strictObject({
  personas: z.array(z.strictObject({ persona: z.int(), statements })),
  quadrants: z.array(z.strictObject({ quadrant: z.int(), shared: statements, apart: statements })),
})

export type OverviewReply = z.infer<typeof form>

/** What the themes of all groups say together. */
export const overviewReply = replyKind<OverviewVariables>()({
  name: 'overview',
  form,
  variables: ['language', 'personas', 'quadrants', 'themes'],
  needs: ['themes'],
})

/** A reply's JSON value → statements about personas and quadrants by number. */
export function readOverview(value: unknown): Checked<OverviewReply> {
  const parsed = overviewReply.parse(value)
  if (!parsed.ok) return parsed
  const isEmpty = parsed.value.personas.every(({ statements }) => statements.length === 0)
  return isEmpty ? { ok: false, problem: 'it says nothing about any persona.' } : parsed
}
