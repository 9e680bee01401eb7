/**
 * Characters that a token covers on average, by script; rounded from counts with the o200k_base vocabulary
 * over prose in these scripts. Good to about a third, which is enough to see what a run will cost.
 */
const RATES: readonly [pattern: string, tokensPer: (piece: string) => number][] = [
  ['[A-Za-z]+', (word) => Math.ceil(word.length / 7)],
  ['\\p{Script=Latin}+', (word) => Math.ceil(word.length / 3.5)],
  ['\\p{N}+', (digits) => Math.ceil(digits.length / 3)],
  [
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]+',
    (word) => word.length * 0.8,
  ],
  ['[\\p{L}\\p{M}]+', (word) => Math.max(1, word.length / 3.5)],
  ['\\n+', () => 0.6],
  ['[^\\p{L}\\p{M}\\p{N}\\s]+', (marks) => marks.length * 0.45],
]

const PIECE = new RegExp(RATES.map(([pattern]) => `(${pattern})`).join('|'), 'gu')

/** Text → about how many tokens a model will count for it. */
export function estimateTokens(text: string): number {
  let tokens = 0
  for (const match of text.matchAll(PIECE)) {
    const kind = match.findIndex((group, index) => index > 0 && group !== undefined)
    tokens += RATES[kind - 1]?.[1](match[0]) ?? 0
  }
  return Math.ceil(tokens)
}

/** As `estimateTokens`, by length alone where a text is in ASCII: for the many texts of a large board. */
export function estimateRoughly(text: string): number {
  return /^[\n -~]*$/.test(text) ? text.length / 4 : estimateTokens(text)
}
