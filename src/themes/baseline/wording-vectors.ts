import { contentWords } from '../../text/content-words.js'

/** Character n-grams carry over languages, inflection and typing errors (Cavnar and Trenkle 1994). */
const SHORTEST = 3
const LONGEST = 5

/** N-grams are counted in so many cells by their hash: enough that few share one, few enough for large groups. */
const DIMENSIONS = 1_024

/**
 * Texts → vectors of unit length whose distance says how little wording they share: counts of character n-grams
 * within content words, weighted by how few of the texts have them (TF-IDF). Cells that no text fills are left out: they
 * would add nothing to any distance.
 */
export function wordingVectors(texts: readonly string[]): number[][] {
  const counts = texts.map(countCells)
  const inTexts = new Map<number, number>()
  for (const cells of counts) for (const cell of cells.keys()) inTexts.set(cell, (inTexts.get(cell) ?? 0) + 1)
  const filled = [...inTexts.keys()].sort((a, b) => a - b)
  const placeOf = new Map(filled.map((cell, place) => [cell, place]))
  return counts.map((cells) => {
    const vector = new Array<number>(Math.max(1, filled.length)).fill(0)
    for (const [cell, count] of cells)
      vector[placeOf.get(cell) ?? 0] = count * Math.log((1 + texts.length) / (inTexts.get(cell) ?? 1))
    const length = Math.hypot(...vector) || 1
    return vector.map((weight) => weight / length)
  })
}

function countCells(text: string): Map<number, number> {
  const cells = new Map<number, number>()
  for (const word of contentWords(text)) {
    const padded = ` ${word} `
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let at = 0; at + length <= padded.length; at++) {
        const cell = hash(padded.slice(at, at + length)) % DIMENSIONS
        cells.set(cell, (cells.get(cell) ?? 0) + 1)
      }
    }
  }
  return cells
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  return bits >>> 0
}
