import { kindOf } from '../column-kinds.js'
import {
  columnNamed,
  columnsFor,
  holdsQuadrants,
  type JudgedColumn,
  judgeColumns,
  namedNotes,
} from '../columns.js'
import { profileOf } from '../judge-cells.js'
import type { Table } from '../table.js'
import type { ExportKind, ReadOptions } from './export-kind.js'
import { readWide } from './read-wide.js'
import { withheldOf } from './withheld.js'

/** A table with a column for each persona; the quadrant of a row stands in one of its own, as a rule the first. */
export const matrixExport: ExportKind = {
  name: 'matrix',
  recognise: (table, options) => {
    const found = findMatrix(table, options)
    return found && `a column for each of ${found.personas.map(({ header }) => `"${header}"`).join(', ')}`
  },
  read: (table, options) => {
    const judged = judgeColumns(table)
    const { quadrant, personas } = findMatrix(table, options) ?? {
      quadrant: judged[0],
      personas: judged.slice(1),
    }
    const noteColumns = personas.map(({ index, header }) => ({
      index,
      header,
      persona: header,
      quadrant: 'Notes',
    }))
    const taken = new Set([...personas.map(({ index }) => index), quadrant?.index ?? -1])
    const columns = quadrant
      ? {
          quadrant: {
            index: quadrant.index,
            header: quadrant.header,
            because: 'header' as const,
            runnersUp: [],
          },
        }
      : {}
    return readWide(table, { noteColumns, columns, withheld: withheldOf(judged, taken) }, options)
  },
}

function findMatrix(table: Table, { named, file, saidBy, isQuadrant }: ReadOptions) {
  if (namedNotes(named).length > 0 || named.persona !== undefined) return undefined
  const judged = judgeColumns(table)
  const said =
    named.quadrant === undefined
      ? undefined
      : judged[columnNamed(table.header, 'quadrant', named.quadrant, file, saidBy).index]
  const quadrant = said ?? quadrantColumn(judged, isQuadrant)
  if (!quadrant || columnsFor(judged, 'note').length > 0) return undefined
  const others = judged.filter(({ index, header }) => index !== quadrant.index && header !== '')
  const personas = others.filter(({ header, signs, profile }) => {
    const kind = kindOf(header, profile)
    return signs.length === 0 && (kind === 'open' || kind === 'short' || kind === 'empty')
  })
  const hasGaps = personas.every(({ profile: { filled, rows } }) => filled.length < rows)
  const isKnown = holdsQuadrants(quadrant, isQuadrant)
  const isNoHeader = !said && isQuadrant(quadrant.header) && areSentences(personas)
  if (isNoHeader) return undefined
  if (!said && !hasGaps && !isKnown) return undefined
  return personas.length >= 2 && personas.length === others.length ? { quadrant, personas } : undefined
}

/** No persona is called by a sentence: the first row is one of notes. */
function areSentences(columns: readonly JudgedColumn[]): boolean {
  return profileOf(columns.map(({ header }) => header)).sentences > 0.5
}

/** The column whose cells are quadrants: by its header where they occur again, or because maps know them. */
function quadrantColumn(
  judged: readonly JudgedColumn[],
  isQuadrant: (heading: string) => boolean,
): JudgedColumn | undefined {
  const areKnown = ({ profile: { filled } }: JudgedColumn): boolean =>
    filled.length > 0 && filled.filter(isQuadrant).length >= filled.length * 0.8
  const [byHeader] = columnsFor(judged, 'quadrant')
  if (byHeader && (areKnown(byHeader) || byHeader.profile.distinct < byHeader.profile.filled.length))
    return byHeader
  const [first] = judged
  return first && areKnown(first) ? first : undefined
}
