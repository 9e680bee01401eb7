import { foldName } from '../../text/fold.js'
import { type Column, columnByAlias, columnNamed, columnsOf, namedNotes } from '../columns.js'
import type { Table } from '../table.js'
import type { ExportKind, ReadOptions } from './export-kind.js'
import { type QuadrantColumn, readWide } from './read-wide.js'

/** Headings of retrospectives, which are no quadrants of an empathy map but columns of notes all the same. */
const RETRO = [
  ...[
    'went well',
    'what went well',
    'to improve',
    'what to improve',
    'action items',
    'actions',
    'ideas',
    'questions',
  ],
  ...[
    'start',
    'stop',
    'continue',
    'liked',
    'learned',
    'lacked',
    'longed for',
    'mad',
    'sad',
    'glad',
    'keep',
    'drop',
  ],
  ...['good', 'bad', 'kudos', 'puzzles', 'risks', 'was lief gut', 'was lief schlecht'],
]

/** A table whose columns are quadrants and whose every cell is a note, as EasyRetro and hand-made sheets have it. */
export const wideExport: ExportKind = {
  name: 'wide',
  takesSeveral: true,
  recognise: (table, options) => {
    if (namedNotes(options.named).length === 1) return undefined
    const names = quadrantColumns(table, options).map(({ quadrant }) => `"${quadrant}"`)
    return names.length >= 2 ? `a column for each of ${names.join(', ')}` : undefined
  },
  read: (table, options) => {
    const noteColumns = quadrantColumns(table, options)
    const { named, file } = options
    const own = new Set(noteColumns.map(({ index }) => index))
    const persona =
      named.persona === undefined
        ? columnByAlias(table.header, 'persona', (index) => !own.has(index))
        : columnNamed(table.header, 'persona', named.persona, file)
    return readWide(table, { noteColumns, columns: persona ? { persona } : {} }, options)
  },
}

/** The columns that were named, or those with the heading of a quadrant; "Pains 1" and "Pains 2" are one. */
function quadrantColumns({ header }: Table, { named, file, isQuadrant }: ReadOptions): QuadrantColumn[] {
  const chosen = namedNotes(named).map((name) => columnNamed(header, 'note', name, file))
  if (chosen.length > 0) return chosen.map(toQuadrant)
  return columnsOf(header)
    .map(toQuadrant)
    .filter(({ quadrant }) => isQuadrant(quadrant) || RETRO.includes(foldName(quadrant)))
}

function toQuadrant({ index, header }: Column): QuadrantColumn {
  return { index, header, quadrant: header.replace(/\s*[#(]?\d{1,2}\)?$/, '') || `Column ${index + 1}` }
}
