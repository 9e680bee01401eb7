/** How notes are shown under a theme. */
export type NoteDisplay = 'none' | 'inline' | 'list'

export type DocumentOptions = {
  notes: NoteDisplay
  /** What CSV holds: a note a row, or the themes as a list that can be given. */
  as?: 'notes' | 'given'
}
