/** How notes are shown under a theme. */
export type NoteDisplay = 'none' | 'inline' | 'few' | 'list'

export type DocumentOptions = {
  /** All in a line, unless they are long, where it is not said. */
  notes?: NoteDisplay | undefined
  /** What CSV holds: a note a row, or the themes as a list that can be given. */
  as?: 'notes' | 'given'
}
