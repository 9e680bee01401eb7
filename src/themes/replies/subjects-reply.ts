import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { type Assignment, readAssignment } from './assignment.js'
import { THEMES_VARIABLES, type ThemesVariables } from './themes-reply.js'

/** Themes of a group, its notes that belong to none, and which themes a note of several subjects touches beside its own. */
export const subjectsReply = replyKind<ThemesVariables>()({
  name: 'subjects',
  form: z.strictObject({
    themes: z.array(
      z.strictObject({
        title: z.string(),
        summary: z.string(),
        notes: z.array(z.int()),
        also: z.array(z.int()),
      }),
    ),
    unplaced: z.array(z.int()),
  }),
  variables: THEMES_VARIABLES,
  needs: ['notes'],
})

/** As `readThemes`, of a reply that says what else notes touch. */
export function readSubjects(value: unknown, noteCount: number, themeCount: number): Checked<Assignment> {
  const parsed = subjectsReply.parse(value)
  return parsed.ok ? readAssignment(parsed.value, noteCount, themeCount) : parsed
}
