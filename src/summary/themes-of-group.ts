import { fold } from '../text/fold.js'
import type { PreviousTheme } from '../themes/plan-group.js'
import type { Summary } from './summary.js'

type Named = { persona: string; quadrant: string }

/** Whether two groups are about the same persona and quadrant, whatever their case and spacing. */
export function isSameGroup(a: Named, b: Named): boolean {
  return fold(a.persona) === fold(b.persona) && fold(a.quadrant) === fold(b.quadrant)
}

/** The themes that an earlier summary has for a persona and quadrant. */
export function themesOfGroup({ groups }: Summary, named: Named): PreviousTheme[] {
  const same = groups.find((group) => isSameGroup(group, named))
  return (same?.themes ?? []).map(({ id, title, summary }) => ({ id, title, summary }))
}
