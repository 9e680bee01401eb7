import { decodeXML } from 'entities'
import { UserError } from '../../errors/user-error.js'
import { foldName } from '../../text/fold.js'
import { isYes } from '../../text/is-yes.js'
import {
  type ChosenColumn,
  type ColumnChoice,
  columnsOf,
  judgeColumns,
  namedColumns,
  nameOf,
  type Role,
} from '../columns.js'
import type { DropReason } from '../note.js'
import type { Table } from '../table.js'
import type { ExportKind } from './export-kind.js'
import { type IndexOf, nearestArea, wallWriting } from './mural-board.js'
import { readTall, type TallLayout } from './read-tall.js'
import { withheldOf } from './withheld.js'

/** Cell of a record by the header of its column; "" where there is none. */
type CellOf = (header: string) => string

/** What one tool writes: one note a row, in columns that it always names so. */
type NamedExport = {
  name: string
  tool: string
  /** Headers that only this tool writes together; several sets for its generations and languages. */
  fingerprints: readonly (readonly string[])[]
  /** Its columns, in the order in which they are tried. */
  columns: { readonly [role in Role]?: readonly string[] }
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
    columns: { note: ['Text'], quadrant: ['Area'], votes: ['Votes', 'Vote Count'] },
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
    columns: { note: ['Card Name'], quadrant: ['List Name'], votes: ['Vote Count', 'Votes'] },
    details: ['Card Description'],
    dropped: (cell) => (isYes(cell('Archived')) ? 'archived' : undefined),
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
    name: 'asana',
    tool: 'Asana',
    fingerprints: [
      ['task id', 'name', 'section/column'],
      ['name', 'section/column', 'notes'],
      ['aufgaben-id', 'name', 'abschnitt/spalte'],
    ],
    columns: {
      note: ['Notes', 'Notizen', 'Name'],
      persona: ['Persona', 'Role', 'Rolle'],
      quadrant: ['Section/Column', 'Abschnitt/Spalte'],
      votes: ['Votes', 'Likes', 'Stimmen'],
    },
    title: ['Name'],
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
    const found = tool.fingerprints.find((names) => names.every((name) => headers.has(foldName(name))))
    return found && `${tool.tool} writes the columns ${found.map((name) => `"${name}"`).join(', ')}`
  },
  read: (table, options) => {
    const { file, named, saidBy } = options
    const headers = table.header.map(foldName)
    const indexOf = (names: readonly string[] = []): number =>
      names.map((name) => headers.indexOf(foldName(name))).find((index) => index >= 0) ?? -1
    const said = namedColumns(table.header, named, file, saidBy)
    const usual = (role: Role): ChosenColumn | undefined => {
      const index = indexOf(tool.columns[role])
      const header = table.header[index]?.trim() ?? ''
      return said[role] ?? (index < 0 ? undefined : { index, header, because: 'usual', runnersUp: [] })
    }
    const [note, persona, quadrant, votes] = [
      usual('note'),
      usual('persona'),
      usual('quadrant'),
      usual('votes'),
    ]
    if (!note) {
      const { tool: name, columns } = tool
      const known = columnsOf(table.header).map(nameOf)
      throw new UserError('tool-column-missing', {
        file,
        tool: name,
        wanted: columns.note ?? [],
        columns: known,
      })
    }
    const columns: ColumnChoice = {
      note,
      ...(persona && { persona }),
      ...(quadrant && { quadrant }),
      ...(votes && { votes }),
    }
    const judged = judgeColumns(table)
    const parts = [...new Set([indexOf(tool.title), note.index, indexOf(tool.details)])].flatMap(
      (index) => judged[index] ?? [],
    )
    const dropped = (record: readonly string[]): DropReason | undefined =>
      tool.dropped?.((header) => record[indexOf([header])] ?? '')
    const board = tool.readBoard?.(table, indexOf)
    const quadrantOf = named.quadrant === undefined ? board?.quadrantOf : undefined
    const decodeCell = tool.isEscaped ? decodeXML : undefined
    const taken = new Set([...parts, persona, quadrant, votes].map((column) => column?.index ?? -1))
    const withheld = withheldOf(judged, taken)
    return readTall(table, { columns, parts, decodeCell, dropped, withheld, ...board, quadrantOf }, options)
  },
}))
