import { countNotes } from '../../summary/count-notes.js'
import type { SummaryGroup } from '../../summary/summary.js'
import { countOf } from '../../text/count-of.js'
import { describeFinding } from './describe-finding.js'

/** What was checked in a group, in short clauses: how many notes are in themes, and what was found. */
export function checksOf(group: SummaryGroup): string[] {
  const all = allNotes(group)
  const placed = all - countNotes(group.unplaced)
  const { omitted = 0, repeated = 0, unknown = 0, unsettled = 0, misquoted = 0 } = group.checks ?? {}
  return [
    `${placed} of ${countOf(all, 'note')} in themes`,
    ...(omitted + repeated > 0
      ? [`${countOf(omitted + repeated, 'note')} left out or given twice and asked about again`]
      : []),
    ...(unsettled > 0
      ? [`${countOf(unsettled, 'note')} stayed without an answer when asked about again`]
      : []),
    ...(misquoted > 0
      ? [`${countOf(misquoted, 'quotation')} in no note, and no longer in quotation marks`]
      : []),
    ...(unknown > 0 ? [`${countOf(unknown, 'unknown number')} ignored`] : []),
    ...findingsOf(group),
  ]
}

/** Findings but for those that the counts before them say already; single notes in one sentence. */
function findingsOf({ checks }: SummaryGroup): string[] {
  const findings = checks?.findings ?? []
  const said = ['quotation', 'coverage', 'single-note']
  const single = findings.filter(({ check }) => check === 'single-note').map(({ theme = 0 }) => theme)
  return [
    ...findings.filter(({ check }) => !said.includes(check)).map(describeFinding),
    ...(single.length === 0
      ? []
      : [
          single.length === 1
            ? `theme ${single.join()} rests on a single note`
            : `themes ${single.join(', ')} rest on a single note each`,
        ]),
  ]
}

/** How many notes a group has, those with the same words counted each time. */
export function allNotes({ themes, unplaced }: SummaryGroup): number {
  return countNotes([...themes.flatMap(({ notes }) => notes), ...unplaced])
}

/** So many clauses are read; the JSON has the rest. */
const MOST_CLAUSES = 3

/** The first clauses, and how many there are beyond them. */
export function firstOf(clauses: readonly string[]): string[] {
  if (clauses.length <= MOST_CLAUSES) return [...clauses]
  const shown = clauses.slice(0, MOST_CLAUSES - 1)
  return [...shown, `${clauses.length - shown.length} more findings in the JSON`]
}
