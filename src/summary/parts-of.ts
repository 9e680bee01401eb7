import type { Part } from './change-of.js'
import { countNotes } from './count-notes.js'
import type { Summary } from './summary.js'
import { isSameGroup } from './themes-of-group.js'

/** The themes that the group had last time, by id: how many of its notes each had. */
export function partsOf(previous: Summary, group: { persona: string; quadrant: string }): Map<string, Part> {
  const same = previous.groups.find((other) => isSameGroup(other, group))
  const themes = same?.themes ?? []
  const of = countNotes([...themes.flatMap(({ notes }) => notes), ...(same?.unplaced ?? [])])
  return new Map(themes.map(({ id, notes }) => [id, { notes: countNotes(notes), of }]))
}
