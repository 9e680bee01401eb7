import { describeDecisions } from '../../documents/describe/describe-decisions.js'
import { describeFinding } from '../../documents/describe/describe-finding.js'
import type { SettingsOf } from '../../settings/option-values.js'
import { countNotes } from '../../summary/count-notes.js'
import type { Summary, SummaryFinding, SummaryGroup } from '../../summary/summary.js'
import { groupName } from '../../text/group-name.js'
import { isShortfall } from '../../themes/checks/finding.js'

/** What makes the exit code 3, a line each; failed groups were told of as they failed. */
export function shortfallsOf(
  { groups, decisions }: Summary,
  { strict, minCoverage }: Pick<SettingsOf<'verdict'>, 'strict' | 'minCoverage'>,
): string[] {
  const lapsed = strict && decisions ? describeDecisions(decisions).lapsed : []
  const found = groups.flatMap((group) => {
    const findings = strict ? (group.checks?.findings ?? []).filter(isShortfall) : []
    const others = findings.filter(({ check }) => minCoverage === undefined || check !== 'coverage')
    return [...others, ...uncovered(group, minCoverage)].map(
      (finding) => `${groupName(group)}: ${describeFinding(finding)}`,
    )
  })
  return [...lapsed, ...found].map((line) => `falls short: ${line}`)
}

/** Too few notes in themes, as a finding; of what was read again the findings may rest on another threshold. */
function uncovered(group: SummaryGroup, least: number | undefined): SummaryFinding[] {
  if (least === undefined || group.status !== 'complete') return []
  const placed = countNotes(group.themes.flatMap(({ notes }) => notes))
  const coverage = placed / (placed + countNotes(group.unplaced))
  return coverage < least ? [{ check: 'coverage', share: Math.floor(coverage * 100) / 100 }] : []
}
