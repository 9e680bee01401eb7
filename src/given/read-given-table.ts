import { foldName } from '../text/fold.js'
import type { GIVEN_COLUMNS, GivenRow } from './given-theme.js'

/** Headers of codebooks, by what they mean. */
const HEADERS: Record<(typeof GIVEN_COLUMNS)[number], readonly string[]> = {
  theme: [
    'theme',
    'title',
    'name',
    'code',
    'tag',
    'category',
    'topic',
    'thema',
    'titel',
    'kategorie',
    'thème',
    'tema',
  ],
  persona: ['persona', 'role', 'rolle', 'rôle'],
  quadrant: ['quadrant', 'question', 'frage'],
  definition: ['definition', 'description', 'meaning', 'beschreibung', 'définition', 'descripción'],
  include: ['include', 'when to use', 'inclusion', 'inclusion criteria', 'ankerregel', 'einschluss'],
  exclude: ['exclude', 'when not to use', 'exclusion', 'exclusion criteria', 'ausschluss'],
  example: ['example', 'anchor example', 'ankerbeispiel', 'beispiel', 'exemple', 'ejemplo'],
  id: ['id', 'theme id', 'theme_id', 'code id'],
}

/** A table → the rows of a list of given themes; nothing where no column has a known name. Other columns are passed over. */
export function readGivenTable({
  header,
  records,
}: {
  header: readonly string[]
  records: readonly (readonly string[])[]
}): GivenRow[] | undefined {
  const names = header.map(foldName)
  const columns = Object.entries(HEADERS).flatMap(([key, known]) => {
    const index = known.map((name) => names.indexOf(name)).find((at) => at >= 0)
    return index === undefined ? [] : [[key, index] as const]
  })
  if (!columns.some(([key]) => key === 'theme')) return undefined
  return records.flatMap((record, index): GivenRow[] => {
    const cells = columns.map(([key, at]) => [key, record[at] ?? ''] as const)
    return cells.every(([, cell]) => cell.trim() === '')
      ? []
      : [{ at: index + 1, ...Object.fromEntries(cells) }]
  })
}
