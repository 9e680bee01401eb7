import { UserError } from '../../errors/user-error.js'
import { oneLine } from '../../text/clean-text.js'
import { UNSPECIFIED } from '../../text/everyone.js'
import { foldName } from '../../text/fold.js'
import { type ChosenColumn, columnsOf, namedColumns, nameOf } from '../columns.js'
import type { DropReason } from '../note.js'
import type { ExportKind } from './export-kind.js'
import { readTall } from './read-tall.js'

/** Headers in English and German; other columns are not needed. */
const NAMES = {
  id: ['id'],
  kind: ['name'],
  library: ['shape library', 'formenbibliothek'],
  parent: ['contained by', 'enthalten in'],
  lineSource: ['line source', 'linienquelle'],
  text: ['text area 1', 'textbereich 1'],
  more: ['text area 2', 'textbereich 2'],
}

const CONTAINER = /container|frame|table|swimlane/i
const NO_NOTE = /^(?:document|dokument|page|seite)$/i

/**
 * Lucidspark and Lucidchart: rows of mixed kinds, of which stickies, cards and shapes with text are notes. The
 * quadrant is the text of the container they stand in, found by following "Contained By"; a container in a
 * container counts as the inner one. Cards have a field less than the header, so only columns up to the text
 * areas are read.
 */
export const lucidsparkExport: ExportKind = {
  name: 'lucidspark',
  tools: ['lucidchart', 'lucid'],
  recognise: ({ header }) => {
    const headers = header.map(foldName)
    const has = (names: readonly string[]): boolean => names.some((name) => headers.includes(name))
    return has(NAMES.library) && has(NAMES.text)
      ? 'Lucidspark writes the columns "shape library" and "text area 1"'
      : undefined
  },
  read: (table, options) => {
    const headers = table.header.map(foldName)
    const columnOf = (names: readonly string[]): number =>
      headers.findIndex((header) => names.includes(header))
    const [id, kind, parent, line, text, more] = (
      ['id', 'kind', 'parent', 'lineSource', 'text', 'more'] as const
    ).map((name) => columnOf(NAMES[name]))
    const cell = (record: readonly string[] | undefined, index = -1): string => record?.[index]?.trim() ?? ''
    const byId = new Map(table.records.map((record) => [cell(record, id), record]))

    const quadrantOf = (record: readonly string[]): string => {
      const seen = new Set<string>()
      for (let at = cell(record, parent); at !== '' && !seen.has(at); at = cell(byId.get(at), parent)) {
        seen.add(at)
        const name = oneLine(cell(byId.get(at), text))
        if (CONTAINER.test(cell(byId.get(at), kind)) && name !== '') return name
      }
      return UNSPECIFIED
    }
    const dropped = (record: readonly string[]): DropReason | undefined => {
      const shape = cell(record, kind)
      const isNote = !NO_NOTE.test(shape) && !CONTAINER.test(shape) && cell(record, line) === ''
      return isNote ? undefined : 'not a note'
    }
    const { file, named, saidBy } = options
    const said = namedColumns(table.header, named, file, saidBy)
    const chosen = (index = -1): ChosenColumn | undefined =>
      index < 0
        ? undefined
        : { index, header: table.header[index]?.trim() ?? '', because: 'usual', runnersUp: [] }
    const [note, quadrant] = [said.note ?? chosen(text), said.quadrant ?? chosen(parent)]
    if (!note) {
      const known = columnsOf(table.header).map(nameOf)
      throw new UserError('tool-column-missing', {
        file,
        tool: 'Lucidspark',
        wanted: ['Text Area 1'],
        columns: known,
      })
    }
    const columns = { ...said, note, ...(quadrant && { quadrant }) }
    const parts = [note, ...(chosen(more) ? [chosen(more) as ChosenColumn] : [])]
    const ownQuadrant = said.quadrant === undefined ? { quadrantOf } : {}
    return readTall(table, { columns, parts, ...ownQuadrant, dropped }, options)
  },
}
