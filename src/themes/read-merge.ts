import type { Checked } from '../model/ask.js'
import { parseMergeReply } from './reply-form.js'

/** A theme of the whole, and the numbers of the found themes it is made of. */
export type MergedTheme = { title: string; summary: string; themes: number[] }

/**
 * A reply's JSON value → how the themes 1 to `found` are merged, in at most `themeCount` themes. A number that is given
 * twice counts where it is given first.
 */
export function readMerge(value: unknown, found: number, themeCount: number): Checked<MergedTheme[]> {
  const parsed = parseMergeReply(value)
  if (!parsed.ok) return parsed
  const { themes } = parsed.value
  if (themes.length > themeCount) {
    return {
      ok: false,
      problem: `there are ${themes.length} themes, and at most ${themeCount} are wanted.`,
    }
  }
  const seen = new Set<number>()
  const merged: MergedTheme[] = []
  for (const [index, { title, summary, themes: numbers }] of themes.entries()) {
    if (title.trim() === '') return { ok: false, problem: `theme ${index + 1} has no title.` }
    if (summary.trim() === '') return { ok: false, problem: `theme ${index + 1} has no summary.` }
    const own = numbers.filter((number) => {
      const isNew = number >= 1 && number <= found && !seen.has(number)
      seen.add(number)
      return isNew
    })
    if (own.length > 0) merged.push({ title: oneLine(title), summary: oneLine(summary), themes: own })
  }
  if (merged.length === 0) return { ok: false, problem: 'no theme is made of found themes.' }
  return { ok: true, value: merged }
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
