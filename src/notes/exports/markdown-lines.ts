import type { Table } from '../table.js'
import { linesOf } from './lines-of.js'

/** A line of Markdown. `level` is that of a heading, 1 for the highest; `said` what it says without its marks. */
export type MarkdownLine = {
  row: number
  kind: 'blank' | 'meta' | 'heading' | 'item' | 'text' | 'more'
  level: number
  said: string
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^(\s*)(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/
const FENCE = /^---\s*$/
const META = /^\s*(?:[\w-]{1,40}\s*:|- |$)/
/** A line that only says what the list below it is about. */
const LEAD = /^(?!\s)(.{1,80}?)\s*[:：]\s*$/

/** Whose the lists below it are. */
const WHOSE =
  /^(?:persona|role|rolle|rôle|rol|ruolo|papel|rola|profil|profile|perfil|ペルソナ|役割|페르소나|역할)\s*[:：]\s*(\S.{0,60})$/iu

/** So many lines of settings may stand above a text. */
const MOST_META = 40

/**
 * Lines of Markdown, and of lists that people write the same way: with headings, with names that end in a colon above lists, or with
 * lists within lists. A line that is indented below an item goes on from it ('more').
 */
export function markdownLines(table: Table): MarkdownLine[] {
  const texts = linesOf(table).map((line) => withoutDelimiters(line, table.delimiter))
  const meta = linesOfMeta(texts)
  let isInItem = false
  const lines = texts.map((text, index): MarkdownLine => {
    const row = index + 1
    const wasInItem = isInItem
    isInItem = false
    if (index < meta) return { row, kind: 'meta', level: 0, said: '' }
    if (text.trim() === '') return { row, kind: 'blank', level: 0, said: '' }
    const [, marks, heading = ''] = HEADING.exec(text) ?? []
    if (marks) return { row, kind: 'heading', level: marks.length, said: heading }
    const [, , item] = ITEM.exec(text) ?? []
    isInItem = item !== undefined || (wasInItem && /^\s{2,}\S/.test(text))
    if (item !== undefined) return { row, kind: 'item', level: 0, said: item }
    return { row, kind: isInItem ? 'more' : 'text', level: 0, said: text.trim() }
  })
  if (lines.some(({ kind }) => kind === 'heading')) return lines
  return withLeads(lines) ?? withNesting(lines, texts) ?? lines
}

/** A row is filled up with delimiters where another has more cells. */
function withoutDelimiters(line: string, delimiter: Table['delimiter']): string {
  if (delimiter === 'none') return line
  let end = line.length
  while (line.endsWith(delimiter, end) && end > 0) end -= delimiter.length
  return line.slice(0, end)
}

/** How many lines at the beginning are settings between two lines of dashes. */
function linesOfMeta(texts: readonly string[]): number {
  const first = texts.findIndex((text) => text.trim() !== '')
  if (first < 0 || !FENCE.test(texts[first] ?? '')) return 0
  const length = texts.slice(first + 1, first + 1 + MOST_META).findIndex((text) => FENCE.test(text))
  const between = texts.slice(first + 1, first + 1 + length)
  return length > 0 && between.every((text) => META.test(text) || /^\s+\S/.test(text))
    ? first + length + 2
    : 0
}

/** "Nurse - Gains:" above a list: headings where there are two of them, and below the first nothing but lists. */
function withLeads(lines: readonly MarkdownLine[]): MarkdownLine[] | undefined {
  const filled = lines.filter(({ kind }) => kind !== 'blank')
  const leads = new Set(
    filled.filter(
      ({ kind, said }, index) => kind === 'text' && LEAD.test(said) && filled[index + 1]?.kind === 'item',
    ),
  )
  const [first] = leads
  if (leads.size < 2 || !first) return undefined
  const personas = new Map(
    lines.flatMap((line) => {
      const [, name] = (line.kind === 'text' && WHOSE.exec(line.said)) || []
      return name === undefined ? [] : [[line, name] as const]
    }),
  )
  const below = lines.slice(lines.indexOf(first))
  if (below.some((line) => line.kind === 'text' && !leads.has(line) && !personas.has(line))) return undefined
  return lines.map((line): MarkdownLine => {
    const name = personas.get(line)
    if (name !== undefined) return { ...line, kind: 'heading', level: 1, said: name }
    if (!leads.has(line)) return line
    return { ...line, kind: 'heading', level: 2, said: LEAD.exec(line.said)?.[1] ?? line.said }
  })
}

/**
 * A list of lists: items that most of their siblings have lists below are headings; a list below a single note is a part of it.
 * Nothing where there are not two such lists.
 */
function withNesting(lines: readonly MarkdownLine[], texts: readonly string[]): MarkdownLine[] | undefined {
  const items = lines.filter(({ kind }) => kind === 'item')
  if (items.length < 4 || lines.some(({ kind }) => kind === 'text')) return undefined
  const widthOf = ({ row }: MarkdownLine): number =>
    (ITEM.exec(texts[row - 1] ?? '')?.[1] ?? '').replace(/\t/g, '    ').length
  const widths = [...new Set(items.map(widthOf))].sort((a, b) => a - b)
  if (widths.length < 2) return undefined
  const parents = new Set(
    items.filter((line, index) => {
      const next = items[index + 1]
      return next !== undefined && widthOf(next) > widthOf(line)
    }),
  )
  const hasBelow = (line: MarkdownLine): boolean => parents.has(line)
  const deepest = widths.findLastIndex((width) => {
    const own = items.filter((line) => widthOf(line) === width)
    return own.filter(hasBelow).length > own.length / 2
  })
  const headings = items.filter((line) => widths.indexOf(widthOf(line)) <= deepest)
  const quadrants = headings.filter((line) => widths.indexOf(widthOf(line)) === deepest && hasBelow(line))
  if (quadrants.length < 2) return undefined
  return lines.map((line): MarkdownLine => {
    if (line.kind !== 'item') return line
    const depth = widths.indexOf(widthOf(line))
    if (depth <= deepest) return { ...line, kind: 'heading', level: depth + 1 }
    return depth === deepest + 1 ? line : { ...line, kind: 'more' }
  })
}

/** Links, pictures, mentions and marks of emphasis → the words that people see. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]]{0,300})\]\((?:[^()\s]{1,2000})(?:\s+"[^"]{0,200}")?\)/g, '$1')
    .replace(/<(?:https?:\/\/|mailto:)[^|>\s]{1,2000}\|([^>]{1,300})>/g, '$1')
    .replace(/<[@#!][^>\s]{1,80}>/g, '')
    .replace(/(\*\*|~~)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .trim()
}
