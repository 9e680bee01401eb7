import { decodeXML } from 'entities'
import { foldName } from '../../text/fold.js'
import { chooseColumns, type NamedColumns } from '../columns.js'
import type { DropReason } from '../note.js'
import type { Table } from '../table.js'
import type { ExportKind } from './export-kind.js'
import { type IndexOf, nearestArea, wallWriting } from './mural-board.js'
import { readTall, type TallLayout } from './read-tall.js'

/** Cell of a record by the header of its column; "" where there is none. */
type CellOf = (header: string) => string

/** What one tool writes: one note a row, in columns that it always names so. */
type NamedExport = {
  name: string
  tool: string
  /** Headers that only this tool writes together; several sets for its generations and languages. */
  fingerprints: readonly (readonly string[])[]
  /** Its columns, in the order in which they are tried. */
  columns: { readonly [role in keyof NamedColumns]: readonly string[] }
  /** Further columns of a note's text, joined by a line break: the first before the note's, the others behind. */
  title?: readonly string[]
  details?: readonly string[]
  /** Whether the text is escaped as HTML. */
  isEscaped?: boolean
  dropped?: (cell: CellOf) => DropReason | undefined
  /** What only the whole board tells: the quadrant of a record, and whether it is a note. */
  readBoard?: (table: Table, indexOf: IndexOf) => Pick<TallLayout, 'quadrantOf' | 'dropped'>
}

/** From vendors' code, real files and the importers of others; columns that hold names of people are never read. */
const TOOLS: readonly NamedExport[] = [
  {
    name: 'mural',
    tool: 'MURAL',
    fingerprints: [['bg color', 'position x', 'area']],
    columns: { note: ['Text'], quadrant: ['Area'] },
    isEscaped: true,
    readBoard: (table, indexOf) => ({
      quadrantOf: nearestArea(table, indexOf),
      dropped: wallWriting(table, indexOf),
    }),
  },
  {
    name: 'parabol',
    tool: 'Parabol',
    fingerprints: [['reflectiongroup', 'prompt', 'content']],
    columns: { note: ['content'], quadrant: ['prompt'] }, // its votes are those of the reflection group, in every row
    dropped: (cell) => (/^reflection$/i.test(cell('type')) ? undefined : 'not a note'),
  },
  {
    name: 'scrumlr',
    tool: 'scrumlr.io',
    fingerprints: [['note_id', 'column', 'rank', 'stack']],
    columns: { note: ['text'], quadrant: ['column'], votes: ['voting_0'] },
  },
  {
    name: 'refacto',
    tool: 'Refacto',
    fingerprints: [['archive', 'category', 'message']],
    columns: { note: ['Message'], quadrant: ['Category'], votes: ['Votes'] },
  },
  {
    name: 'trello',
    tool: 'Trello',
    fingerprints: [['card name', 'list name']],
    columns: { note: ['Card Name'], quadrant: ['List Name'] },
    details: ['Card Description'],
    dropped: (cell) => (/^true$/i.test(cell('Archived')) ? 'archived' : undefined),
  },
  {
    name: 'polis',
    tool: 'Polis',
    fingerprints: [['comment-body', 'moderated']],
    columns: { note: ['comment-body'] },
    dropped: (cell) => (cell('moderated').trim() === '-1' ? 'rejected' : undefined),
  },
  {
    name: 'talk-to-the-city',
    tool: 'Talk to the City',
    fingerprints: [['id', 'interview', 'comment']],
    columns: { note: ['comment'] },
  },
  {
    name: 'padlet',
    tool: 'Padlet',
    fingerprints: [
      ['subject', 'body', 'author'],
      ['subject', 'body', 'section'],
      ['title', 'body', 'section'],
      ['title', 'body', 'post color'],
      ['제목', '본문'],
    ],
    columns: { note: ['Body', '본문'], quadrant: ['Section', '섹션'] },
    title: ['Subject', 'Title', '제목'],
  },
]

/** One kind of export per tool. */
export const namedExports: readonly ExportKind[] = TOOLS.map((tool) => ({
  name: tool.name,
  recognise: ({ header }) => {
    const headers = new Set(header.map(foldName))
    const found = tool.fingerprints.find((names) => names.every((name) => headers.has(name)))
    return found && `${tool.tool} writes the columns ${found.map((name) => `"${name}"`).join(', ')}`
  },
  read: (table, options) => {
    const indexOf = (names: readonly string[] = []): number =>
      table.header.findIndex((header) => names.some((name) => foldName(name) === foldName(header)))
    const usual = Object.entries(tool.columns).flatMap(([role, names]) => {
      const index = indexOf(names)
      return index < 0 ? [] : [[role, String(index + 1)]]
    })
    const columns = chooseColumns(table.header, options.named, options.file, Object.fromEntries(usual))
    const parts = [indexOf(tool.title), columns.note.index, indexOf(tool.details)].filter(
      (index) => index >= 0,
    )
    const textOf = (record: readonly string[]): string => {
      const text = parts
        .map((index) => record[index]?.trim() ?? '')
        .filter((part) => part !== '')
        .join('\n')
      return tool.isEscaped ? decodeXML(text) : text
    }
    const dropped = (record: readonly string[]): DropReason | undefined =>
      tool.dropped?.((header) => record[indexOf([header])] ?? '')
    const board = tool.readBoard?.(table, indexOf)
    const quadrantOf = options.named.quadrant === undefined ? board?.quadrantOf : undefined
    return readTall(table, { columns, textOf, dropped, ...board, quadrantOf }, options)
  },
}))
