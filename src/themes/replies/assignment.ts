import type { Checked } from '../../text/checked.js'

/** How ids came back, as counts of distinct notes. */
export type IdTally = {
  /** Given by no theme and not as unplaced. */
  omitted: number
  /** Given more than once. */
  repeated: number
  /** Ids that no note of the group has. */
  unknown: number
}

export type ThemeDraft = {
  title: string
  summary: string
  ids: number[]
  /** Notes that touch it and have another home, as far as the reply says. */
  also?: number[] | undefined
  /** Number of the theme of last time that it continues. */
  continues?: number | undefined
}

/** What a reply says about the notes 1 to n of a group: every id is in exactly one theme, unplaced or leftover. */
export type Assignment = {
  themes: ThemeDraft[]
  unplaced: number[]
  /** Omitted and repeated ids, and those of surplus themes: it is still to be asked where they belong. */
  leftovers: number[]
  tally: IdTally
  /** How many themes the reply had beyond those that were wanted. */
  surplus: number
}

type SaidTheme = {
  title: string
  summary: string
  notes: number[]
  also?: number[]
  continues?: number | null
}

/**
 * Themes as a reply names them → which of the notes 1 to `noteCount` are where, in at most `themeCount` themes. Of more
 * themes than that the largest are kept, and the notes of the others are leftovers.
 */
export function readAssignment(
  said: { themes: readonly SaidTheme[]; unplaced: readonly number[] },
  noteCount: number,
  themeCount: number,
): Checked<Assignment> {
  const problem = (text: string): Checked<Assignment> => ({ ok: false, problem: text })
  const isKnown = (id: number): boolean => id >= 1 && id <= noteCount

  if (said.themes.length === 0) return problem('there are no themes.')
  const filled = said.themes.filter(({ notes }) => notes.some(isKnown)) // a theme of no note is none
  if (filled.length === 0) return problem('no theme names a note of this group.')
  for (const [index, theme] of said.themes.entries()) {
    if (!filled.includes(theme)) continue
    if (showsNothing(theme.title)) return problem(`theme ${index + 1} has no title.`)
    if (showsNothing(theme.summary)) return problem(`theme ${index + 1} has no summary.`)
  }

  const given = [...said.themes.flatMap(({ notes }) => [...new Set(notes)]), ...new Set(said.unplaced)]
  const times = new Map<number, number>()
  for (const id of given) times.set(id, (times.get(id) ?? 0) + 1)
  const all = Array.from({ length: noteCount }, (_, index) => index + 1)
  const omitted = all.filter((id) => !times.has(id))
  const repeated = all.filter((id) => (times.get(id) ?? 0) > 1)
  const once = (id: number): boolean => isKnown(id) && times.get(id) === 1

  const drafts = filled.map(({ title, summary, notes, also, continues }) => ({
    title: oneLine(title),
    summary: oneLine(summary),
    ids: [...new Set(notes)].filter(once),
    ...(also && { also: [...new Set(also)].filter((id) => isKnown(id) && !notes.includes(id)) }),
    ...(typeof continues === 'number' && { continues }),
  }))
  const themes = largest(drafts, themeCount, ({ ids }) => ids.length)
  const surplus = drafts.filter((draft) => !themes.includes(draft))
  return {
    ok: true,
    value: {
      themes,
      unplaced: [...new Set(said.unplaced)].filter(once),
      leftovers: [...omitted, ...repeated, ...surplus.flatMap(({ ids }) => ids)].sort((a, b) => a - b),
      tally: {
        omitted: omitted.length,
        repeated: repeated.length,
        unknown: [...times.keys()].filter((id) => !isKnown(id)).length,
      },
      surplus: surplus.length,
    },
  }
}

/** The largest of some things, in the order that they have. */
export function largest<T>(things: readonly T[], most: number, sizeOf: (thing: T) => number): T[] {
  if (things.length <= most) return [...things]
  const chosen = new Set([...things].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most))
  return things.filter((thing) => chosen.has(thing))
}

/** Whether a text is of spaces and characters that nobody sees. */
const showsNothing = (text: string): boolean => !/[^\p{Z}\p{C}\p{M}\u115F\u1160\u3164\uFFA0]/u.test(text)

/** A title or summary on one line. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** What touches any of several themes that become one. */
export function joinAlso(themes: readonly ThemeDraft[]): number[] | undefined {
  const also = themes.flatMap((theme) => theme.also ?? [])
  return also.length === 0 ? undefined : [...new Set(also)]
}
