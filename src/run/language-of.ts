import type { Group } from '../notes/group.js'
import { nameOfLanguage } from '../themes/plan-group.js'

/** So many notes tell what a workshop speaks. */
const SAMPLE = 200

/** Words that English notes can hardly do without. */
const ENGLISH =
  /\b(?:the|and|to|are|not|my|for|with|too|it|that|from|our|they|never|every|when|than|don't|can't|isn't)\b/i
const LATIN = /[a-z]/i
const OTHER_LETTERS = /[^ -~\s’“”–…•→]/

/** Languages by their English names and their own, as users may write them. */
const TAGS: Readonly<Record<string, string>> = {
  ...{ english: 'en', german: 'de', french: 'fr', spanish: 'es', italian: 'it' },
  ...{ portuguese: 'pt', dutch: 'nl', japanese: 'ja' },
  ...{ deutsch: 'de', français: 'fr', francais: 'fr', español: 'es', espanol: 'es', castellano: 'es' },
  ...{ italiano: 'it', português: 'pt', portugues: 'pt', nederlands: 'nl', 日本語: 'ja' },
}

/**
 * The language of the documents as a tag ("de"): the one that is asked for, else that of most notes. Nothing for English, and
 * where no language has the majority.
 */
export async function languageOf(
  wanted: string | undefined,
  groups: readonly Group[],
): Promise<string | undefined> {
  const found = wanted === undefined ? await languageOfNotes(groups) : tagOf(wanted)
  return found === 'en' ? undefined : found
}

/** "German", "Deutsch", "de" or "de-AT" → "de"; nothing for a language that no document speaks. */
function tagOf(language: string): string | undefined {
  const name = nameOfLanguage(language).normalize('NFC').toLowerCase()
  const [first = ''] = name.split(/[^\p{L}]+/u)
  return (
    (Object.hasOwn(TAGS, first) ? TAGS[first] : undefined) ??
    Object.entries(TAGS).find(([known]) => name.split(/[^\p{L}]+/u).includes(known))?.[1]
  )
}

async function languageOfNotes(groups: readonly Group[]): Promise<string | undefined> {
  const texts = groups.flatMap(({ notes }) => notes.map(({ text }) => text))
  const step = Math.max(1, Math.floor(texts.length / SAMPLE))
  const sample = texts.filter((_, index) => index % step === 0)
  const english = sample.filter((text) => LATIN.test(text) && !OTHER_LETTERS.test(text) && ENGLISH.test(text))
  if (english.length * 3 >= sample.length) return 'en' // no need to load what knows the others
  const { detect } = await import('tinyld/light') // 69 kB
  const counts = new Map<string, number>()
  for (const text of sample) {
    const language = detect(text)
    counts.set(language, (counts.get(language) ?? 0) + text.length)
  }
  const [most = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const all = sample.reduce((sum, { length }) => sum + length, 0)
  return count * 2 > all && Object.values(TAGS).includes(most) ? most : undefined
}
