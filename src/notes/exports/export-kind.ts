import type { Column, ColumnChoice, NamedColumns, SaidBy } from '../columns.js'
import type { Drop, Note } from '../note.js'
import type { Table } from '../table.js'

/** What reading a table needs to know besides the table. */
export type ReadOptions = {
  /** File name, for messages. */
  file: string
  /** Index of the file among those that are read. */
  source: number
  /** Columns that the user named. */
  named: NamedColumns
  /** Where the user named them, for messages. */
  saidBy: SaidBy
  /** Whether a heading is known as a quadrant of a map, or a column of a retrospective. */
  isQuadrant(heading: string): boolean
  /** Whether the user named the kind: then it is not to be doubted. */
  isForced?: boolean
  /** How many rows name the columns, where the user says so: then no more are looked for. */
  headerRows?: number | undefined
}

/** A column that is not taken for notes. */
export type Withheld = Column & { because: string }

/** The notes of one table, and an account of every cell that could have been one. */
export type Reading = {
  notes: Note[]
  dropped: Drop[]
  header: readonly string[]
  /** Records of data below the header. */
  rows: number
  /** Cells of the note columns: notes and dropped add up to it. */
  cells: number
  /** Columns by role. */
  columns: Partial<ColumnChoice>
  /** The columns that hold notes; several where each is a quadrant of its own, or part of a note's text. */
  noteColumns: readonly Column[]
  /** Quadrants in the order of their columns, where columns are quadrants. */
  quadrants?: readonly string[]
  /** Columns that are not read, and why; only where that was found out by looking at their cells. */
  withheld?: readonly Withheld[]
  /** What the user should know although the reading went on. */
  warnings: string[]
  /** Guesses that are too weak to go on without the user's word. */
  doubts?: string[]
}

/** One way in which tools write notes; each stands in a file of its own in this folder. */
export type ExportKind = {
  name: string
  /** Tools whose exports are of this kind, as names for --export. */
  tools?: readonly string[]
  /** Whether several columns may hold notes, each a quadrant of its own. */
  takesSeveral?: boolean
  /** Says why the table is of this kind, or nothing. */
  recognise(table: Table, options: ReadOptions): string | undefined
  read(table: Table, options: ReadOptions): Reading
}
