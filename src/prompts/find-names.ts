import { WITHOUT_SPACES } from '../text/scripts.js'

/** Where a name stands in a text. */
export type NameSpan = { begin: number; end: number; name: string }

/** Finds names of a list in texts. */
export type NameFinder = (text: string) => NameSpan[]

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** The s of a genitive or plural ("Annas", "Schulzens"). */
const ENDINGS = ['', 's', 'ns', 'ens', 'es']
const BETWEEN = /^[\s\-'’.]{1,3}$/

type Name = { words: readonly string[]; written: string }

/**
 * Names → what finds them: whole words in any case, with their accents or without ("Müller", "Mueller", "Muller"), with the s
 * of a genitive; in scripts without spaces wherever they stand. It looks words up, so a long list is as fast as a short one.
 */
export function createNameFinder(names: readonly string[]): NameFinder {
  const byFirstWord = new Map<string, Name[]>()
  const inScripts: string[] = []
  for (const written of names) {
    if (WITHOUT_SPACES.test(written)) {
      inScripts.push(written)
      continue
    }
    for (const spelling of spellingsOf(written)) {
      const words = spelling.match(WORD) ?? []
      const [first] = words
      if (first === undefined) continue
      const known = byFirstWord.get(first) ?? []
      byFirstWord.set(
        first,
        [...known, { words, written }].sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  inScripts.sort((a, b) => b.length - a.length)

  return (text) => {
    const spans: NameSpan[] = []
    const words = [...text.matchAll(WORD)].map((match) => ({
      text: fold(match[0]),
      begin: match.index,
      end: match.index + match[0].length,
    }))
    for (let at = 0; at < words.length; at++) {
      const found = longestAt(words, at, text)
      if (!found) continue
      spans.push(found.span)
      at += found.count - 1
    }
    for (const name of inScripts) {
      for (let begin = text.indexOf(name); begin >= 0; begin = text.indexOf(name, begin + name.length)) {
        const end = begin + name.length
        if (!spans.some((span) => begin < span.end && end > span.begin)) spans.push({ begin, end, name })
      }
    }
    return spans.sort((a, b) => a.begin - b.begin)
  }

  function longestAt(words: readonly FoundWord[], at: number, text: string) {
    const own = words[at]?.text ?? ''
    const candidates = ENDINGS.flatMap((ending) =>
      own.endsWith(ending)
        ? (byFirstWord.get(own.slice(0, own.length - ending.length)) ?? []).map((name) => ({ name, ending }))
        : [],
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
        return isJoined && (isLast ? ENDINGS.some((end) => there.text === word + end) : there.text === word)
      })
      const begin = words[at]?.begin
      if (!isHere || !last || begin === undefined) continue
      const whole = last.text
      const lastWord = name.words.at(-1) ?? ''
      const end = last.end - (whole.length - lastWord.length)
      return { span: { begin, end, name: name.written }, count }
    }
    return undefined
  }
}

type FoundWord = { text: string; begin: number; end: number }

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
