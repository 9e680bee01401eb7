const UNPRINTABLE = /(?![\n\t])[\p{Cc}\u200B\u2060\uFEFF]/gu
const NEEDS_CLEANING = /[^ -~\u00A0-\u1FFF\u3000-\uD7FF]/
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Text of a note as written, without surrounding white space and unprintable characters; "\n" between lines. */
export function cleanText(cell: string): string {
  if (!NEEDS_CLEANING.test(cell)) return cell.trim()
  return cell.replace(LINE_BREAK, '\n').replace(UNPRINTABLE, '').trim()
}

/** A name on one line, so that nothing in it can look like another line of a prompt or document. */
export function oneLine(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ')
}
