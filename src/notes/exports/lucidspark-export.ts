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
  parent: ['contained by', 'enthalten in', 'enthalten durch', 'enthalten von'],
  lineSource: ['line source', 'linienquelle'],
  text: ['text area 1', 'textbereich 1'],
  more: ['text area 2', 'textbereich 2'],
}

const CONTAINER = /container|frame|table|swimlane/i
const NO_NOTE = /^(?:document|dokument|page|seite)$/i

/**
 * Lucidspark and Lucidchart: rows of mixed kinds, of which stickies, cards and shapes with text are notes. The
 * quadrant is the text of the container they stand in, found by following "Contained By"; a container is called so, or is
 * what others are contained by, and one in another counts as the inner one. Cards have a field less than the header, so only columns up to the text
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
    const parentsOf = (record: readonly string[] | undefined): string[] =>
      cell(record, parent)
        .split('|')
        .map((own) => own.trim())
        .filter((own) => own !== '')
    const holders = new Set(table.records.flatMap(parentsOf))
    const isContainer = (record: readonly string[] | undefined): boolean =>
      CONTAINER.test(cell(record, kind)) || holders.has(cell(record, id))

    /** The name of the innermost container around a record; where several are listed, of the one that is in the most others. */
    const quadrantOf = (record: readonly string[], seen: ReadonlySet<string> = new Set()): string => {
      const around = parentsOf(record).filter((own) => !seen.has(own))
      const depthOf = (own: string): number => parentsOf(byId.get(own)).length
      const [inner] = around.sort((a, b) => depthOf(b) - depthOf(a))
      if (inner === undefined) return UNSPECIFIED
      const container = byId.get(inner) ?? []
      const name = NO_NOTE.test(cell(container, kind)) ? '' : oneLine(cell(container, text))
      return name !== '' ? name : quadrantOf(container, new Set([...seen, inner]))
    }
    const dropped = (record: readonly string[]): DropReason | undefined => {
      const shape = cell(record, kind)
      const isNote = !NO_NOTE.test(shape) && !isContainer(record) && cell(record, line) === ''
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
    const ownQuadrant =
      said.quadrant === undefined ? { quadrantOf: (record: readonly string[]) => quadrantOf(record) } : {}
    return readTall(table, { columns, parts, ...ownQuadrant, dropped }, options)
  },
}
