import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { oneLine } from './assignment.js'

/** A theme whose title or summary is to be written anew. */
export type ThemeToMend = {
  theme: number
  title: string
  summary: string
  problems: readonly string[]
  notes: readonly string[]
}

export type MendedVariables = {
  persona: string
  quadrant: string
  language: string
  /** Themes with what was found wrong, worded for the model, and the notes they are made of. */
  themes: readonly ThemeToMend[]
}

/** Other titles and summaries. */
export const mendedReply = replyKind<MendedVariables>()({
  name: 'mended',
  form: z.strictObject({
    themes: z.array(z.strictObject({ theme: z.int(), title: z.string(), summary: z.string() })),
  }),
  variables: ['persona', 'quadrant', 'language', 'themes'],
  needs: ['themes'],
})

/** A theme's new title and summary, by its number. */
export type MendedTheme = { theme: number; title: string; summary: string }

/** A reply's JSON value → new titles and summaries of the themes with these numbers; others and empty ones are passed over. */
export function readMended(value: unknown, numbers: readonly number[]): Checked<MendedTheme[]> {
  const parsed = mendedReply.parse(value)
  if (!parsed.ok) return parsed
  const mended = parsed.value.themes.filter(
    ({ theme, title, summary }) => numbers.includes(theme) && title.trim() !== '' && summary.trim() !== '',
  )
  if (mended.length === 0) return { ok: false, problem: 'it mends none of the themes.' }
  return {
    ok: true,
    value: mended.map(({ theme, title, summary }) => ({
      theme,
      title: oneLine(title),
      summary: oneLine(summary),
    })),
  }
}
