import { fold } from '../text/fold.js'
import type { PreviousTheme } from '../themes/plan-group.js'
import type { Summary } from './summary.js'

/** The themes that an earlier summary has for a persona and quadrant. */
export function themesOfGroup(
  { groups }: Summary,
  { persona, quadrant }: { persona: string; quadrant: string },
): PreviousTheme[] {
  const same = groups.find(
    (group) => fold(group.persona) === fold(persona) && fold(group.quadrant) === fold(quadrant),
  )
  return (same?.themes ?? []).map(({ id, title, summary }) => ({ id, title, summary }))
}
