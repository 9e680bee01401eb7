import { cleanText, oneLine } from '../../text/clean-text.js'
import { EVERYONE, UNSPECIFIED } from '../../text/everyone.js'
import { columnsOf } from '../columns.js'
import type { Drop, Note } from '../note.js'
import { splitCell } from '../split-cell.js'
import type { Table } from '../table.js'
import { hasVotesBehind, votesBehind } from '../votes-behind.js'
import type { ExportKind, Reading, ReadOptions } from './export-kind.js'

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/

type Line = { row: number; text: string }

/** A board as Markdown: headings are quadrants, what stands in the lists below them notes. A heading above several others is whose they are. */
export const markdownExport: ExportKind = {
  name: 'markdown',
  tools: ['github', 'obsidian', 'hackmd'],
  recognise: (table, { named }) => {
    if (named.note !== undefined || !beginsWithHeading(table)) return undefined
    const lines = linesOf(table)
    const headings = lines.filter(({ text }) => HEADING.test(text)).length
    const items = lines.filter(({ text }) => ITEM.test(text)).length
    return headings >= 1 && items >= 1
      ? `Markdown with ${headings} headings and ${items} items of lists`
      : undefined
  },
  read: readMarkdown,
}

/** Asked before anything else, for most tables are none. */
function beginsWithHeading({ header, records, hasHeader }: Table): boolean {
  const isFilled = (record: readonly string[]): boolean => record.some((cell) => cell !== '')
  const first = hasHeader && isFilled(header) ? header : records.find(isFilled)
  return /^#{1,6}\s/.test(first?.[0] ?? '')
}

function linesOf({ header, records, hasHeader, delimiter }: Table): Line[] {
  const rows = hasHeader ? [header, ...records] : records
  const joiner = delimiter === 'none' ? '' : delimiter
  return rows.map((record, index) => ({ row: index + 1, text: record.join(joiner) }))
}

function readMarkdown(table: Table, { source }: ReadOptions): Reading {
  const lines = linesOf(table)
  const levels = lines.map(({ text }) => HEADING.exec(text)?.[1]?.length ?? 0)
  const deepest = Math.max(...levels)
  const notes: Note[] = []
  const dropped: Drop[] = []
  const hasVotes = hasVotesBehind(lines.map(({ text }) => ITEM.exec(text)?.[1] ?? ''))
  const above = levels.filter((level) => level > 0 && level < deepest).length
  let [persona, quadrant] = [EVERYONE, UNSPECIFIED]
  let parts = 0
  for (const [index, { row, text }] of lines.entries()) {
    const [, marks = '', heading = ''] = HEADING.exec(text) ?? []
    if (marks !== '') {
      if (marks.length === deepest) quadrant = oneLine(heading) || UNSPECIFIED
      else if (above > 1) persona = oneLine(heading) || EVERYONE
      dropped.push({ row, reason: 'heading' })
      continue
    }
    const item = ITEM.exec(text)?.[1] ?? text
    const { text: said, votes } = hasVotes ? votesBehind(item) : { text: item, votes: 0 }
    const content = splitCell(said)
    const isAbove = levels.slice(0, index).every((level) => level === 0)
    if ('reason' in content || isAbove) {
      dropped.push({ row, reason: 'reason' in content ? content.reason : 'template' })
      continue
    }
    parts += content.texts.length - 1
    for (const [part, own] of content.texts.entries()) {
      const place = content.texts.length === 1 ? { source, row } : { source, row, part: part + 1 }
      notes.push({ text: cleanText(own), persona, quadrant, ...(hasVotes && { votes }), place })
    }
  }
  const header = ['']
  return {
    notes,
    dropped,
    header,
    rows: lines.length,
    cells: lines.length + parts,
    columns: {},
    noteColumns: columnsOf(header),
    warnings: [],
  }
}
