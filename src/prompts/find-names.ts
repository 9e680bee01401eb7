import { escapePattern } from '../text/escape-pattern.js'
import { WITHOUT_SPACES } from '../text/scripts.js'

/** Where a name stands in a text. */
export type NameSpan = { begin: number; end: number; name: string }

/** Finds names of a list in texts. */
export type NameFinder = (text: string) => NameSpan[]

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** The s of a genitive or plural ("Annas", "Schulzens"). */
const ENDINGS = ['', 's', 'ns', 'ens', 'es']
const BETWEEN = /^[\s\-'’.,/]{1,3}$/

type Name = { words: readonly string[]; written: string }

/**
 * Names → what finds them: whole words in any case, with their accents or without ("Müller", "Mueller", "Muller"), with the s
 * of a genitive; in scripts without spaces wherever they stand. It looks words up, so a long list is as fast as a short one.
 */
export function createNameFinder(names: readonly string[]): NameFinder {
  const byFirstWord = new Map<string, Name[]>()
  const add = (first: string, name: Name): void => {
    const known = byFirstWord.get(first)
    if (known) known.push(name)
    else byFirstWord.set(first, [name])
  }
  const inScripts: { name: string; pattern: RegExp }[] = []
  for (const written of names) {
    if (WITHOUT_SPACES.test(written)) {
      inScripts.push({ name: written, pattern: withAnySpace(written) })
      continue
    }
    for (const spelling of spellingsOf(written)) {
      const words = spelling.match(WORD) ?? []
      const [first] = words
      if (first === undefined) continue
      add(first, { words, written })
      const [, second] = words
      if (words.length === 2 && second !== undefined) add(second, { words: [second, first], written }) // "Müller, Anna"
    }
  }
  inScripts.sort((a, b) => b.name.length - a.name.length)

  return (text) => {
    const spans: NameSpan[] = []
    const words = [...text.matchAll(WORD)].map((match) => ({
      spellings: spellingsOf(match[0]),
      begin: match.index,
      end: match.index + match[0].length,
    }))
    for (let at = 0; at < words.length; at++) {
      const found = longestAt(words, at, text)
      if (!found) continue
      spans.push(found.span)
      at += found.count - 1
    }
    for (const { name, pattern } of inScripts) {
      for (const match of text.matchAll(pattern)) {
        const begin = match.index
        const end = begin + match[0].length
        if (!spans.some((span) => begin < span.end && end > span.begin)) spans.push({ begin, end, name })
      }
    }
    return spans.sort((a, b) => a.begin - b.begin)
  }

  function longestAt(words: readonly FoundWord[], at: number, text: string) {
    const candidates = (words[at]?.spellings ?? []).flatMap((own) =>
      ENDINGS.flatMap((ending) =>
        own.endsWith(ending)
          ? (byFirstWord.get(own.slice(0, own.length - ending.length)) ?? []).map((name) => ({
              name,
              ending,
            }))
          : [],
      ),
    )
    for (const { name, ending } of candidates.sort((a, b) => b.name.words.length - a.name.words.length)) {
      const count = name.words.length
      if (count > 1 && ending !== '') continue
      const last = words[at + count - 1]
      const isHere = name.words.every((word, index) => {
        const there = words[at + index]
        if (!there) return false
        const isJoined = index === 0 || BETWEEN.test(text.slice(words[at + index - 1]?.end, there.begin))
        const isLast = index === count - 1
        return (
          isJoined &&
          there.spellings.some((own) => (isLast ? endingOf(own, word) !== undefined : own === word))
        )
      })
      const begin = words[at]?.begin
      if (!isHere || !last || begin === undefined) continue
      const lastWord = name.words.at(-1) ?? ''
      const behind =
        last.spellings.map((own) => endingOf(own, lastWord)).find((end) => end !== undefined) ?? ''
      const end = last.end - behind.length
      return { span: { begin, end, name: name.written }, count }
    }
    return undefined
  }
}

type FoundWord = { spellings: readonly string[]; begin: number; end: number }

/** What a word has behind a name, where it is one with such an ending. */
const endingOf = (own: string, word: string): string | undefined => ENDINGS.find((end) => own === word + end)

/** "山田 太郎", "山田　太郎" and "山田太郎" are one name. */
function withAnySpace(name: string): RegExp {
  const parts = name.split(/[\s\u3000]+/).map(escapePattern)
  return new RegExp(parts.join('[\\s\u3000]?'), 'g')
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

const TRANSLITERATED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

/** A name as it is written, without its accents, and transliterated. */
function spellingsOf(name: string): string[] {
  const folded = fold(name)
  const transliterated = folded.replace(/[äöüßøåæłđðþ]/g, (letter) => TRANSLITERATED[letter] ?? letter)
  const bare = folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđ]/g, (letter) => TRANSLITERATED[letter]?.slice(0, 1) ?? letter)
  return [...new Set([folded, transliterated, bare, transliterated.normalize('NFD').replace(/\p{M}/gu, '')])]
}
