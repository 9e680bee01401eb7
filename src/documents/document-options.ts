/** How notes are shown under a theme. */
export type NoteDisplay = 'none' | 'inline' | 'list'

export type DocumentOptions = { notes: NoteDisplay }
