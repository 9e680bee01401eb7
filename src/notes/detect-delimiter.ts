import { CsvError, parse } from 'csv-parse/sync'
import type { Delimiter } from '../text/delimiter.js'
import { optionsFor } from './csv-options.js'
import { isNoteHeader } from './find-header.js'
import { isLinks } from './is-links.js'
import { splitPlain } from './split-plain.js'

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|']
const SAMPLE_RECORDS = 60

/**
 * The delimiter under which most of the first records have as many cells as the first of them, and many. Ties go to the
 * comma; a table of one column has none, so that a comma in a note does not cut it. Where hardly any record is like the first,
 * that may be a title, and the records below it tell.
 */
export function detectDelimiter(sample: string): Delimiter {
  const [first = ''] = sample.split(/\r\n?|\n/, 1)
  if (isNoteHeader(first)) return 'none' // a list below its header, whatever signs its notes hold
  const linked = CANDIDATES.find((delimiter) => isListWithLinks(sample, delimiter))
  if (linked) return linked
  const widths = CANDIDATES.map((delimiter) => ({ delimiter, widths: sampleWidths(sample, delimiter) }))
  const direct = bestOf(widths, likeTheFirst)
  if (direct.score >= SURE) return direct.delimiter
  const below = bestOf(widths, belowATitle)
  return below.score > 0 ? below.delimiter : direct.delimiter
}

type Candidate = { delimiter: Delimiter; widths: readonly number[] }
type Score = (widths: readonly number[]) => number

/** A table of two columns of whose records nearly half are like the header. */
const SURE = 0.8

function bestOf(candidates: readonly Candidate[], scoreOf: Score): { delimiter: Delimiter; score: number } {
  let best: { delimiter: Delimiter; score: number } = { delimiter: 'none', score: 0 }
  for (const { delimiter, widths } of candidates) {
    const score = scoreOf(widths)
    if (score > best.score) best = { delimiter, score }
  }
  return best
}

/** One cell a row, and in some of them a link behind it. */
function isListWithLinks(text: string, delimiter: Delimiter): boolean {
  if (!/https?:\/\//i.test(text)) return false
  let hasLinks = false
  let isList = true
  eachRecord(text, delimiter, ([, ...others]) => {
    const filled = others.filter((cell) => cell.trim() !== '')
    if (!filled.every(isLinks)) isList = false
    if (filled.length > 0) hasLinks = true
  })
  return isList && hasLinks
}

function sampleWidths(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = []
  eachRecord(text, delimiter, (record) => {
    if (record.some((cell) => cell.trim() !== '')) widths.push(record.length)
  })
  return widths
}

function eachRecord(text: string, delimiter: Delimiter, see: (record: string[]) => void): void {
  const plain = text.includes('\n') ? splitPlain(text, delimiter, (cell) => cell, SAMPLE_RECORDS) : undefined
  if (plain && 'records' in plain) {
    plain.records.forEach(see)
    return
  }
  const sample = Buffer.from(text)
  const collect = (record: string[]): null => {
    see(record)
    return null
  }
  try {
    parse(sample, {
      ...optionsFor(delimiter, sample),
      relax_quotes: true,
      ltrim: true,
      to: SAMPLE_RECORDS,
      on_record: collect,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error // the sample may end inside a quoted cell
  }
}

/** The number of cells of the first record, times the share of records that have as many. */
const likeTheFirst: Score = (widths) => {
  const header = widths[0] ?? 1
  if (header < 2) return 0
  return (widths.filter((width) => width === header).length / widths.length) * header
}

/**
 * The same of the records below a title or two, which nearly all have one number of cells. What stands below them, totals or a
 * legend, may have others where the table itself is plain.
 */
const belowATitle: Score = (widths) => {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [usual = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const above = widths.indexOf(usual)
  const isPlain = usual >= PLAIN && rows >= PLAIN
  const below = widths.slice(above, isPlain ? widths.lastIndexOf(usual) + 1 : undefined)
  const share = below.filter((width) => width === usual).length / below.length
  return usual >= 2 && share >= (isPlain ? MOSTLY_PLAIN : MOSTLY) && rows >= 2 && above <= MOST_ABOVE
    ? share * usual
    : 0
}

/** Below a title nearly all rows are alike; a list of notes with a comma here and there is not. */
const MOSTLY = 0.9
const MOSTLY_PLAIN = 0.8
const MOST_ABOVE = 10
/** So many rows of so many cells are no list of notes with commas in them. */
const PLAIN = 3
