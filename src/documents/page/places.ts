import type { Summary, SummaryGroup, SummaryTheme } from '../../summary/summary.js'
import { hueOf } from './hues.js'

/** A group with where it stands in the page: its anchor, the class of its colour, whether there was an earlier wave, and how many workshops there are. */
export type Placed = {
  group: SummaryGroup
  anchor: string
  hue: string
  isFurtherWave: boolean
  files: number | undefined
}

/** The groups of a summary by persona, in their order. Anchors are numbers: nothing that a note or a model wrote becomes an address. */
export function placeGroups({
  groups,
  previous,
  across,
  sources,
}: Summary): { persona: string; placed: Placed[] }[] {
  const hues = hueOf([...new Set(groups.map(({ quadrant }) => quadrant))])
  const personas = new Map<string, Placed[]>()
  groups.forEach((group, index) => {
    const placed = {
      ...{ group, anchor: `g${index + 1}`, hue: `hue-${hues.get(group.quadrant) ?? 1}` },
      isFurtherWave: previous !== undefined,
      files: across && sources.length,
    }
    personas.set(group.persona, [...(personas.get(group.persona) ?? []), placed])
  })
  return [...personas].map(([persona, placed]) => ({ persona, placed }))
}

/** The anchor of a theme of a group. */
export function anchorOf({ group, anchor }: Placed, theme: SummaryTheme): string {
  return `${anchor}-${group.themes.indexOf(theme) + 1}`
}
