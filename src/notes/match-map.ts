import type { EmpathyMap, Quadrant } from '../maps/map.js'
import { foldName } from '../text/fold.js'

/** Finds the quadrant of a map that a heading means, if any. */
export type QuadrantFinder = (heading: string) => Quadrant | undefined

/** A finder for one map. An exact name wins over an alias, an alias over words that a
 * heading holds; a heading that the map does not know stays unknown. */
export function createQuadrantFinder(map: EmpathyMap): QuadrantFinder {
  const known = new Map<string, Quadrant>()
  for (const quadrant of map.quadrants) {
    for (const alias of quadrant.aliases) known.set(foldName(alias), quadrant)
  }
  for (const quadrant of map.quadrants) known.set(foldName(quadrant.name), quadrant)
  const patterns = map.quadrants.flatMap((quadrant) =>
    (quadrant.match ?? []).map((words) => ({ quadrant, words: foldName(words) })),
  )
  return (heading) => {
    const name = foldName(heading)
    return known.get(name) ?? patterns.find(({ words }) => name.includes(words))?.quadrant
  }
}

/** The map that knows most of the headings; the first of those that know as many. None where no map knows any. */
export function matchMap(headings: readonly string[], maps: readonly EmpathyMap[]): EmpathyMap | undefined {
  let best: { map?: EmpathyMap; known: number } = { known: 0 }
  for (const map of maps) {
    const find = createQuadrantFinder(map)
    const known = headings.filter((heading) => find(heading)).length
    if (known > best.known) best = { map, known }
  }
  return best.map
}
