/**
 * Fisher's exact test, two-sided: how likely shares at least as far apart as `a` of `n` and `b` of `m` are if nothing
 * has changed. From 0 to 1.
 */
export function fisherTest(a: number, n: number, b: number, m: number): number {
  const logs = logFactorials(n + m)
  const log = (count: number): number => logs[count] ?? 0
  const together = a + b
  const logChoose = (all: number, some: number): number => log(all) - log(some) - log(all - some)
  const chanceOf = (first: number): number =>
    Math.exp(logChoose(n, first) + logChoose(m, together - first) - logChoose(n + m, together))
  const seen = chanceOf(a) * (1 + 1e-9)
  let sum = 0
  for (let first = Math.max(0, together - m); first <= Math.min(n, together); first++) {
    const chance = chanceOf(first)
    if (chance <= seen) sum += chance
  }
  return Math.min(1, sum)
}

/** The logarithms of 0! to `most`!. */
function logFactorials(most: number): number[] {
  const logs = [0]
  for (let number = 1; number <= most; number++) logs.push((logs[number - 1] ?? 0) + Math.log(number))
  return logs
}
