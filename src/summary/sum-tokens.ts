/** The sum of some counts, as far as whole numbers go; null where one of them is not known. */
export function sumTokens(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (total, count) =>
      total === null || count === null ? null : Math.min(total + count, Number.MAX_SAFE_INTEGER),
    0,
  )
}
