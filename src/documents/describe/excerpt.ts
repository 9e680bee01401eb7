/** A note that is quoted beside its own place is cut to about so many characters, between words. */
const LONGEST = 200

/** The beginning of a text, on one line, with an ellipsis where it goes on. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  const space = cut.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}
