import * as z from 'zod'
import { type ReplyKind, replyKind } from '../../prompts/reply-kind.js'
import type { Checked } from '../../text/checked.js'

export type PlacementsVariables = {
  persona: string
  quadrant: string
  /** [number, title, summary] of every theme. */
  themes: readonly (readonly [number, string, string])[]
  noteCount: number
  notes: readonly (readonly [number, string])[]
}

const placement = z.strictObject({ note: z.int(), theme: z.int().nullable() })

export const placementsForm = z.strictObject({ placements: z.array(placement) })

const asks = {
  variables: [...(['persona', 'quadrant', 'themes', 'noteCount', 'notes'] as const)],
  needs: [...(['themes', 'notes'] as const)],
}

/** Where notes belong, if anywhere. */
export const placementsReply = replyKind<PlacementsVariables>()({
  name: 'placements',
  form: placementsForm,
  ...asks,
})

/** The same, and which themes a note of several subjects touches beside its own. */
export const placedSubjectsReply = replyKind<PlacementsVariables>()({
  name: 'placed-subjects',
  form: z.strictObject({ placements: z.array(placement.extend({ also: z.array(z.int()) })) }),
  ...asks,
})

export const PLACEMENTS_REPLIES = [placementsReply, placedSubjectsReply] as const

/** The number of a note's theme, or null for none, and of the themes that it touches. */
export type Placement = { theme: number | null; also: readonly number[] }

/** Note number → where it belongs. */
export type Placements = ReadonlyMap<number, Placement>

type SaidPlacement = { note: number; theme: number | null; also?: number[] }

/** A reply's JSON value → where each of the notes 1 to `noteCount` belongs among the themes 1 to `themeCount`. */
export function readPlacements(
  kind: ReplyKind<never, { placements: SaidPlacement[] }>,
  value: unknown,
  noteCount: number,
  themeCount: number,
): Checked<Placements> {
  const parsed = kind.parse(value)
  if (!parsed.ok) return parsed
  const isTheme = (number: number): boolean => number >= 1 && number <= themeCount
  const placements = new Map<number, Placement>()
  for (const { note, theme, also = [] } of parsed.value.placements) {
    if (note < 1 || note > noteCount || placements.has(note)) continue
    if (theme === null || isTheme(theme)) placements.set(note, { theme, also: also.filter(isTheme) })
  }
  if (placements.size === 0) return { ok: false, problem: 'it places none of the notes.' }
  return { ok: true, value: placements }
}
