import { countNotes } from '../summary/count-notes.js'
import type { SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { countOf } from '../text/count-of.js'
import { fold } from '../text/fold.js'
import { groupName } from '../text/group-name.js'
import type { Decision } from './decision.js'

/** Where a note should be: under this title, or under none; and where it is. */
export type Wish = { row: number; title: string; theme: SummaryTheme | undefined }

type Wished = { title: string; notes: SummaryNote[] }

/**
 * What is wished for the notes of a group → decisions, and the same in words. The title of another theme moves a note, none
 * sets it aside. A new title renames the theme of which all notes have it, or makes a theme of the notes that have it.
 */
export function decideMoves(
  group: SummaryGroup,
  wishes: ReadonlyMap<SummaryNote, Wish>,
): { decisions: Decision[]; understood: string[] } {
  const { persona, quadrant } = group
  const decisions: Decision[] = []
  const understood: string[] = []
  const decide = (decision: Decision, words: string): void => {
    decisions.push(decision)
    understood.push(`${groupName(group)}: ${words}`)
  }
  const titles = new Map(group.themes.map((theme) => [fold(theme.title), theme]))

  for (const { title, notes } of byTitle(wishes)) {
    const known = titles.get(fold(title))
    if (title === '' || known) {
      const to = known?.id ?? null
      const what = known ? `moves to “${known.title}”` : 'is in no theme'
      for (const { text } of notes)
        decide({ persona, quadrant, note: text, to }, `“${shortened(text)}” ${what}`)
      continue
    }
    const renamed = group.themes.filter((theme) => theme.notes.every((note) => notes.includes(note)))
    const [first, ...others] = renamed
    if (!first) {
      const texts = notes.map(({ text }) => text)
      decide(
        { persona, quadrant, new: title, notes: texts },
        `${countOf(countNotes(notes), 'note')} make a new theme, “${title}”`,
      )
      continue
    }
    if (others.length > 0) {
      const names = renamed.map((theme) => `“${theme.title}”`).join(' and ')
      decide(
        { persona, quadrant, merge: renamed.map(({ id }) => id), title },
        `${names} become one theme, “${title}”`,
      )
    } else decide({ persona, quadrant, theme: first.id, title }, `“${first.title}” is called “${title}”`)
    const joining = notes.filter((note) => !renamed.some((theme) => theme.notes.includes(note)))
    for (const { text } of joining)
      decide({ persona, quadrant, note: text, to: first.id }, `“${shortened(text)}” moves to “${title}”`)
  }
  return { decisions, understood }
}

/** Notes whose wish is not what is, by the title they should have, in the order of the table. */
function byTitle(wishes: ReadonlyMap<SummaryNote, Wish>): Wished[] {
  const wished = new Map<string, Wished>()
  for (const [note, { title, theme }] of wishes) {
    if (fold(title) === fold(theme?.title ?? '')) continue
    const same = wished.get(fold(title))
    if (same) same.notes.push(note)
    else wished.set(fold(title), { title, notes: [note] })
  }
  return [...wished.values()]
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
