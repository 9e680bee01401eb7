/** What separates the cells of a table; `none` is a plain list, one cell a record. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'none'

/** Delimiters by the name that people give them. */
export const DELIMITERS = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  none: 'none',
} as const satisfies Record<string, Delimiter>

export function nameOfDelimiter(delimiter: Delimiter): string {
  return Object.entries(DELIMITERS).find(([, character]) => character === delimiter)?.[0] ?? delimiter
}
