import { sum, toHundredths } from '../text/sum.js'
import type { GroupDraft, NoteDraft } from './group-draft.js'

/**
 * How far people and the model agree about a group: the share of the notes that people moved or set aside, and Cohen's kappa
 * (J. Cohen, A coefficient of agreement for nominal scales, 1960) of the two ways to sort them, "in no theme" being one
 * place, and a theme that was merged into another the same as that. Notes count as often as they were written.
 */
export function agreementOf({ notes, find }: GroupDraft): { shareMoved: number; kappa: number } {
  const placed = [...notes.values()].map(({ note, was, at }) => {
    return { count: note.from.length, was: was === null ? null : (find(was)?.id ?? was), at }
  })
  const all = sum(placed.map(({ count }) => count))
  const observed = sum(placed.filter(({ was, at }) => was === at).map(({ count }) => count)) / all
  const expected = sum(
    [...new Set(placed.map(({ was }) => was))].map(
      (id) => (countOf(placed, 'was', id) / all) * (countOf(placed, 'at', id) / all),
    ),
  )
  const kappa = expected === 1 ? 1 : (observed - expected) / (1 - expected)
  return { shareMoved: toHundredths(1 - observed), kappa: toHundredths(kappa) }
}

type Placed = Pick<NoteDraft, 'was' | 'at'> & { count: number }

function countOf(placed: readonly Placed[], side: 'was' | 'at', id: string | null): number {
  return sum(placed.filter((note) => note[side] === id).map(({ count }) => count))
}
