import { UserError } from '../errors/user-error.js'
import { journey } from '../maps/journey.js'
import type { EmpathyMap } from '../maps/map.js'
import { PRESETS } from '../maps/presets.js'
import { nearest } from '../text/nearest.js'
import type { Settings } from './option-values.js'

/** The maps that quadrants are looked up in: the chosen one alone, or all there are. Throws UserError `map-unknown`. */
export function chooseMaps({ map: name, maps = {} }: Pick<Settings, 'map' | 'maps'>): EmpathyMap[] {
  const own = Object.entries(maps).map(
    ([name, { journey, persona, quadrants }]): EmpathyMap => ({
      name,
      ...(journey !== undefined && { isJourney: journey }),
      ...(persona !== undefined && { persona }),
      quadrants: quadrants.map(({ name, aliases = [], match, question, lens }) => ({
        name,
        aliases,
        ...(match !== undefined && { match }),
        ...(question !== undefined && { question }),
        ...(lens !== undefined && { lens }),
      })),
    }),
  )
  const presets = PRESETS.filter((preset) => !own.some((map) => map.name === preset.name))
  const all = [...own, ...presets]
  if (name === undefined) return all
  const named = all.some((map) => map.name === journey.name) ? all : [...all, journey]
  const chosen = named.find((map) => map.name === name)
  if (chosen) return [chosen]
  const known = named.map((map) => map.name)
  throw new UserError('map-unknown', { map: name, known, nearest: nearest(name, known) })
}
