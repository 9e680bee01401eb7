import type { Checked } from '../model/ask.js'
import {
  type ContinuedReply,
  parseContinuedReply,
  parsePlacementsReply,
  parseThemesReply,
  type ThemesReply,
} from './reply-form.js'

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
  /** Number of the theme of last time that it continues. */
  continues?: number | undefined
}

/** What a reply says about the notes 1 to n of a group: every id is in exactly one theme, unplaced or leftover. */
export type Assignment = {
  themes: ThemeDraft[]
  unplaced: number[]
  /** Omitted and repeated ids: it is still to be asked where they belong. */
  leftovers: number[]
  tally: IdTally
}

/** A reply's JSON value → which of the notes 1 to `noteCount` are where, in at most `themeCount` themes. */
export function readThemes(value: unknown, noteCount: number, themeCount: number): Checked<Assignment> {
  const parsed = parseThemesReply(value)
  return parsed.ok ? readAssignment(parsed.value, noteCount, themeCount) : parsed
}

/** The same of a reply that goes on from the themes 1 to `previous` of last time; numbers of others are passed over. */
export function readContinued(
  value: unknown,
  noteCount: number,
  themeCount: number,
  previous: number,
): Checked<Assignment> {
  const parsed = parseContinuedReply(value)
  if (!parsed.ok) return parsed
  const read = readAssignment(parsed.value, noteCount, themeCount)
  if (!read.ok) return read
  const isKnown = (number: number | null | undefined): number is number =>
    typeof number === 'number' && number >= 1 && number <= previous
  const themes = read.value.themes.map((theme, index) => {
    const continues = parsed.value.themes[index]?.continues
    return isKnown(continues) ? { ...theme, continues } : theme
  })
  return { ok: true, value: { ...read.value, themes } }
}

function readAssignment(
  { themes, unplaced }: ThemesReply | ContinuedReply,
  noteCount: number,
  themeCount: number,
): Checked<Assignment> {
  const problem = (text: string): Checked<Assignment> => ({ ok: false, problem: text })
  const isKnown = (id: number): boolean => id >= 1 && id <= noteCount

  if (themes.length === 0) return problem('there are no themes.')
  if (themes.length > themeCount) {
    return problem(`there are ${themes.length} themes, and at most ${themeCount} are wanted.`)
  }
  for (const [index, { title, summary, notes }] of themes.entries()) {
    if (title.trim() === '') return problem(`theme ${index + 1} has no title.`)
    if (summary.trim() === '') return problem(`theme ${index + 1} has no summary.`)
    if (!notes.some(isKnown)) return problem(`theme ${index + 1} names no note of this group.`)
  }

  const given = [...themes.flatMap(({ notes }) => [...new Set(notes)]), ...new Set(unplaced)]
  const times = new Map<number, number>()
  for (const id of given) times.set(id, (times.get(id) ?? 0) + 1)
  const all = Array.from({ length: noteCount }, (_, index) => index + 1)
  const omitted = all.filter((id) => !times.has(id))
  const repeated = all.filter((id) => (times.get(id) ?? 0) > 1)
  const once = (id: number): boolean => isKnown(id) && times.get(id) === 1

  return {
    ok: true,
    value: {
      themes: themes.map(({ title, summary, notes }) => ({
        title: title.trim().replace(/\s+/g, ' '),
        summary: summary.trim().replace(/\s+/g, ' '),
        ids: [...new Set(notes)].filter(once),
      })),
      unplaced: [...new Set(unplaced)].filter(once),
      leftovers: [...omitted, ...repeated].sort((a, b) => a - b),
      tally: {
        omitted: omitted.length,
        repeated: repeated.length,
        unknown: [...times.keys()].filter((id) => !isKnown(id)).length,
      },
    },
  }
}

/** Note number → theme number, or null for none. */
export type Placements = ReadonlyMap<number, number | null>

/** A reply's JSON value → where each of the notes 1 to `noteCount` belongs among the themes 1 to `themeCount`. */
export function readPlacements(value: unknown, noteCount: number, themeCount: number): Checked<Placements> {
  const parsed = parsePlacementsReply(value)
  if (!parsed.ok) return parsed
  const placements = new Map<number, number | null>()
  for (const { note, theme } of parsed.value.placements) {
    const isTheme = theme === null || (theme >= 1 && theme <= themeCount)
    if (note >= 1 && note <= noteCount && isTheme && !placements.has(note)) placements.set(note, theme)
  }
  if (placements.size === 0) return { ok: false, problem: 'it places none of the notes.' }
  return { ok: true, value: placements }
}
