import type { SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { newThemeId } from '../summary/theme-id.js'
import { fold } from '../text/fold.js'

/** A theme while decisions are carried out; it may be without notes for a while. */
export type ThemeDraft = Pick<SummaryTheme, 'id' | 'title' | 'summary' | 'continues' | 'before' | 'given'> & {
  merged: { id: string; title: string }[]
  /** What the model called it; absent where people made it. */
  modelTitle?: string
}

/** A note, with the id of the theme where the model had it and of the one where it is, or null. */
export type NoteDraft = { note: SummaryNote; was: string | null; at: string | null }

/** A group while decisions are carried out: its themes, and in which of them each note is. */
export type GroupDraft = {
  themes: ThemeDraft[]
  /** Notes by their folded words. */
  notes: ReadonlyMap<string, NoteDraft>
  /** The theme by its id, by that of one merged into it, by its title, or by one that it had. */
  find(named: string): ThemeDraft | undefined
  /** A theme of this title: the one that has it, or a new one. */
  make(title: string): ThemeDraft
}

/** The model's version of a group → a draft of it. */
export function draftOf(group: SummaryGroup): GroupDraft {
  const themes = group.themes.map(({ id, title, summary, continues, before, given }): ThemeDraft => {
    return {
      id,
      title,
      modelTitle: title,
      summary,
      merged: [],
      ...(continues !== undefined && { continues }),
      ...(before && { before }),
      ...(given && { given }),
    }
  })
  const entryOf = (note: SummaryNote, id: string | null) =>
    [fold(note.text), { note, was: id, at: id }] as const
  const notes = new Map([
    ...group.themes.flatMap((theme) => theme.notes.map((note) => entryOf(note, theme.id))),
    ...group.unplaced.map((note) => entryOf(note, null)),
  ])
  const withTitle = (title: string): ThemeDraft | undefined =>
    themes.find((theme) => fold(theme.title) === fold(title))
  return {
    themes,
    notes,
    find: (named) =>
      themes.find(({ id, merged }) => [id, ...merged.map((other) => other.id)].includes(named)) ??
      withTitle(named) ??
      themes.find(({ modelTitle = '', merged }) =>
        [modelTitle, ...merged.map((other) => other.title)].some((title) => fold(title) === fold(named)),
      ),
    make: (title) => {
      const known = withTitle(title)
      if (known) return known
      const taken = new Set(themes.flatMap(({ id, merged }) => [id, ...merged.map((other) => other.id)]))
      const theme: ThemeDraft = { id: newThemeId(group, title, taken), title, summary: '', merged: [] }
      themes.push(theme)
      return theme
    },
  }
}
