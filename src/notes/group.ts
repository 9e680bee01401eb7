import type { EmpathyMap, Quadrant } from '../maps/map.js'
import { PRESETS } from '../maps/presets.js'
import { askAbout } from '../maps/question.js'
import { EVERYONE, UNSPECIFIED } from '../text/everyone.js'
import { byCodeUnit, fold, foldName } from '../text/fold.js'
import { onceEach } from '../text/once-each.js'
import { createQuadrantFinder, matchMap } from './match-map.js'
import type { Note } from './note.js'

/** The notes of one persona in one quadrant. */
export type Group = {
  persona: string
  quadrant: string
  /** What the quadrant asks of this persona, where the map says. */
  question?: string
  /** The question above all quadrants of this persona, where the map says. */
  personaQuestion?: string
  /** The same two as the map has them, with a place for the persona. */
  templates?: { question?: string | undefined; persona?: string | undefined }
  /** What a prompt should look for, where the map says. */
  lens?: string
  /** In file order. */
  notes: readonly Note[]
}

/** Groups in order, and the map that named them. */
export type Grouping = { map: EmpathyMap | undefined; groups: Group[] }

/**
 * Notes → groups: personas in first-seen order; in each, the quadrants that the map knows in the map's
 * order, then those of `inOrder`, as their columns stand, then the others as they were first seen, the same for each persona. Names that differ only in case or width are one name,
 * in its most frequent spelling, so that the order of notes does not change it.
 * `maps` are tried for the one that knows most quadrants; one map alone is taken as it is.
 */
export function groupNotes(
  notes: readonly Note[],
  maps: readonly EmpathyMap[],
  inOrder: readonly string[] = [],
): Grouping {
  const personas = createSpelling(notes.map((note) => note.persona))
  const headings = createSpelling(notes.map((note) => note.quadrant))
  const map = maps.length === 1 ? maps[0] : matchMap(headings.names, maps)
  const findKnown = map ? createQuadrantFinder(map) : () => undefined
  const known = new Map(headings.names.map((heading) => [heading, findKnown(heading)]))
  const nameOf = onceEach(ownNames(known, PRESETS.includes(map as EmpathyMap)))

  const byPersona = new Map<string, Map<string, Group & { notes: Note[] }>>()
  for (const note of notes) {
    const persona = personas.of(note.persona)
    const heading = headings.of(note.quadrant)
    const quadrant = known.get(heading)
    const name = nameOf(heading)
    const own = byPersona.get(persona) ?? new Map<string, Group & { notes: Note[] }>()
    byPersona.set(persona, own)
    const group = own.get(name)
    if (group) group.notes.push(note)
    else own.set(name, { ...describe(persona, name, quadrant, map), notes: [note] })
  }

  const quadrantsInOrder = map?.quadrants ?? []
  const order = [
    ...quadrantsInOrder
      .flatMap((quadrant) => headings.names.filter((heading) => known.get(heading) === quadrant))
      .map(nameOf),
    ...inOrder.map((heading) => nameOf(headings.of(heading))),
    ...headings.names.map(nameOf),
  ]
  const groups = [...byPersona.values()].flatMap((own) =>
    [...own.values()].sort((a, b) => order.indexOf(a.quadrant) - order.indexOf(b.quadrant)),
  )
  return { map, groups }
}

/**
 * Quadrants keep the name that the workshop gave them ("Bénéfices"), unless it gave one several, or the user's own map says
 * what they are called.
 */
function ownNames(
  known: ReadonlyMap<string, Quadrant | undefined>,
  isPreset: boolean,
): (heading: string) => string {
  const spellings = new Map<Quadrant, number>()
  for (const quadrant of known.values())
    if (quadrant) spellings.set(quadrant, (spellings.get(quadrant) ?? 0) + 1)
  const isAlias = (heading: string, { name, aliases }: Quadrant): boolean =>
    foldName(heading) !== foldName(name) && aliases.some((alias) => foldName(alias) === foldName(heading))
  return (heading) => {
    const quadrant = known.get(heading)
    if (!quadrant) return heading
    return isPreset && spellings.get(quadrant) === 1 && isAlias(heading, quadrant) ? heading : quadrant.name
  }
}

/** Nobody in particular is "everyone"; nobody feels like everyone, so the question above the quadrants is left out. */
function describe(
  persona: string,
  name: string,
  quadrant: Quadrant | undefined,
  map: EmpathyMap | undefined,
): Omit<Group, 'notes'> {
  const isSomebody = persona !== EVERYONE && persona !== UNSPECIFIED
  const asked = isSomebody ? persona : 'everyone'
  return {
    persona,
    quadrant: name,
    ...(quadrant?.question && { question: askAbout(asked, quadrant.question) }),
    ...(isSomebody && map?.persona && { personaQuestion: askAbout(asked, map.persona) }),
    ...(quadrant?.lens && { lens: quadrant.lens }),
    templates: { question: quadrant?.question, persona: map?.persona },
  }
}

/** One spelling for names that fold alike: the most frequent; of equals one that does not shout, then the first by code unit. */
function createSpelling(spellings: readonly string[]): { of(spelling: string): string; names: string[] } {
  const counts = new Map<string, number>()
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  const names = new Map<string, string>()
  for (const [spelling, count] of counts) {
    const rival = names.get(fold(spelling))
    const lead = count - (counts.get(rival ?? '') ?? 0)
    if (rival === undefined || lead > 0 || (lead === 0 && bySpelling(spelling, rival) < 0)) {
      names.set(fold(spelling), spelling)
    }
  }
  const chosen = new Map(
    [...counts.keys()].map((spelling) => [spelling, names.get(fold(spelling)) ?? spelling]),
  )
  return { of: (spelling) => chosen.get(spelling) ?? spelling, names: [...names.values()] }
}

function bySpelling(a: string, b: string): number {
  const shouts = (name: string): number => Number(name === name.toUpperCase())
  return shouts(a) - shouts(b) || byCodeUnit(a, b)
}
