import { nearest } from '../text/nearest.js'
import { parseYaml } from '../text/parse-yaml.js'
import { GIVEN_COLUMNS, type GivenRow } from './given-theme.js'

export type ReadYaml =
  | { ok: true; rows: GivenRow[] }
  | { ok: false; problems: { at: number; text: string }[] }

/** YAML: a list of titles, or of themes with the columns of the table as keys; at the top, or under "themes". */
export function readGivenYaml(text: string): ReadYaml {
  const { value, problems, lineOf } = parseYaml(text)
  if (problems.length > 0)
    return { ok: false, problems: problems.map(({ line, text }) => ({ at: line, text })) }
  const isWrapped = typeof value === 'object' && value !== null && 'themes' in value
  const list: unknown = isWrapped ? value.themes : value
  if (!Array.isArray(list)) return { ok: false, problems: [{ at: 1, text: 'expected a list of themes' }] }
  const path = isWrapped ? ['themes'] : []
  const found: { at: number; text: string }[] = []
  const rows = list.map((item: unknown, index): GivenRow => {
    const at = lineOf([...path, index])
    if (typeof item === 'string') return { at, theme: item }
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      found.push({ at, text: 'expected a title, or a theme with "theme:"' })
      return { at }
    }
    const entries = Object.entries(item).flatMap(([key, text]): [string, string][] => {
      const line = lineOf([...path, index, key])
      const isKnown = (GIVEN_COLUMNS as readonly string[]).includes(key)
      const meant = nearest(key, GIVEN_COLUMNS)
      if (!isKnown)
        found.push({ at: line, text: `there is no key "${key}"${meant ? `; did you mean "${meant}"?` : ''}` })
      else if (typeof text !== 'string' && text !== null)
        found.push({ at: line, text: `${key}: expected a text` })
      return typeof text === 'string' ? [[key, text]] : []
    })
    return { at, ...Object.fromEntries(entries) }
  })
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, rows }
}
