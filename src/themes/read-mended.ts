import type { Checked } from '../model/ask.js'
import { parseMendedReply } from './reply-form.js'

/** A theme's new title and summary, by its number. */
export type MendedTheme = { theme: number; title: string; summary: string }

/** A reply's JSON value → new titles and summaries of the themes with these numbers; others and empty ones are passed over. */
export function readMended(value: unknown, numbers: readonly number[]): Checked<MendedTheme[]> {
  const parsed = parseMendedReply(value)
  if (!parsed.ok) return parsed
  const mended = parsed.value.themes.filter(
    ({ theme, title, summary }) => numbers.includes(theme) && title.trim() !== '' && summary.trim() !== '',
  )
  if (mended.length === 0) return { ok: false, problem: 'it mends none of the themes.' }
  return {
    ok: true,
    value: mended.map(({ theme, title, summary }) => ({
      theme,
      title: title.trim().replace(/\s+/g, ' '),
      summary: summary.trim().replace(/\s+/g, ' '),
    })),
  }
}
