import type { Overview } from '../summary/overview.js'
import type { Summary, SummaryDecisions, SummaryGroup } from '../summary/summary.js'
import { isSameGroup } from '../summary/themes-of-group.js'
import { groupName } from '../text/group-name.js'
import type { Thresholds } from '../themes/checks/finding.js'
import { decideGroup } from './decide-group.js'
import type { Decision } from './decision.js'

/**
 * A summary and what people decided → the summary as they want it, whatever was carried out on it before. What names a
 * group, theme or note that is gone is listed as lapsed, and changes nothing.
 */
export function applyDecisions(
  summary: Summary,
  decisions: readonly Decision[],
  thresholds: Thresholds,
): Summary {
  const numbered = decisions.map((decision, index) => ({ decision, number: index + 1 }))
  const lapsed: SummaryDecisions['lapsed'] = []
  const groups = summary.groups.map((group) => {
    const own = numbered.filter(({ decision }) => isSameGroup(decision, group))
    const decided = decideGroup(
      group,
      own.map(({ decision }) => decision),
      thresholds,
    )
    decided.gone.forEach((gone, index) => {
      for (const { gone: what, named } of gone)
        lapsed.push({ decision: own[index]?.number ?? 0, ...nameOf(group), gone: what, named })
    })
    return decided.group
  })
  for (const { decision, number } of numbered) {
    if (groups.some((group) => isSameGroup(decision, group))) continue
    lapsed.push({ decision: number, ...nameOf(decision), gone: 'group', named: groupName(decision) })
  }
  lapsed.sort((a, b) => a.decision - b.decision)
  const { overview, decisions: _, usage, groups: __, ...rest } = summary
  return {
    ...rest,
    ...(overview && { overview: withIdsOf(overview, groups) }),
    groups,
    decisions: { given: decisions.length, lapsed },
    usage,
  }
}

const nameOf = ({ persona, quadrant }: { persona: string; quadrant: string }) => ({ persona, quadrant })

/** An overview cites themes: one that was merged is cited as what it became, and a statement without any is left out. */
function withIdsOf(overview: Overview, groups: readonly SummaryGroup[]): Overview {
  const now = new Map(
    groups.flatMap(({ themes }) =>
      themes.flatMap(({ id, merged = [] }) =>
        [id, ...merged.map((other) => other.id)].map((old) => [old, id] as const),
      ),
    ),
  )
  let unfounded = overview.unfounded
  const founded = <S extends { text: string; themes: string[] }>(statements: readonly S[]): S[] =>
    statements.flatMap((statement) => {
      const themes = [...new Set(statement.themes.flatMap((id) => now.get(id) ?? []))]
      if (themes.length > 0) return [{ ...statement, themes }]
      unfounded++
      return []
    })
  const personas = overview.personas.map((one) => ({ ...one, statements: founded(one.statements) }))
  const quadrants = overview.quadrants.map((one) => ({
    ...one,
    shared: founded(one.shared),
    apart: founded(one.apart),
  }))
  return { ...overview, personas, quadrants, unfounded }
}
