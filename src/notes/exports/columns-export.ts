import { chooseColumns } from '../columns.js'
import type { ExportKind } from './export-kind.js'
import { readTall } from './read-tall.js'

/** A table with one note a row, its columns named in the first row: what every tool can write. */
export const columnsExport: ExportKind = {
  name: 'columns',
  recognise: ({ header }) => `one note a row, columns named in the first row (${header.length} columns)`,
  read: (table, options) =>
    readTall(table, { columns: chooseColumns(table.header, options.named, options.file) }, options),
}
