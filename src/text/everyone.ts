/** Persona and quadrant of notes whose export has no column for them. */
export const EVERYONE = 'All'
export const ANY_QUADRANT = 'Notes'

/** Persona or quadrant of a note whose cell in that column is blank. */
export const UNSPECIFIED = 'Unspecified'
