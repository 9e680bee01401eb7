import type { SummaryGroup, SummaryNote, SummaryTheme } from '../../summary/summary.js'
import { contentWords } from '../../text/content-words.js'

/** At most a handful is named. */
const MOST = 4

/** What so many voted for, and is in no theme, is named as well. */
const MANY_VOTES = 3

/** More of the notes than this are in capitals: then it is how the group writes, and no stress. */
const HABIT = 0.2

/** One word in capitals is an abbreviation where it is short; two are none. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu
const SURELY_WORD = 5
const QUOTED = /["“„«][^"“”„«»]*["”“»]/gu
const SHOUTED = /[!！]{2}/

/**
 * What must not vanish: notes that are stressed and stand alone, in no theme or in one where nobody else says it. Stressed is what
 * is written in capitals or with several exclamation marks, and outside of themes what was voted for; alone is what has none of its
 * words in common with the title, the summary and the other notes of its theme. At most four, most votes first, then in their order.
 */
export function alsoSaid({ status, themes, unplaced }: SummaryGroup): SummaryNote[] {
  if (status !== 'complete') return []
  const all = [...themes.flatMap(({ notes }) => notes), ...unplaced]
  const written = new Map<string, number>()
  for (const { text } of all)
    for (const word of new Set(capitalsOf(text))) written.set(word, (written.get(word) ?? 0) + 1)
  const inCapitals = all.filter(({ text }) => capitalsOf(text).length > 0).length
  const isHabit = inCapitals > Math.max(2, all.length * HABIT)
  const stressOf = ({ text }: SummaryNote): string[] => {
    // what others write in capitals too is an abbreviation
    const capitals = isHabit ? [] : capitalsOf(text).filter((word) => written.get(word) === 1)
    if (capitals.length > 0) return contentWords(capitals.join(' '))
    return SHOUTED.test(text) ? contentWords(text) : []
  }
  const alone = themes.flatMap((theme) => theme.notes.filter((note) => isAlone(stressOf(note), note, theme)))
  const outside = unplaced.filter((note) => (note.votes ?? 0) >= MANY_VOTES || stressOf(note).length > 0)
  return [...alone, ...outside].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0)).slice(0, MOST)
}

function capitalsOf(text: string): string[] {
  const words = text.replace(QUOTED, ' ').match(CAPITALS) ?? []
  return words.length > 1 || (words[0]?.length ?? 0) >= SURELY_WORD ? words : []
}

function isAlone(
  words: readonly string[],
  own: SummaryNote,
  { title, summary, notes }: SummaryTheme,
): boolean {
  if (words.length === 0 || notes.length < 2) return false
  const others = [title, summary, ...notes.filter((note) => note !== own).map(({ text }) => text)]
  const said = new Set(others.flatMap(contentWords))
  return words.every((word) => !said.has(word))
}
