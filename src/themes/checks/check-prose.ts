import { fold } from '../../text/fold.js'
import type { Thresholds } from './finding.js'

const COUNTED = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const PEOPLE_OR_NOTES = 'notes?|stickies|post-its|people|persons?|participants?|respondents?|answers|comments'
const WORD_OR_NUMBER = /[\p{L}\p{N}]+/gu
const COUNT_IN_WORDS = new RegExp(`\\b(?:${COUNTED}) (?:of the |of them |)(?:${PEOPLE_OR_NOTES})\\b`, 'giu')

/** Numbers in a text that none of the notes holds: code counts, and a model must not. */
export function findNumbers(text: string, notes: readonly string[]): string[] {
  const known = new Set(notes.flatMap((note) => note.match(/\p{Nd}+/gu) ?? []))
  const written = notes.map(fold)
  const digits = (text.match(WORD_OR_NUMBER) ?? []).filter((number) =>
    (number.match(/\p{Nd}+/gu) ?? []).some((part) => !known.has(part)),
  )
  const words = (text.match(COUNT_IN_WORDS) ?? []).filter(
    (count) => !written.some((note) => note.includes(fold(count))),
  )
  return [...digits, ...words]
}

/** "Too many people" and "the most useful notes" count nothing. */
const NO_COUNT = String.raw`(?<!\b(?:too|so|as|how|not|very|the|at|ever|muy|tan|trop|si|zu|so)\s)`
const SAYING =
  'say|said|feel|felt|mention|want|wish|report|think|find|describe|value|complain|miss|enjoy|love|name|ask'

/** Words of quantity, said of people or notes; others ("many tools") are about what the notes say. */
const QUANTIFIERS: readonly (readonly [level: 'most' | 'many' | 'few', words: string, of: string])[] = [
  ['most', 'most', `(?:of (?:the |these |them|those )?)?(?:${PEOPLE_OR_NOTES}|${SAYING})`],
  ['many', 'many', `(?:of (?:the |these |them|those )?)?(?:${PEOPLE_OR_NOTES}|${SAYING})`],
  ['few', '(?:a )?few', `(?:of (?:the |these |them|those )?)?(?:${PEOPLE_OR_NOTES}|${SAYING})`],
  ...(
    [
      ['most', 'die meisten'],
      ['many', 'viele'],
      ['few', '(?:einige )?wenige'],
    ] as const
  ).map(
    ([level, words]) =>
      [
        level,
        words,
        '(?:der )?(?:notizen|zettel|leute|menschen|personen|teilnehm\\p{L}*|befragten?|sagen|finden|fühlen|wünschen|nennen|beklagen|klagen|meinen)',
      ] as const,
  ),
  ...(
    [
      ['most', 'la plupart'],
      ['many', 'beaucoup'],
      ['few', 'peu'],
    ] as const
  ).map(
    ([level, words]) =>
      [
        level,
        words,
        "(?:des |de |d['’])?(?:notes|gens|personnes|participants?|répondants?|disent|trouvent|pensent|parlent)",
      ] as const,
  ),
  ...(
    [
      ['most', 'la mayoría'],
      ['many', 'much[oa]s'],
      ['few', 'poc[oa]s'],
    ] as const
  ).map(
    ([level, words]) =>
      [
        level,
        words,
        '(?:de (?:los |las )?)?(?:notas|personas|participantes|encuestad[oa]s|dicen|sienten|piensan|mencionan)',
      ] as const,
  ),
]

type Quantifier = { level: 'most' | 'many' | 'few'; hint: RegExp; pattern: RegExp }

/** What the words are said of stands behind them, in Japanese without a space. `hint` finds the words alone, and fast. */
const PATTERNS: readonly Quantifier[] = [
  ...QUANTIFIERS.map(([level, words, of]) => ({
    level,
    hint: new RegExp(words, 'i'),
    pattern: new RegExp(`${NO_COUNT}(?<![\\p{L}])${words} ${of}(?![\\p{L}])`, 'giu'),
  })),
  ...(
    [
      ['most', 'ほとんど|大半|大多数'],
      ['many', '多く'],
      ['few', '少数|一部|わずか'],
    ] as const
  ).map(([level, words]) => ({
    level,
    hint: new RegExp(words),
    pattern: new RegExp(`(?:${words})の(?:人|参加者|回答者|メモ|付箋|意見|声)`, 'gu'),
  })),
]

/**
 * Words of quantity that the share of the theme among the group's notes does not bear out: "most" of less than
 * half, "many" of less than a quarter, "few" of more than 15 %, or as the thresholds say. In English, German, French,
 * Spanish and Japanese.
 */
export function findQuantifiers(text: string, share: number, { most, many, few }: Thresholds): string[] {
  const isHonest = { most: share > most, many: share > many, few: share < few }
  return PATTERNS.flatMap(({ level, hint, pattern }) =>
    isHonest[level] || !hint.test(text) ? [] : (text.match(pattern) ?? []),
  )
}

const SAYS_NOTHING =
  /(?<!\p{L})(?:various|miscellaneous|misc|sundry|assorted|verschiedene[nrs]?|sonstige[nrs]?|diverse[nrs]?|divers(?:es)?|autres|varios|varias|その他|さまざま|様々|いろいろ)(?!\p{L})/iu
const OTHER =
  /^(?:others?|general|mixed|different|andere|allgemeines|général|otr[oa]s)(?: (?:notes|things|topics|themes|issues|points|comments|concerns|problems|ideas|remarks|dinge|themen|punkte|choses|sujets|cosas|temas))?$/iu

/** The words of a title that say nothing, if there are any: "various", "miscellaneous", "other topics". */
export function findVagueWords(title: string): string | undefined {
  return (SAYS_NOTHING.exec(title) ?? OTHER.exec(title.trim()))?.[0]
}
