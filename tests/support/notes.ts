import type { Group } from '../../src/notes/group.js'
import type { Note } from '../../src/notes/note.js'
import { OPTIONS } from '../../src/settings/options.js'

/** Notes with these texts, one a row. */
export function notesOf(texts: readonly string[], fields: Partial<Note> = {}): Note[] {
  return texts.map((text, index) => ({
    text,
    persona: 'Coach',
    quadrant: 'Pains',
    place: { source: 0, row: index + 1 },
    ...fields,
  }))
}

/** A group of notes with these texts. */
export function groupOf(texts: readonly string[], fields: Partial<Group> = {}): Group {
  return { persona: 'Coach', quadrant: 'Pains', notes: notesOf(texts), ...fields }
}

/** How much one request holds where nobody says otherwise. */
export const USUAL_LIMITS = { notes: OPTIONS.partNotes.default, tokens: OPTIONS.partTokens.default }
