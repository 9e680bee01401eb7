import type { Table } from '../table.js'

type Rows = readonly (readonly string[])[]

/** All rows of a table: where a text is no table, what was taken for its header is a row like the others. */
export function everyRow({
  header,
  records,
  hasHeader,
}: Pick<Table, 'header' | 'records' | 'hasHeader'>): Rows {
  return hasHeader ? [header, ...records] : records
}

/** The lines of a text that was split as a table, put together again, with what stands at their ends. */
export function linesOf({ delimiter, ...table }: Table): string[] {
  const joiner = delimiter === 'none' ? '' : delimiter
  return everyRow(table).map((record) => record.join(joiner))
}
