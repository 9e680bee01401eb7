import { fold } from '../text/fold.js'
import type { Change, Merge, Move, NewTheme, Rewording } from './decision.js'
import type { GroupDraft, ThemeDraft } from './group-draft.js'

/** What a decision named, and is gone. */
export type Gone = { gone: 'theme' | 'note'; named: string }

/**
 * Carries out one decision on a draft, as far as what it names is still there. → what is gone. Of several themes to be merged
 * one that is there is enough, for the others may have been merged into it the last time.
 */
export function carryOut(change: Change, draft: GroupDraft): Gone[] {
  if ('note' in change) return moveNote(change, draft)
  if ('merge' in change) return mergeThemes(change, draft)
  if ('new' in change) return makeTheme(change, draft)
  const theme = draft.find(change.theme)
  if (!theme) return [{ gone: 'theme', named: change.theme }]
  reword(theme, change)
  return []
}

function reword(theme: ThemeDraft, { title, summary }: Omit<Rewording, 'theme'>): void {
  if (title !== undefined) theme.title = title
  if (summary !== undefined) theme.summary = summary
}

function moveNote({ note, to }: Move, { notes, find }: GroupDraft): Gone[] {
  const entry = notes.get(fold(note))
  const theme = to === null ? null : find(to)
  if (!entry) return [{ gone: 'note', named: note }]
  if (theme === undefined) return [{ gone: 'theme', named: String(to) }]
  entry.at = theme?.id ?? null
  return []
}

function mergeThemes(change: Merge, { themes, notes, find }: GroupDraft): Gone[] {
  const [first, ...others] = [...new Set(change.merge.flatMap((named) => find(named) ?? []))]
  if (!first) return [{ gone: 'theme', named: change.merge.join(', ') }]
  for (const other of others) {
    first.merged.push({ id: other.id, title: other.title }, ...other.merged)
    themes.splice(themes.indexOf(other), 1)
    if (other.before)
      first.before = { ...other.before, notes: other.before.notes + (first.before?.notes ?? 0) }
    for (const entry of notes.values()) if (entry.at === other.id) entry.at = first.id
  }
  reword(first, change)
  return []
}

function makeTheme(change: NewTheme, draft: GroupDraft): Gone[] {
  const entries = change.notes.map((named) => ({ named, entry: draft.notes.get(fold(named)) }))
  const gone = entries.flatMap(({ named, entry }): Gone[] => (entry ? [] : [{ gone: 'note', named }]))
  if (gone.length === entries.length) return gone
  const theme = draft.make(change.new)
  if (change.summary !== undefined) theme.summary = change.summary
  for (const { entry } of entries) if (entry) entry.at = theme.id
  return gone
}
