import { countNotes } from './count-notes.js'
import type { SummaryHeartbeat, SummaryNote } from './summary.js'

/** How many notes feel how, those with the same words counted each time. */
export function countFeelings(notes: readonly SummaryNote[]): SummaryHeartbeat {
  const of = (feeling: SummaryNote['feeling']): number =>
    countNotes(notes.filter((note) => note.feeling === feeling))
  return {
    pleasant: of('pleasant'),
    neutral: of('neutral'),
    unpleasant: of('unpleasant'),
    unsaid: of(undefined),
  }
}

/** Where the line of a group stands, from -1 (all unpleasant) to 1 (all pleasant); nothing where no note says how it feels. */
export function heightOf({ pleasant, neutral, unpleasant }: SummaryHeartbeat): number | undefined {
  const said = pleasant + neutral + unpleasant
  return said === 0 ? undefined : (pleasant - unpleasant) / said
}

/** The share of each feeling among the notes that have one. */
export function sharesOf({ pleasant, neutral, unpleasant }: SummaryHeartbeat) {
  const said = Math.max(pleasant + neutral + unpleasant, 1)
  return { pleasant: pleasant / said, neutral: neutral / said, unpleasant: unpleasant / said }
}
