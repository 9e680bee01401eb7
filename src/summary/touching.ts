import { notesOf } from './notes-of.js'
import type { SummaryGroup, SummaryNote, SummaryTheme } from './summary.js'

/** A note that touches a theme, and the one where it is at home. */
export type Touch = { note: SummaryNote; home: SummaryTheme; theme: SummaryTheme }

/**
 * Which notes of a group touch which other theme than their own. A theme that people merged is touched as the one that it was put
 * into; notes that people put into the theme they touched, or in none, touch it no more.
 */
export function touchesOf({ themes }: Pick<SummaryGroup, 'themes'>): Touch[] {
  const now = new Map(
    themes.flatMap((theme) =>
      [theme.id, ...(theme.merged ?? []).map(({ id }) => id)].map((id) => [id, theme] as const),
    ),
  )
  return themes.flatMap((home) =>
    home.notes.flatMap((note) => {
      const touched = new Set((note.also ?? []).flatMap((id) => now.get(id) ?? []))
      return [...touched].filter((theme) => theme !== home).map((theme) => ({ note, home, theme }))
    }),
  )
}

/** The notes that touch each theme, by its id. */
export function touchingOf(group: Pick<SummaryGroup, 'themes'>): ReadonlyMap<string, readonly Touch[]> {
  const touching = new Map<string, Touch[]>(group.themes.map(({ id }) => [id, []]))
  for (const touch of touchesOf(group)) touching.get(touch.theme.id)?.push(touch)
  return touching
}

/** The first note that is said to touch a theme that its group never had; nothing where there is none. */
export function strangeTouch(group: SummaryGroup): SummaryNote | undefined {
  const themes = [...group.themes, ...(group.decided?.model.themes ?? [])]
  const known = new Set(themes.map(({ id }) => id))
  return notesOf(group).find(({ also = [] }) => also.some((id) => !known.has(id)))
}
