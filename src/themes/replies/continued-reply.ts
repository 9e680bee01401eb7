import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { type Assignment, readAssignment } from './assignment.js'
import { THEMES_VARIABLES, type ThemesVariables } from './themes-reply.js'

/** The same as for themes, and those of last time. */
export type ContinuedVariables = ThemesVariables & {
  /** [number, title, summary] of every theme of last time. */
  previous: readonly (readonly [number, string, string])[]
}

const continued = z.strictObject({
  title: z.string(),
  summary: z.string(),
  continues: z.int().nullable(),
  notes: z.array(z.int()),
})

const asks = {
  variables: [...THEMES_VARIABLES, 'previous' as const],
  needs: ['notes' as const, 'previous' as const],
}

/** Themes that may go on from those of last time. */
export const continuedReply = replyKind<ContinuedVariables>()({
  name: 'continued',
  form: z.strictObject({ themes: z.array(continued), unplaced: z.array(z.int()) }),
  ...asks,
})

/** The same, and which themes a note of several subjects touches beside its own. */
export const continuedSubjectsReply = replyKind<ContinuedVariables>()({
  name: 'continued-subjects',
  form: z.strictObject({
    themes: z.array(continued.extend({ also: z.array(z.int()) })),
    unplaced: z.array(z.int()),
  }),
  ...asks,
})

export const CONTINUED_REPLIES = [continuedReply, continuedSubjectsReply] as const

/** As `readThemes`, of a reply that goes on from the themes 1 to `previous`; numbers of others are passed over. */
export function readContinued(
  kind: (typeof CONTINUED_REPLIES)[number],
  value: unknown,
  noteCount: number,
  themeCount: number,
  previous: number,
): Checked<Assignment> {
  const parsed = kind.parse(value)
  if (!parsed.ok) return parsed
  const isKnown = (number: number | null): boolean => number !== null && number >= 1 && number <= previous
  const themes = parsed.value.themes.map((theme) => ({
    ...theme,
    continues: isKnown(theme.continues) ? theme.continues : null,
  }))
  return readAssignment({ ...parsed.value, themes }, noteCount, themeCount)
}
