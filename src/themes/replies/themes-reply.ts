import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { type Assignment, readAssignment } from './assignment.js'

/** What a prompt knows that asks for the themes of a group. */
export type ThemesVariables = {
  persona: string
  quadrant: string
  /** The question the quadrant asks of the persona; "" where the map has none. */
  question: string
  /** What to look for; "" where the map has none. */
  lens: string
  /** The language to write in, by its English name; "" for that of the notes. */
  language: string
  /** How many themes are wanted, as a number and as a word. */
  themeCount: number
  themeWord: string
  /** How many notes there are, duplicates counted once. */
  noteCount: number
  /** [number, text] of every note. */
  notes: readonly (readonly [number, string])[]
}

export const THEMES_VARIABLES = [
  ...(['persona', 'quadrant', 'question', 'lens', 'language'] as const),
  ...(['themeCount', 'themeWord', 'noteCount', 'notes'] as const),
]

/** The themes of a group, and its notes that belong to none. */
export const themesReply = replyKind<ThemesVariables>()({
  name: 'themes',
  form: z.strictObject({
    themes: z.array(z.strictObject({ title: z.string(), summary: z.string(), notes: z.array(z.int()) })),
    unplaced: z.array(z.int()),
  }),
  variables: THEMES_VARIABLES,
  needs: ['notes'],
})

/** A reply's JSON value → which of the notes 1 to `noteCount` are where, in at most `themeCount` themes. */
export function readThemes(value: unknown, noteCount: number, themeCount: number): Checked<Assignment> {
  const parsed = themesReply.parse(value)
  return parsed.ok ? readAssignment(parsed.value, noteCount, themeCount) : parsed
}
