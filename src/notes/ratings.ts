/** A number of a scale with what it means: "8 - good", "2 (gut)", "7 von 10", "10 – Extremely likely". */
const RATED =
  /^(\d{1,3}(?:[.,]\d)?)\s*(?:[-–—:=]\s*\p{L}[\p{L}'’ ]{0,40}|\(\p{L}[\p{L}'’ ]{0,40}\)|(?:of|out of|von|sur|de|su|van|z|\/)\s*\d{1,3})$/u
/** "★★★ Fair", "⭐⭐⭐⭐" */
const STARRED = /^[★☆⭐✩]{1,10}(?:\s*\p{L}[\p{L} ]{0,30})?$/u

/** A scale has no more steps than this. */
const MOST_STEPS = 11

/** The share of cells that are steps of a scale with a word; none where they rather number a list. */
export function ratingsAmong(filled: readonly string[]): number {
  if (filled.length < 3) return 0
  const steps = filled.map((cell) =>
    STARRED.test(cell) ? cell.length : Number(RATED.exec(cell)?.[1] ?? Number.NaN),
  )
  const rated = steps.filter((step) => !Number.isNaN(step))
  const isList = filled.every((cell, index) => RATED.test(cell) && steps[index] === index + 1)
  if (isList || new Set(rated).size > MOST_STEPS) return 0
  return rated.length / filled.length
}

/** What surveys write for an answer that is missing, where answers are words. */
export const MISSING_CODE = /^-(?:9|99|999|8|88|7|77|66|97|98)$/
