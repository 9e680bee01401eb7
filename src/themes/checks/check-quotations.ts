import { fold } from '../../text/fold.js'
import { QUOTATION } from '../../text/quotations.js'
import { WITHOUT_SPACES } from '../../text/scripts.js'

/** A text whose quotations were checked, and the words that were taken out of their quotation marks. */
export type CheckedText = { text: string; misquoted: string[] }

/**
 * Checks that what stands in double quotation marks was written so in one of the notes: word for word, but for
 * case, width, white space, the form of quotation marks and a full stop or comma at the end. What was not is
 * taken out of its quotation marks, so that nobody is quoted with words they did not write.
 */
export function checkQuotations(text: string, notes: readonly string[]): CheckedText {
  const written = notes.map(toComparable)
  const misquoted: string[] = []
  const checked = text.replace(QUOTATION, (quotation, ...groups: unknown[]) => {
    const words = groups.find((group) => typeof group === 'string') as string
    const quoted = toComparable(words).replace(/(?<![.,;:!?…])[.,;:!?…]+$/u, '')
    if (written.some((note) => holds(note, quoted))) return quotation
    misquoted.push(words)
    return words
  })
  return { text: checked, misquoted }
}

/** How many passages of a text stand in double quotation marks. */
export function countQuotations(text: string): number {
  return text.match(QUOTATION)?.length ?? 0
}

const LETTER = /[\p{L}\p{N}]/u

/** Whether a note holds these words as whole words: "late" is not in "plate". */
function holds(note: string, words: string): boolean {
  const begins = LETTER.test(words.at(0) ?? '') && !WITHOUT_SPACES.test(words.at(0) ?? '')
  const ends = LETTER.test(words.at(-1) ?? '') && !WITHOUT_SPACES.test(words.at(-1) ?? '')
  for (let at = note.indexOf(words); at >= 0; at = note.indexOf(words, at + 1)) {
    const isWholeBefore = !begins || !LETTER.test(note[at - 1] ?? '')
    const isWholeBehind = !ends || !LETTER.test(note[at + words.length] ?? '')
    if (isWholeBefore && isWholeBehind) return true
  }
  return false
}

function toComparable(text: string): string {
  return fold(text)
    .replace(/[“”„«»「」『』＂]/gu, '"')
    .replace(/[‘’‚`´]/gu, "'")
    .trim()
}
