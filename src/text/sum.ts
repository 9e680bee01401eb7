/** The sum of some numbers; 0 of none. */
export function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** A share in hundredths, as documents show it. */
export function toHundredths(share: number): number {
  return Math.round(share * 100) / 100
}
