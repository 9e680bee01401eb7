/** Two labellings of the same things, in the same order. */
export type Labels = readonly string[]

/** How far two labellings agree. */
export type Agreement = {
  /** Share of things that are in the majority topic of their theme. */
  purity: number
  /** Hubert and Arabie's adjusted Rand index (1985): 0 for chance, 1 for the same parts. */
  adjustedRand: number
}

/** Compares found themes with given topics. */
export function agreementOf(themes: Labels, topics: Labels): Agreement {
  const cells = countBy(themes.map((theme, index) => `${theme}\n${topics[index]}`))
  const themeSizes = countBy(themes)
  const topicSizes = countBy(topics)
  const majority = new Map<string, number>()
  for (const [cell, count] of cells) {
    const theme = cell.slice(0, cell.indexOf('\n'))
    majority.set(theme, Math.max(majority.get(theme) ?? 0, count))
  }

  const pairs = (count: number): number => (count * (count - 1)) / 2
  const sumOfPairs = (counts: Iterable<number>): number =>
    [...counts].reduce((sum, count) => sum + pairs(count), 0)
  const together = sumOfPairs(cells.values())
  const [inThemes, inTopics] = [sumOfPairs(themeSizes.values()), sumOfPairs(topicSizes.values())]
  const expected = (inThemes * inTopics) / pairs(themes.length)
  const most = (inThemes + inTopics) / 2
  return {
    purity: [...majority.values()].reduce((sum, count) => sum + count, 0) / themes.length,
    adjustedRand: most === expected ? 1 : (together - expected) / (most - expected),
  }
}

function countBy(labels: Labels): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
