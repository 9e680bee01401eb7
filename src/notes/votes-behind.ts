const WORD = 'votes?|likes?|points?|stimmen?|punkte?|voix|votos?|voti|stemmen|głosy?|głosów|票|표|dots?'
const EXPLICIT = new RegExp(
  String.raw`\s*(?:[([]\s*(?:\+\s?(\d{1,6})(?:\s?\/\s?-\s?\d{1,6})?|(\d{1,6})\s*(?:${WORD})|(?:${WORD})\s*[:=]?\s*(\d{1,6})|[👍❤♥★⭐]️?\s?(\d{1,6})|[x×](\d{1,6}))\s*[)\]]|(?<=\S\s)[👍❤♥★⭐]️?\s?(\d{1,6})|(?<=\S\s)\+(\d{1,6}))$`,
  'iu',
)
const LEADING = /^[([]\s*\+(\d{1,6})(?:\s?\/\s?-\s?\d{1,6})?\s*[)\]]\s*/

/** Whether cells have their votes behind or before their text: "(3 votes)", "(+3)", "[5 Stimmen]", "👍 2", "(+3/-0) Text". */
export function hasVotesBehind(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '' && (isBehind(cell) || LEADING.test(cell)))
}

/** The end of a long cell alone is looked at: votes are few characters. */
const isBehind = (cell: string): boolean => EXPLICIT.test(cell.trim().slice(-30))

/** A cell → its text and its votes, 0 where it says none. A bare number in brackets may be part of the text, and stays. */
export function votesBehind(cell: string): { text: string; votes: number } {
  const leading = LEADING.exec(cell)
  if (leading) return { text: cell.slice(leading[0].length), votes: Number(leading[1]) }
  const text = cell.trim()
  const head = text.slice(0, -30)
  const found = EXPLICIT.exec(text.slice(-30))
  if (!found) return { text: cell, votes: 0 }
  const votes = found.slice(1).find((digits) => digits !== undefined)
  return { text: head + text.slice(-30).slice(0, found.index), votes: Number(votes ?? 0) }
}
