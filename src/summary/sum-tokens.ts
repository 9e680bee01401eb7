/** The sum of some counts; null where one of them is not known. */
export function sumTokens(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (total, count) => (total === null || count === null ? null : total + count),
    0,
  )
}
