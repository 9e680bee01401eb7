import { beginningOf } from '../../text/beginning-of.js'

/** A note that is quoted beside its own place is cut to about so many characters, between words. */
const LONGEST = 200

/** The beginning of a text, on one line, with an ellipsis where it goes on. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const beginning = beginningOf(line, LONGEST)
  return beginning === line ? line : `${beginning}…`
}
