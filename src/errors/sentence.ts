/** What a message says: what is wrong and where, then what to do next. */
export type Sentence = { what: string; next: string }

/** Items as a list below a sentence. */
export const list = (items: readonly string[]): string => items.map((item) => `\n    - ${item}`).join('')
const MOST_SHOWN = 12

/** Items in quotation marks, the first twelve of them. */
export function quoted(items: readonly string[]): string {
  const shown = items
    .slice(0, MOST_SHOWN)
    .map((item) => `"${item.length > 80 ? `${item.slice(0, 79)}…` : item}"`)
  const more = items.length > MOST_SHOWN ? ` and ${items.length - MOST_SHOWN} more` : ''
  return shown.join(', ') + more
}

/** All of what may be said, in quotation marks: a list of known values is never cut short. */
export const known = (items: readonly string[]): string => items.map((item) => `"${item}"`).join(', ')

/** The beginning of what to do about a misspelling. */
export const meant = (nearest: string | undefined): string => (nearest ? `Did you mean "${nearest}"? ` : '')
