import { setImmediate as breathe } from 'node:timers/promises'
import { kmeansGenerator } from 'ml-kmeans'
import { countNotes, type DistinctNote } from '../../notes/distinct-notes.js'
import { beginningOf } from '../../text/beginning-of.js'
import { contentWords } from '../../text/content-words.js'
import { checkThemes, findInProse, type Theme } from '../checks/check-themes.js'
import type { Thresholds } from '../checks/finding.js'
import { type GroupPlan, isAsking } from '../plan-group.js'
import type { GroupResult } from '../summarize-group.js'
import { wordingVectors } from './wording-vectors.js'

/** Where k-means ends depends on where it begins: the best of several beginnings is taken, always the same ones. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** For more notes than this fewer beginnings are tried, so that 20,000 notes take seconds. */
const MANY_NOTES = 500
const SEEDS_FOR_MANY = 3
const VERY_MANY_NOTES = 5_000

/**
 * A group → its themes without a language model: notes that share wording (k-means over character n-grams), titled
 * with the notes' own words. A floor that any prompt must clear, and a first look at a board. Others get their turn between its
 * steps, and an abort ends it.
 */
export async function clusterGroup(
  plan: GroupPlan,
  thresholds: Thresholds,
  signal: AbortSignal,
): Promise<GroupResult> {
  const { group, distinct, themeCount } = plan
  if (!isAsking(plan)) return { group, status: 'listed', themes: [], unplaced: distinct, exchanges: [] }
  const vectors = wordingVectors(distinct.map(({ sent }) => sent))
  const { clusters, centroids } = await clusterVectors(vectors, themeCount, signal)
  const themes = centroids
    .map((center, cluster): Theme => {
      const members = distinct.flatMap((note, index) =>
        clusters[index] === cluster ? [{ note, distance: distanceOf(vectors[index] ?? [], center) }] : [],
      )
      const central = [...members].sort((a, b) => a.distance - b.distance).map(({ note }) => note)
      return { ...describe(central, distinct), notes: members.map(({ note }) => note) }
    })
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => countNotes(b.notes) - countNotes(a.notes))
  const all = group.notes.length
  const inProse = findInProse(themes, all, thresholds)
  const tally = { omitted: 0, repeated: 0, unknown: 0, unsettled: 0 }
  return {
    group,
    ...checkThemes(themes, inProse, tally, all, { ...thresholds, grounding: 0 }),
    unplaced: [],
    exchanges: [],
  }
}

type Clusters = { clusters: readonly number[]; centroids: readonly (readonly number[])[] }

async function clusterVectors(vectors: number[][], count: number, signal: AbortSignal): Promise<Clusters> {
  let best: (Clusters & { spread: number }) | undefined
  for (const seed of seedsFor(vectors.length)) {
    let found: Clusters = { clusters: [], centroids: [] }
    for (const step of kmeansGenerator(vectors, count, { seed, maxIterations: 50 })) {
      found = step
      await breathe()
      signal.throwIfAborted()
    }
    const { clusters, centroids } = found
    const spread = vectors.reduce(
      (sum, vector, index) => sum + distanceOf(vector, centroids[clusters[index] ?? 0] ?? []),
      0,
    )
    if (!best || spread < best.spread) best = { clusters, centroids, spread }
  }
  return best ?? { clusters: [], centroids: [] }
}

function seedsFor(notes: number): readonly number[] {
  if (notes > VERY_MANY_NOTES) return SEEDS.slice(0, 1)
  return notes > MANY_NOTES ? SEEDS.slice(0, SEEDS_FOR_MANY) : SEEDS
}

function distanceOf(vector: readonly number[], center: readonly number[]): number {
  let sum = 0
  for (let cell = 0; cell < vector.length; cell++) sum += ((vector[cell] ?? 0) - (center[cell] ?? 0)) ** 2
  return sum
}

const WORDS_IN_TITLE = 3

/** Up to three words that more notes of the theme have than others do, as they are written, and its two most central notes: no word of any language but theirs. */
function describe(central: readonly DistinctNote[], all: readonly DistinctNote[]): Omit<Theme, 'notes'> {
  const [first, second] = central.map(({ text }) => text.replace(/\s+/g, ' '))
  const words = tellingWords(central, all)
  const title = words.length > 0 ? words.join(' · ') : (first ?? '')
  if (second === undefined) return { title, summary: quote(first ?? '') }
  return { title, summary: `${quote(first ?? '')} · ${quote(second)}` }
}

/** Longer notes are quoted by their beginning; characters. */
const LONGEST_QUOTED = 160

function quote(text: string): string {
  const beginning = beginningOf(text, LONGEST_QUOTED)
  return `“${beginning}”${beginning === text ? '' : '…'}`
}

function tellingWords(own: readonly DistinctNote[], all: readonly DistinctNote[]): string[] {
  const [inOwn, inAll] = [countStems(own), countStems(all)]
  const scoreOf = (stem: string): number => {
    const count = inOwn.get(stem) ?? 0
    return count * Math.log((1 + all.length) / (inAll.get(stem) ?? 1)) * (count / (inAll.get(stem) ?? 1))
  }
  const best = [...inOwn.keys()]
    .filter((stem) => (inOwn.get(stem) ?? 0) > 1)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || (a < b ? -1 : 1))
  return best.slice(0, WORDS_IN_TITLE).map((stem) => spellingOf(stem, own))
}

function countStems(notes: readonly DistinctNote[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of notes) {
    for (const stem of new Set(contentWords(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return counts
}

/** The shortest word of the notes that has this stem. */
function spellingOf(stem: string, notes: readonly DistinctNote[]): string {
  const words = notes.flatMap(({ text }) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [])
  const spellings = words.filter((word) => contentWords(word).includes(stem))
  return spellings.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? stem
}
