import type { DistinctNote } from '../notes/distinct-notes.js'
import { agreementOf } from '../text/agreement.js'
import type { Theme } from './checks/check-themes.js'

/** How the themes of a group came out of several runs. */
export type RunsChecked = {
  /** How many there were that could be used. */
  of: number
  /** How far the one that was taken agrees with the others: the mean of their adjusted Rand indices. */
  agreement: number
  /** Notes that another run put elsewhere. */
  unstable: readonly DistinctNote[]
}

type Sorted = { themes: readonly Theme[]; unplaced: readonly DistinctNote[] }

/**
 * Several ways to sort the same notes → the one that is most alike to all others (the medoid of the partitions by adjusted Rand
 * index; of equals the first), and what of it is not stable.
 */
export function chooseRun<T extends Sorted>(
  runs: readonly [T, ...T[]],
  distinct: readonly DistinctNote[],
): { chosen: T; runs: RunsChecked } {
  const labels = runs.map((run) => labelsOf(run, distinct))
  const agreements = labels.map((own, index) => {
    const others = labels.filter((_, other) => other !== index)
    const all = others.map((other) => agreementOf(own, other).adjustedRand)
    return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
  })
  const best = agreements.indexOf(Math.max(...agreements))
  const own = labels[best] ?? []
  const moved = labels.filter((_, other) => other !== best).map((other) => movedBetween(own, other))
  return {
    chosen: runs[best] ?? runs[0],
    runs: {
      of: runs.length,
      agreement: runs.length === 1 ? 1 : (agreements[best] ?? 1),
      unstable: distinct.filter((_, index) => moved.some((indices) => indices.has(index))),
    },
  }
}

/** The theme of each note; one in no theme is a theme of its own. */
function labelsOf({ themes }: Sorted, distinct: readonly DistinctNote[]): string[] {
  const homes = new Map(themes.flatMap(({ notes }, index) => notes.map((note) => [note, `theme ${index}`])))
  return distinct.map((note, index) => homes.get(note) ?? alone(index))
}

const alone = (index: number): string => `note ${index}`

/** Notes that are not in the theme of the other run which most of their companions are in; without any, those that are in one. */
function movedBetween(own: readonly string[], other: readonly string[]): ReadonlySet<number> {
  const counts = new Map<string, Map<string, number>>()
  for (const [index, label] of own.entries()) {
    const inOther = counts.get(label) ?? new Map<string, number>()
    const there = other[index] ?? ''
    counts.set(label, inOther.set(there, (inOther.get(there) ?? 0) + 1))
  }
  const main = new Map(
    [...counts].map(([label, inOther]) => [label, [...inOther].sort((a, b) => b[1] - a[1])[0]?.[0]]),
  )
  const expected = (label: string, index: number): string | undefined =>
    label === alone(index) ? label : main.get(label)
  return new Set(own.flatMap((label, index) => (expected(label, index) === other[index] ? [] : [index])))
}
