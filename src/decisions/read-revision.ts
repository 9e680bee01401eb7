import { notesOf } from '../summary/notes-of.js'
import type { Summary, SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { fold } from '../text/fold.js'
import { groupName } from '../text/group-name.js'
import type { Decision } from './decision.js'
import { type RevisedRow, sameWords } from './revised-rows.js'
import { decideMoves, type Wish } from './wishes.js'

/** What a table that people changed asks for, in decisions and in words; or every row that cannot be understood. */
export type Revision =
  | { ok: true; decisions: Decision[]; understood: string[] }
  | { ok: false; problems: { row: number; text: string }[] }

/**
 * A summary and the rows of its CSV after people changed the column "theme" → what they decided. Rows may stand in another
 * order or be left out: a note without a row stays where it is.
 */
export function readRevision(summary: Summary, rows: readonly RevisedRow[]): Revision {
  const groups = new Map(summary.groups.map((group) => [keyOf(group), group]))
  const wishes = new Map<SummaryGroup, Map<SummaryNote, Wish>>()
  const problems: { row: number; text: string }[] = []
  for (const revised of rows) {
    const { row, title } = revised
    const group = groups.get(keyOf(revised))
    const found = group && findNote(group, revised)
    if (!group || !found) {
      problems.push({
        row,
        text: group ? noSuchNote(revised, summary) : `there is no group ${groupName(revised)}`,
      })
      continue
    }
    const own = wishes.get(group) ?? new Map<SummaryNote, Wish>()
    wishes.set(group, own)
    const { note, theme } = found
    const wished = theme && isUntouched(revised, theme) ? theme.title : title
    const earlier = own.get(note)
    if (!earlier) own.set(note, { row, title: wished, theme })
    else if (fold(earlier.title) !== fold(wished))
      problems.push({
        row,
        text: `the same note as in row ${earlier.row}, and another theme: ${quote(wished)}, not ${quote(earlier.title)}`,
      })
  }
  if (problems.length > 0) return { ok: false, problems }
  const parts = [...wishes].map(([group, own]) => decideMoves(group, own))
  return {
    ok: true,
    decisions: parts.flatMap(({ decisions }) => decisions),
    understood: parts.flatMap(({ understood }) => understood),
  }
}

const keyOf = ({ persona, quadrant }: { persona: string; quadrant: string }): string =>
  `${fold(persona)}\n${fold(quadrant)}`

const quote = (title: string): string => (title === '' ? 'none' : `“${title}”`)

function findNote(
  group: SummaryGroup,
  { note: words, place }: RevisedRow,
): { note: SummaryNote; theme: SummaryTheme | undefined } | undefined {
  const notes = notesOf(group)
  const note =
    notes.find(({ text }) => fold(text) === fold(words)) ??
    notes.find(({ text, from }) => from.some(({ row }) => row === place) && sameWords(words, text))
  return note && { note, theme: group.themes.find((theme) => theme.notes.includes(note)) }
}

/** Whether a title is as it was, but for what an older encoding cannot write. */
function isUntouched({ title, themeId }: RevisedRow, theme: SummaryTheme): boolean {
  return themeId === theme.id && sameWords(title, theme.title)
}

function noSuchNote({ note, persona, quadrant }: RevisedRow, { groups }: Summary): string {
  const elsewhere = groups.find((group) => notesOf(group).some(({ text }) => fold(text) === fold(note)))
  const shown = note.length > 60 ? `${note.slice(0, 59)}…` : note
  const where = elsewhere ? `; it is one of ${groupName(elsewhere)}, and notes stay in their group` : ''
  return `${groupName({ persona, quadrant })} has no note ${quote(shown)}${where}`
}
