/** Votes that are drawn: "👍👍", "●●●", "••". */
const SIGNS = /^\s*((?:[●•✓✔★❤♥+]|\p{Extended_Pictographic}\uFE0F?){1,50})\s*$/u
/** "+1 (5)", "👍 (3)", "👍 3"; "2x", "x2": the number is behind or before the sign. */
const COUNTED =
  /^\s*(?:(?:\+1|\p{Extended_Pictographic}\uFE0F?|[●•★])\s*[([x×:]?\s*(\d{1,6})[)\]]?|[x×]?\s*(\d{1,6})\s*[x×]?)\s*$/u

/** "3", "3 votes" or "" → a count; anything else is no count. */
export function readVotes(cell: string): number | undefined {
  if (/^\d{0,9}$/.test(cell)) return Number(cell)
  const signs = SIGNS.exec(cell)
  if (signs) return [...(signs[1] ?? '')].filter((sign) => sign !== '\uFE0F').length
  const counted = COUNTED.exec(cell)
  if (counted) return Number(counted[1] ?? counted[2])
  if (/^\s*(?:|[-–—]+|n\/?a)\s*$/i.test(cell)) return 0
  const digits = /^\s*\+?(\d{1,9})\b(?![.,]\d)/.exec(cell)
  return digits ? Number(digits[1]) : undefined
}
