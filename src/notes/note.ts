/** Where a note stands in the files that were read. */
export type Place = {
  /** Index of the file among those that were read, from 0. */
  source: number
  /** Record of data, from 1: header rows do not count, nor does a line break inside a cell. */
  row: number
  /** Column, from 1; given only where several columns of the file hold notes. */
  column?: number
  /** Which of the notes of one cell, from 1; given only where a cell holds several. */
  part?: number
}

/** One sticky note, as it was written: only surrounding white space is gone. */
export type Note = {
  text: string
  persona: string
  quadrant: string
  /** Votes or likes; absent where the export has none. */
  votes?: number
  place: Place
}

/** Why a cell of a note column is not a note. */
export const DROP_REASONS = [
  'empty',
  'punctuation',
  'placeholder',
  'heading',
  'legend',
  'template',
  'copy',
  'not a note',
  'rejected',
  'archived',
  'personal', // names and the like, where a table of questions asked for them
  'choice', // one of a few answers to choose from
  'number', // a rating, where words were asked for
  'error value', // what a spreadsheet writes where a formula fails
  'preview', // an answer that its makers gave to try the survey
  'surplus cell', // beyond the last column of the header
  'total', // a row of sums or averages that a spreadsheet put below the others
  'second table', // of rows of another kind below the first table
] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** A cell of a note column that is no note. */
export type Drop = { row: number; column?: number; reason: DropReason }
