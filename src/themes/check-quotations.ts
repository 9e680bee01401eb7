import { fold } from '../notes/fold.js'

/** A text whose quotations were checked, and how many were taken out of their quotation marks. */
export type CheckedText = { text: string; misquoted: number }

const QUOTATION = /"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』/gu

/**
 * Checks that what stands in double quotation marks was written so in one of the notes: word for word, but for
 * case, width, white space, the form of quotation marks and a full stop or comma at the end. What was not is
 * taken out of its quotation marks, so that nobody is quoted with words they did not write.
 */
export function checkQuotations(text: string, notes: readonly string[]): CheckedText {
  const written = notes.map(toComparable)
  let misquoted = 0
  const checked = text.replace(QUOTATION, (quotation, ...groups: unknown[]) => {
    const words = groups.find((group) => typeof group === 'string') as string
    const quoted = toComparable(words).replace(/[.,;:!?…]+$/u, '')
    if (written.some((note) => note.includes(quoted))) return quotation
    misquoted++
    return words
  })
  return { text: checked, misquoted }
}

function toComparable(text: string): string {
  return fold(text)
    .replace(/[“”„«»「」『』]/gu, '"')
    .replace(/[‘’‚`´]/gu, "'")
    .trim()
}
