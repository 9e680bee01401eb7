import type { Decision } from '../../decisions/decision.js'
import type { Summary, SummaryGroup, SummaryNote, SummaryTheme } from '../../summary/summary.js'

/** A column of the board: a theme, or the notes in none. */
export type Column = { id: string | null; title: string; theme?: SummaryTheme; notes: readonly SummaryNote[] }

/** Columns of a group, those in no theme last. */
export function columnsOf({ themes, unplaced }: SummaryGroup): Column[] {
  return [
    ...themes.map((theme): Column => ({ id: theme.id, title: theme.title, theme, notes: theme.notes })),
    { id: null, title: 'In no theme', notes: unplaced },
  ]
}

export const sizeOf = (notes: readonly SummaryNote[]): number =>
  notes.reduce((sum, { from }) => sum + from.length, 0)

export const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** "“bike ride in to w…”": the beginning of a note, for a sentence. */
export const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`
}

/** "the move of “bike ride…”": a decision, for a sentence. */
export function describeDecision(decision: Decision): string {
  if ('note' in decision) return `the move of ${short(decision.note)}`
  if ('merge' in decision) return 'the joining of two themes'
  if ('new' in decision) return `the theme “${decision.new}”`
  if (decision.title !== undefined) return `the title “${decision.title}”`
  return 'the summary of a theme'
}

/** What people changed in a group beside the model's version, a sentence each. */
export function changesOf(group: SummaryGroup): string[] {
  const { themes, unplaced, decided } = group
  if (!decided) return []
  const before = new Map(decided.model.themes.map(({ id, title }) => [id, title]))
  const was = (id: string | null | undefined): string =>
    id === null || id === undefined ? 'in no theme' : `in “${before.get(id) ?? id}”`
  const moved = (notes: readonly SummaryNote[], where: string): string[] =>
    notes
      .filter(({ placedBy }) => placedBy)
      .map(({ text, modelTheme }) => `${short(text)} is ${where}; the model had it ${was(modelTheme)}.`)
  return [
    ...themes.flatMap((theme) => [
      ...(theme.titledBy && theme.modelTitle !== undefined
        ? [`“${theme.title}” is what the model called “${theme.modelTitle}”.`]
        : []),
      ...(theme.titledBy && theme.modelTitle === undefined ? [`“${theme.title}” was made by people.`] : []),
      ...(theme.summarizedBy ? [`The summary of “${theme.title}” was written by people.`] : []),
      ...(theme.merged ?? []).map(({ title }) => `“${title}” was put into “${theme.title}”.`),
      ...moved(theme.notes, `in “${theme.title}”`),
    ]),
    ...moved(unplaced, 'in no theme'),
  ]
}

/** " Its quotation marks are gone: no note of it says that." where a text that was given stands without them. */
export function withoutQuotations(decisions: readonly Decision[], { groups }: Summary): string {
  const marks = (text = ''): number => text.match(/["“”„«»「」]/g)?.length ?? 0
  const isChanged = decisions.some((decision) => {
    if (!('theme' in decision)) return false
    const theme = groups.flatMap(({ themes }) => themes).find(({ id }) => id === decision.theme)
    return theme && (['title', 'summary'] as const).some((part) => marks(decision[part]) > marks(theme[part]))
  })
  return isChanged ? ' Its quotation marks are gone: no note of it says these words.' : ''
}
