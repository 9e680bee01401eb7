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

/** Themes that may go on from those of last time. */
export const continuedReply = replyKind<ContinuedVariables>()({
  name: 'continued',
  form: z.strictObject({
    themes: z.array(
      z.strictObject({
        title: z.string(),
        summary: z.string(),
        continues: z.int().nullable(),
        notes: z.array(z.int()),
      }),
    ),
    unplaced: z.array(z.int()),
  }),
  variables: [...THEMES_VARIABLES, 'previous'],
  needs: ['notes', 'previous'],
})

/** As `readThemes`, of a reply that goes on from the themes 1 to `previous`; numbers of others are passed over. */
export function readContinued(
  value: unknown,
  noteCount: number,
  themeCount: number,
  previous: number,
): Checked<Assignment> {
  const parsed = continuedReply.parse(value)
  if (!parsed.ok) return parsed
  const isKnown = (number: number | null): boolean => number !== null && number >= 1 && number <= previous
  const themes = parsed.value.themes.map((theme) => ({
    ...theme,
    continues: isKnown(theme.continues) ? theme.continues : null,
  }))
  return readAssignment({ ...parsed.value, themes }, noteCount, themeCount)
}
