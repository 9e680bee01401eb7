import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'
import { largest, oneLine } from './assignment.js'

export type MergeVariables = {
  persona: string
  quadrant: string
  language: string
  themeCount: number
  themeWord: string
  /** [number, title, summary, notes] of every theme that was found in a part of the group. */
  themes: readonly (readonly [number, string, string, number])[]
}

/** The themes of a large group's parts, merged. */
export const mergeReply = replyKind<MergeVariables>()({
  name: 'merge',
  form: z.strictObject({
    themes: z.array(z.strictObject({ title: z.string(), summary: z.string(), themes: z.array(z.int()) })),
  }),
  variables: ['persona', 'quadrant', 'language', 'themeCount', 'themeWord', 'themes'],
  needs: ['themes'],
})

/** A theme of the whole, and the numbers of the found themes it is made of. */
export type MergedTheme = { title: string; summary: string; themes: number[] }

/** Merged themes, and how many more than wanted there were. */
export type Merge = { themes: MergedTheme[]; surplus: number }

/**
 * A reply's JSON value → how found themes, whose sizes in notes are given, are merged in at most `themeCount` themes; of
 * more the largest are kept. A number that is given twice counts where it is given first.
 */
export function readMerge(value: unknown, sizes: readonly number[], themeCount: number): Checked<Merge> {
  const parsed = mergeReply.parse(value)
  if (!parsed.ok) return parsed
  const seen = new Set<number>()
  const merged: MergedTheme[] = []
  for (const [index, { title, summary, themes: numbers }] of parsed.value.themes.entries()) {
    if (title.trim() === '') return { ok: false, problem: `theme ${index + 1} has no title.` }
    if (summary.trim() === '') return { ok: false, problem: `theme ${index + 1} has no summary.` }
    const own = numbers.filter((number) => {
      const isNew = number >= 1 && number <= sizes.length && !seen.has(number)
      seen.add(number)
      return isNew
    })
    if (own.length > 0) merged.push({ title: oneLine(title), summary: oneLine(summary), themes: own })
  }
  if (merged.length === 0) return { ok: false, problem: 'no theme is made of found themes.' }
  const sizeOf = ({ themes }: MergedTheme): number =>
    themes.reduce((sum, number) => sum + (sizes[number - 1] ?? 0), 0)
  const themes = largest(merged, themeCount, sizeOf)
  return { ok: true, value: { themes, surplus: merged.length - themes.length } }
}
