import { decideGroup } from '../decisions/decide-group.js'
import { buildGroup } from '../summary/build-summary.js'
import { countNotes } from '../summary/count-notes.js'
import { isSameGroup } from '../summary/themes-of-group.js'
import { sum } from '../text/sum.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Board } from './load-board.js'
import { type ThresholdSettings, thresholdsOf } from './thresholds-of.js'

/** How far people and the model agree, over the groups that people changed, as means weighted by notes. */
export type DecidedMeasures = { shareMoved: number; kappa: number }

/** What a run made of a board, beside what people decided about it; nothing where they decided nothing that still applies. */
export function measureDecisions(
  results: readonly GroupResult[],
  { sources, decisions }: Board,
  settings: ThresholdSettings,
): DecidedMeasures | undefined {
  if (!decisions) return undefined
  const changed = results.flatMap((result) => {
    const group = buildGroup(result, sources)
    const own = decisions.filter((decision) => isSameGroup(decision, group))
    const { decided, themes, unplaced } = decideGroup(group, own, thresholdsOf(settings)).group
    return decided
      ? [{ ...decided, notes: countNotes([...themes.flatMap(({ notes }) => notes), ...unplaced]) }]
      : []
  })
  const all = sum(changed.map(({ notes }) => notes))
  if (all === 0) return undefined
  const mean = (of: (group: (typeof changed)[number]) => number): number =>
    sum(changed.map((group) => group.notes * of(group))) / all
  return { shareMoved: mean(({ shareMoved }) => shareMoved), kappa: mean(({ kappa }) => kappa) }
}
