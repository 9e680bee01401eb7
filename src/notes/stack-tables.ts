import { fold } from '../text/fold.js'
import { filledIn } from './cells.js'
import { asks } from './judge-header.js'
import { isRetroHeading } from './retro-headings.js'

type Cells = readonly string[]

/** Rows with a first column of titles, and what was done, said. */
export type Stacked = { rows: string[][]; warning: string }

const LABEL = /^(?:persona|rolle|role|rôle|rol|ruolo|gruppe|group|team|frage|question)\s*[:：]\s*/i

/**
 * Tables below each other, all with the header at `at`, and a title of one cell above each: who, or which question, it is about.
 * They are one table with a column for the titles; titles and further headers are headings in it. Nothing where there is but one.
 */
export function stackTables(rows: readonly Cells[], at: number): Stacked | undefined {
  const header = rows[at] ?? []
  const isHeader = (row: Cells | undefined): boolean =>
    row !== undefined &&
    header.every((cell, index) => fold(cell) === fold(row[index] ?? '')) &&
    filledIn(row) === filledIn(header)
  const isTitle = (index: number): boolean =>
    filledIn(rows[index] ?? []) === 1 && (rows[index]?.[0] ?? '').trim() !== '' && isHeader(rows[index + 1])
  if (filledIn(header) < 2 || !isTitle(at - 1)) return undefined
  const titles = rows.flatMap((row, index) => (index >= at - 1 && isTitle(index) ? [titleOf(row)] : []))
  if (titles.length < 2 || new Set(titles).size < titles.length) return undefined
  const areQuestions = titles.every(asks)
  if (!areQuestions && titles.some((title) => /\d/.test(title))) return undefined // weeks, sprints, dates
  const areQuadrants = titles.filter(isRetroHeading).length > titles.length / 2
  const column = areQuestions ? 'Question' : areQuadrants ? 'Quadrant' : 'Persona'
  let title = titles[0] ?? ''
  const stacked = rows.map((row, index) => {
    if (index < at) return [...row]
    if (index === at) return [column, ...row]
    if (isTitle(index)) title = titleOf(row)
    if (isTitle(index) || isHeader(row)) return [column, ...header]
    return filledIn(row) === 0 ? ['', ...row] : [title, ...row]
  })
  const named = titles.map((one) => `"${one}"`).join(', ')
  return {
    rows: stacked,
    warning: `tables stand below each other, and their titles say what each is about: ${named}`,
  }
}

const titleOf = (row: Cells): string => (row[0] ?? '').trim().replace(LABEL, '')
