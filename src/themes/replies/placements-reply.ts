import * as z from 'zod'
import { replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'

export type PlacementsVariables = {
  persona: string
  quadrant: string
  /** [number, title, summary] of every theme. */
  themes: readonly (readonly [number, string, string])[]
  noteCount: number
  notes: readonly (readonly [number, string])[]
}

export const placementsForm = z.strictObject({
  placements: z.array(z.strictObject({ note: z.int(), theme: z.int().nullable() })),
})

/** Where notes belong, if anywhere. */
export const placementsReply = replyKind<PlacementsVariables>()({
  name: 'placements',
  form: placementsForm,
  variables: ['persona', 'quadrant', 'themes', 'noteCount', 'notes'],
  needs: ['themes', 'notes'],
})

/** Note number → theme number, or null for none. */
export type Placements = ReadonlyMap<number, number | null>

/** A reply's JSON value → where each of the notes 1 to `noteCount` belongs among the themes 1 to `themeCount`. */
export function readPlacements(value: unknown, noteCount: number, themeCount: number): Checked<Placements> {
  const parsed = placementsReply.parse(value)
  if (!parsed.ok) return parsed
  const placements = new Map<number, number | null>()
  for (const { note, theme } of parsed.value.placements) {
    const isTheme = theme === null || (theme >= 1 && theme <= themeCount)
    if (note >= 1 && note <= noteCount && isTheme && !placements.has(note)) placements.set(note, theme)
  }
  if (placements.size === 0) return { ok: false, problem: 'it places none of the notes.' }
  return { ok: true, value: placements }
}
