import { sum } from './sum.js'
/** A labelling of some things: a label each, in the order of the things. */
export type Labels = readonly string[]

/** How far two labellings of the same things agree; 1 where they are the same. */
export type Agreement = {
  /** Share of things that are in the majority topic of their theme. */
  purity: number
  /** Harmonic mean of purity and inverse purity, which the splitting of topics lowers (P1, Artiles et al. 2007). */
  harmonicPurity: number
  /** Mutual information over the mean of both entropies. */
  normalizedMutualInformation: number
  /** Hubert and Arabie's adjusted Rand index (1985): 0 for chance. */
  adjustedRand: number
}

/** Compares found themes with given topics, or one run with another. Without any thing they agree. */
export function agreementOf(themes: Labels, topics: Labels): Agreement {
  if (themes.length === 0)
    return { purity: 1, harmonicPurity: 1, normalizedMutualInformation: 1, adjustedRand: 1 }
  const purity = purityOf(themes, topics)
  const inverse = purityOf(topics, themes)
  return {
    purity,
    harmonicPurity: (2 * purity * inverse) / (purity + inverse),
    normalizedMutualInformation: mutualInformation(themes, topics),
    adjustedRand: adjustedRand(themes, topics),
  }
}

/** The mean of agreements, weighted; that of nothing is full agreement. */
export function meanAgreement(parts: readonly { weight: number; agreement: Agreement }[]): Agreement {
  const all = sum(parts.map(({ weight }) => weight))
  const mean = (of: keyof Agreement): number =>
    all === 0 ? 1 : sum(parts.map(({ weight, agreement }) => weight * agreement[of])) / all
  return {
    purity: mean('purity'),
    harmonicPurity: mean('harmonicPurity'),
    normalizedMutualInformation: mean('normalizedMutualInformation'),
    adjustedRand: mean('adjustedRand'),
  }
}

const CELL = '\n'

function purityOf(themes: Labels, topics: Labels): number {
  const majority = new Map<string, number>()
  for (const [cell, count] of countCells(themes, topics)) {
    const theme = cell.slice(0, cell.indexOf(CELL))
    majority.set(theme, Math.max(majority.get(theme) ?? 0, count))
  }
  return sum(majority.values()) / themes.length
}

function mutualInformation(themes: Labels, topics: Labels): number {
  const all = themes.length
  const entropy = (counts: Iterable<number>): number =>
    -sum([...counts].map((count) => (count / all) * Math.log(count / all)))
  const [inThemes, inTopics] = [entropy(countBy(themes).values()), entropy(countBy(topics).values())]
  const together = entropy(countCells(themes, topics).values())
  const mean = (inThemes + inTopics) / 2
  return mean === 0 ? 1 : (inThemes + inTopics - together) / mean
}

function adjustedRand(themes: Labels, topics: Labels): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2
  const pairsOf = (counts: Map<string, number>): number => sum([...counts.values()].map(pairs))
  const together = pairsOf(countCells(themes, topics))
  const [inThemes, inTopics] = [pairsOf(countBy(themes)), pairsOf(countBy(topics))]
  const expected = (inThemes * inTopics) / pairs(themes.length)
  const most = (inThemes + inTopics) / 2
  return most === expected || themes.length < 2 ? 1 : (together - expected) / (most - expected)
}

function countCells(themes: Labels, topics: Labels): Map<string, number> {
  return countBy(themes.map((theme, index) => `${theme}${CELL}${topics[index]}`))
}

function countBy(labels: Labels): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
