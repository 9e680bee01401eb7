import { UserError } from '../errors/user-error.js'
import type { EmpathyMap } from '../maps/map.js'
import { PRESETS } from '../maps/presets.js'
import { nearest } from '../text/nearest.js'
import type { Settings } from './option-values.js'

/** The maps that quadrants are looked up in: the chosen one alone, or all there are. Throws UserError `map-unknown`. */
export function chooseMaps({ map: name, maps = {} }: Pick<Settings, 'map' | 'maps'>): EmpathyMap[] {
  const own = Object.entries(maps).map(
    ([name, { persona, quadrants }]): EmpathyMap => ({
      name,
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
  const chosen = all.find((map) => map.name === name)
  if (chosen) return [chosen]
  const known = all.map((map) => map.name)
  throw new UserError('map-unknown', { map: name, known, nearest: nearest(name, known) })
}
