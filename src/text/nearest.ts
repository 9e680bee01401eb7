import { closestMatch } from 'leven'

/** The candidate that a misspelled word most likely means: at most two in five letters are wrong. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]))
  const maxDistance = Math.max(1, Math.floor(word.length * 0.4))
  const found = closestMatch(word.toLowerCase(), [...folded.keys()], { maxDistance })
  return found === undefined ? undefined : folded.get(found)
}
