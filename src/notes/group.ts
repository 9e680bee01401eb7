import type { EmpathyMap, Quadrant } from '../maps/map.js'
import { askAbout } from '../maps/question.js'
import { byCodeUnit, fold } from './fold.js'
import { createQuadrantFinder, matchMap } from './match-map.js'
import { EVERYONE, type Note } from './note.js'

/** The notes of one persona in one quadrant. */
export type Group = {
  persona: string
  quadrant: string
  /** What the quadrant asks of this persona, where the map says. */
  question?: string
  /** The question above all quadrants of this persona, where the map says. */
  personaQuestion?: string
  /** What a prompt should look for, where the map says. */
  lens?: string
  /** In file order. */
  notes: readonly Note[]
}

/** Groups in order, and the map that named them. */
export type Grouping = { map: EmpathyMap | undefined; groups: Group[] }

/**
 * Notes → groups: personas in first-seen order; in each, the quadrants that the map knows in the map's
 * order, then the others in first-seen order. Names that differ only in case or width are one name,
 * in its most frequent spelling, so that the order of notes does not change it.
 * `maps` are tried for the one that knows most quadrants; one map alone is taken as it is.
 */
export function groupNotes(notes: readonly Note[], maps: readonly EmpathyMap[]): Grouping {
  const personas = createSpelling(notes.map((note) => note.persona))
  const headings = createSpelling(notes.map((note) => note.quadrant))
  const map = maps.length === 1 ? maps[0] : matchMap(headings.names, maps)
  const findKnown = map ? createQuadrantFinder(map) : () => undefined
  const known = new Map(headings.names.map((heading) => [heading, findKnown(heading)]))

  const groups = new Map<string, Group & { notes: Note[] }>()
  for (const note of notes) {
    const persona = personas.of(note.persona)
    const heading = headings.of(note.quadrant)
    const quadrant = known.get(heading)
    const name = quadrant?.name ?? heading
    const key = `${persona}\n${name}`
    const group = groups.get(key)
    if (group) group.notes.push(note)
    else groups.set(key, { ...describe(persona, name, quadrant, map), notes: [note] })
  }

  const personaRank = rankIn([...groups.values()].map(({ persona }) => persona))
  const quadrantRank = rankIn(map?.quadrants.map(({ name }) => name) ?? [])
  const ordered = [...groups.values()].sort(
    (a, b) =>
      personaRank(a.persona) - personaRank(b.persona) || quadrantRank(a.quadrant) - quadrantRank(b.quadrant),
  )
  return { map, groups: ordered }
}

function describe(
  persona: string,
  name: string,
  quadrant: Quadrant | undefined,
  map: EmpathyMap | undefined,
): Omit<Group, 'notes'> {
  const named = persona !== EVERYONE
  return {
    persona,
    quadrant: name,
    ...(named && quadrant?.question && { question: askAbout(persona, quadrant.question) }),
    ...(named && map?.persona && { personaQuestion: askAbout(persona, map.persona) }),
    ...(quadrant?.lens && { lens: quadrant.lens }),
  }
}

/** Position of a name's first occurrence; names that do not occur come after all that do. */
function rankIn(names: readonly string[]): (name: string) => number {
  const ranks = new Map<string, number>()
  for (const name of names) if (!ranks.has(name)) ranks.set(name, ranks.size)
  return (name) => ranks.get(name) ?? ranks.size
}

/** One spelling for names that fold alike: the most frequent, of equals the first by code unit. */
function createSpelling(spellings: readonly string[]): { of(spelling: string): string; names: string[] } {
  const counts = new Map<string, number>()
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  const names = new Map<string, string>()
  for (const [spelling, count] of counts) {
    const rival = names.get(fold(spelling))
    const lead = count - (counts.get(rival ?? '') ?? 0)
    if (rival === undefined || lead > 0 || (lead === 0 && byCodeUnit(spelling, rival) < 0)) {
      names.set(fold(spelling), spelling)
    }
  }
  const chosen = new Map(
    [...counts.keys()].map((spelling) => [spelling, names.get(fold(spelling)) ?? spelling]),
  )
  return { of: (spelling) => chosen.get(spelling) ?? spelling, names: [...names.values()] }
}
