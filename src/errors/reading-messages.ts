import { known, list, meant, quoted, type Sentence } from './sentence.js'

/** What is said of an export that cannot be read. */
export const READING_MESSAGES = {
  'input-empty': (d: { file: string }) => ({
    what: `${d.file}: the file is empty`,
    next: 'Export the board again and check that the download finished.',
  }),
  'input-without-rows': (d: { file: string; columns: readonly string[] }) => ({
    what: `${d.file}: there is a header (${quoted(d.columns)}) but no row below it`,
    next: 'Export the board with its notes selected.',
  }),
  'input-without-notes': (d: { file: string; rows: number; column: string }) => ({
    what: `${d.file}: none of its ${d.rows} rows has text in the note column "${d.column}"`,
    next: 'Name the column that holds the notes with --note COLUMN.',
  }),
  'table-too-wide': (d: { file: string; columns: number; most: number }) => ({
    what: `${d.file}: there are ${d.columns} columns, which is more than the ${d.most} that a spreadsheet may have`,
    next: 'Name the delimiter with --delimiter, or export a part of the table.',
  }),
  'table-turned': (d: { file: string }) => ({
    what: `${d.file}: quadrants stand in rows, with their notes beside them, where a table has them in columns`,
    next: 'Turn the table (copy, then "paste special" with "transpose"), so that each quadrant is a column or stands beside its note.',
  }),
  'input-not-text': (d: { file: string; looksLike: string; instead?: string | undefined }) => ({
    what: `${d.file}: this is ${d.looksLike}, not a CSV text file`,
    next: d.instead ?? 'Save or export it as "CSV UTF-8" and use that file.',
  }),
  'input-twice': (d: { file: string }) => ({
    what: `${d.file}: the same file is named twice`,
    next: 'Name each file once.',
  }),
  'quote-not-closed': (d: { file: string; row: number }) => ({
    what: `${d.file}, row ${d.row} below the header: a quotation mark is opened and never closed`,
    next: 'Close the quotation mark in that row (a quotation mark inside a quoted cell is written twice).',
  }),
  'table-broken': (d: { file: string; row: number; cause: string }) => ({
    what: `${d.file}, row ${d.row} below the header: the table cannot be read (${d.cause})`,
    next: 'Open the file in a spreadsheet and save it again as "CSV UTF-8".',
  }),
  'note-column-missing': (d: { file: string; columns: readonly string[] }) => ({
    what: `${d.file}: no column is known to hold notes; this is what the columns were taken for:${list(d.columns)}`,
    next: 'Name it with --note COLUMN (a header, or its number counted from 1). If the first row is a note already, say --header-rows 0.',
  }),
  'cells-hold-lists': (d: { file: string }) => ({
    what: `${d.file}: there is one row of cells, each of which seems to hold several notes, one a line`,
    next: 'Put each note into a cell of its own, with a header above ("Went well", "To improve"), or into one column with --header-rows 0.',
  }),
  'survey-without-answers': (d: { file: string; columns: readonly string[] }) => ({
    what: `${d.file}: this looks like a survey, and no column holds open answers in words; this is what the columns were taken for:${list(d.columns)}`,
    next: 'If one of them holds notes all the same, name it with --note COLUMN (repeatable).',
  }),
  'tool-column-missing': (d: {
    file: string
    tool: string
    wanted: readonly string[]
    columns: readonly string[]
  }) => ({
    what: `${d.file}: ${d.tool} writes the column ${d.wanted.map((name) => `"${name}"`).join(' or ')}, which is not there; the columns are ${quoted(d.columns)}`,
    next: 'Name the column of the notes with --note COLUMN, or leave --export out.',
  }),
  'workbook-broken': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this workbook cannot be read (${d.cause})`,
    next: 'Open it in a spreadsheet and save it again as .xlsx without a password, or save the sheet as "CSV UTF-8".',
  }),
  'sheet-needed': (d: { file: string; sheets: readonly string[] }) => ({
    what: `${d.file}: this workbook has several sheets with content: ${known(d.sheets)}`,
    next: 'Say which one to read with --sheet NAME.',
  }),
  'sheet-unknown': (d: {
    file: string
    sheet: string
    known: readonly string[]
    nearest: string | undefined
  }) => ({
    what: `${d.file}: there is no sheet "${d.sheet}"; there are ${known(d.known)}`,
    next: `${meant(d.nearest)}Name one of them with --sheet.`,
  }),
  'encoding-mixed': (d: { file: string; line: number; byte: number }) => ({
    what: `${d.file}, line ${d.line}: byte ${d.byte} of the file is not UTF-8, although all the rest is`,
    next: 'Mend that character, or say how the file is written with --encoding (windows-1252, for instance).',
  }),
  'cell-too-long': (d: { file: string; row: number; column: number; length: number }) => ({
    what: `${d.file}, row ${d.row}, column ${d.column}: this cell has ${d.length} characters, and no note has more than 100,000`,
    next: 'Look whether a quotation mark is missing near it, or whether another file was pasted into the cell.',
  }),
} satisfies Record<string, (details: never) => Sentence>
