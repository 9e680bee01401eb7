import { cleanText, oneLine } from '../../text/clean-text.js'
import { EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { columnsOf } from '../columns.js'
import type { Drop, Note } from '../note.js'
import { toPlainCell } from '../plain-cell.js'
import { addNotes, splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import { hasVotesBehind, votesBehind } from '../votes-behind.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'
import { everyRow } from './lines-of.js'
import { markdownLines, plainMarkdown } from './markdown-lines.js'

/** A board as Markdown: headings are quadrants, what stands in the lists below them notes. A heading above several others is whose they are. */
export const markdownExport: ExportKind = {
  name: 'markdown',
  tools: ['github', 'obsidian', 'hackmd'],
  recognise: (table, { named }) => {
    if (named.note !== undefined || !mayBeMarkdown(table)) return undefined
    const lines = markdownLines(table)
    const headings = lines.filter(({ kind }) => kind === 'heading').length
    const items = lines.filter(({ kind }) => kind === 'item').length
    return headings >= 1 && items >= 1
      ? `Markdown with ${headings} headings and ${items} items of lists`
      : undefined
  },
  read: readMarkdown,
}

/** So many lines may stand above the first list. */
const MOST_ABOVE = 12

/** Asked before anything else, for most tables are none: a text of one column has a heading, a list or settings at its beginning. */
function mayBeMarkdown(table: Table): boolean {
  const firsts = everyRow({ ...table, records: table.records.slice(0, MOST_ABOVE * 2) })
    .filter((record) => record.some((cell) => cell !== ''))
    .slice(0, MOST_ABOVE)
    .map(([first = '']) => first)
  if (/^(?:#{1,6}\s|---\s*$|[-*+•]\s)/.test(firsts[0] ?? '')) return true
  return firsts.some((text, index) => /[:：]\s*$/.test(text) && /^\s*[-*+•–]\s/.test(firsts[index + 1] ?? ''))
}

function readMarkdown(table: Table, { source }: ReadOptions): Reading {
  const lines = markdownLines(table)
  const levels = lines.map(({ level }) => level)
  const deepest = levels.reduce((most, level) => Math.max(most, level), 0)
  const notes: Note[] = []
  const dropped: Drop[] = []
  const hasVotes = hasVotesBehind(lines.map(({ kind, said }) => (kind === 'item' ? said : '')))
  const above = levels.filter((level) => level > 0 && level < deepest).length
  let [persona, quadrant] = [EVERYONE, UNSPECIFIED]
  let cells = lines.length
  let open: Note | undefined // the item that an indented line goes on from
  for (const { row, kind, level, said } of lines) {
    if (kind === 'heading') {
      open = undefined
      if (level === deepest) quadrant = oneLine(plainMarkdown(said)) || UNSPECIFIED
      else if (above > 1) persona = oneLine(plainMarkdown(said)) || EVERYONE
      dropped.push({ row, reason: 'heading' })
      continue
    }
    if (kind === 'more' && open) {
      open.text = cleanText(`${open.text} ${toPlainCell(plainMarkdown(said))}`)
      cells -= 1 // it is a part of the note above
      continue
    }
    const plain = toPlainCell(plainMarkdown(said))
    const { text, votes } = hasVotes ? votesBehind(plain) : { text: plain, votes: 0 }
    const content = splitCell(text)
    // what is said above the first heading of a quadrant, and in no list, is about the board
    const isAbove = kind === 'meta' || (quadrant === UNSPECIFIED && kind === 'text')
    if ('reason' in content || isAbove) {
      open = undefined
      dropped.push({ row, reason: 'reason' in content ? content.reason : 'not a note' })
      continue
    }
    cells += content.texts.length - 1
    addNotes(notes, content.texts, { persona, quadrant, ...(hasVotes && { votes }), place: { source, row } })
    open = notes.at(-1)
  }
  const header = ['']
  return {
    notes,
    dropped,
    header,
    rows: lines.length,
    cells,
    columns: {},
    noteColumns: columnsOf(header),
    warnings: [],
  }
}
