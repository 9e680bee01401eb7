import type { JudgedColumn } from './columns.js'

/** What a column looks like without any of its cells' text: number from 1, header, and figures. */
export type ColumnFigures = readonly [
  number: number,
  header: string,
  filled: number,
  distinct: number,
  words: number,
  characters: number,
  numbers: number,
  dates: number,
]

/** Columns → what may be told of them to somebody who must not see a cell. Shares are whole per cents. */
export function figuresOf(judged: readonly JudgedColumn[]): ColumnFigures[] {
  const percent = (share: number): number => Math.round(share * 100)
  return judged.map(({ index, header, profile }) => [
    index + 1,
    header,
    profile.filled.length,
    profile.distinct,
    profile.words,
    profile.length,
    percent(profile.numbers),
    percent(profile.dates),
  ])
}
