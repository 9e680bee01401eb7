import { cleanText } from '../../text/clean-text.js'
import { ANY_QUADRANT, EVERYONE } from '../../text/everyone.js'
import { columnsOf } from '../columns.js'
import type { Drop, Note } from '../note.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'
import { linesOf } from './lines-of.js'

const DAY = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}`
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202F]?[AP]\.?M\.?)?`
/** When, who and what: as WhatsApp writes it on phones of two makers, and Zoom and Teams beside a meeting. */
const MESSAGES: readonly RegExp[] = [
  new RegExp(String.raw`^\u200E?\[${DAY},? ${TIME}\] [^:]{1,60}: ?(.*)$`, 'iu'),
  new RegExp(String.raw`^\u200E?${DAY},? ${TIME} - [^:]{1,60}: ?(.*)$`, 'iu'),
  new RegExp(
    String.raw`^${TIME}\s+(?:From|Von|De|Da|Van|Od) .{1,80}? (?:to|an|à|a|para|aan|do) [^:]{1,40}:\s?(.*)$`,
    'iu',
  ),
]
/** The same without who: the program itself says something. */
const OF_THE_PROGRAM = new RegExp(String.raw`^\u200E?(?:\[${DAY},? ${TIME}\]|${DAY},? ${TIME} -) `, 'iu')
const OMITTED =
  /^\u200E|^<[^>]{1,40}>$|(?:omitted|weggelassen|omis|omitid[oa]|omess[oa]|weggelaten|pominięt\p{L}+)>?$/iu

const FEWEST = 2
const MOST_ABOVE = 8

/** A chat that was saved: a message a line, with when and by whom it was written before it. Who wrote it is not read. */
export const chatExport: ExportKind = {
  name: 'chat',
  tools: ['whatsapp', 'zoom'],
  recognise: (table, { named }) => {
    const first = { ...table, records: table.records.slice(0, MOST_ABOVE) }
    if (named.note !== undefined || !trimmedLines(first).some(isMessage)) return undefined
    const lines = trimmedLines(table).filter((line) => line !== '')
    const messages = lines.filter(isMessage).length
    return messages >= FEWEST && messages >= lines.length / 2
      ? `a chat of ${messages} messages, without who wrote them`
      : undefined
  },
  read: readChat,
}

const trimmedLines = (table: Table): string[] => linesOf(table).map((line) => line.trimEnd())

const textOf = (line: string): string | undefined =>
  MESSAGES.map((form) => form.exec(line.slice(0, 5_000))?.[1]).find((text) => text !== undefined)
const isMessage = (line: string): boolean => textOf(line) !== undefined

function readChat(table: Table, { source }: ReadOptions): Reading {
  const lines = trimmedLines(table)
  const notes: Note[] = []
  const dropped: Drop[] = []
  let cells = lines.length
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const row = index + 1
    const said = textOf(line)
    const last = notes.at(-1)
    if (said === undefined && isOpen && last && line.trim() !== '' && !OF_THE_PROGRAM.test(line)) {
      last.text = cleanText(`${last.text}\n${line}`)
      cells -= 1 // a message of several lines
      continue
    }
    const content = splitCell(said ?? line)
    isOpen = said !== undefined && !('reason' in content)
    if ('reason' in content || said === undefined || OMITTED.test(said)) {
      isOpen = false
      dropped.push({ row, reason: 'reason' in content ? content.reason : 'not a note' })
      continue
    }
    cells += content.texts.length - 1
    addNotes(notes, content.texts, { persona: EVERYONE, quadrant: ANY_QUADRANT, place: { source, row } })
  }
  const header = ['']
  return {
    ...{ notes, dropped, header, rows: lines.length, cells },
    columns: {},
    noteColumns: columnsOf(header),
    withheld: [{ index: 0, header: 'who wrote it', because: 'personal data' }],
    warnings: [],
  }
}
