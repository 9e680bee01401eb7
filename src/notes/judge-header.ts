import { fold, foldName } from '../text/fold.js'
import { WITHOUT_SPACES } from '../text/scripts.js'
import { HEADER_WORDS, type HeaderRole } from './header-words.js'

/** What a header says: a role, and how plainly. */
export type HeaderSign = {
  role: HeaderRole
  /** 1 for the whole header or what stands before its explanation, 2 for its last or first words. */
  how: 1 | 2
  /** Place among the words of the role, best first. */
  rank: number
}

const KNOWN = collectWords()

function collectWords(): ReadonlyMap<string, readonly Omit<HeaderSign, 'how'>[]> {
  const known = new Map<string, Omit<HeaderSign, 'how'>[]>()
  for (const language of Object.values(HEADER_WORDS)) {
    for (const [role, words] of Object.entries(language) as [HeaderRole, string][]) {
      for (const [rank, name] of words.split('|').entries()) {
        const signs = known.get(name) ?? []
        if (!signs.some((sign) => sign.role === role)) known.set(name, [...signs, { role, rank }])
      }
    }
  }
  return known
}

/** "Card_Text", "cardText", "  Card   text * " → "card text". */
export function foldHeader(header: string): string {
  const spaced = header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/[_\u00A0]+/g, ' ')
  return fold(foldName(spaced) || fold(header))
}

/** What a header may say before its explanation: "Notes: where they got stuck" and "Notes (one a line)" are "notes". */
const EXPLAINED = /^(.{1,40}?)\s*(?:[:：]|[([（【]|\s[–—-]\s)/

/** Longer headers are sentences, of which no single word tells what the column holds. */
const MOST_WORDS = 4

/** A sign that is gone where names are folded. */
const PLUS_ONE = /^\s*\+1(?:'?s)?\s*$/

/** Everything that a header may mean, the plainest first. */
export function signsOf(header: string): HeaderSign[] {
  if (PLUS_ONE.test(header)) return [{ role: 'votes', how: 1, rank: 0 }]
  const name = foldHeader(header)
  const exact = lookUp(name)
  if (exact) return exact.map((sign) => ({ ...sign, how: 1 as const }))
  const lead = EXPLAINED.exec(header.trim())?.[1]
  const before = lead === undefined ? undefined : lookUp(foldHeader(lead))
  // "E-mail: what bothers you about it?" asks for an opinion, "Notes: what they said" explains a column of notes
  const explained =
    before?.filter(({ role }) => !isQuestion(header) || ['note', 'detail'].includes(role)) ?? []
  if (explained.length > 0) return explained.map((sign) => ({ ...sign, how: 1 as const }))
  if (isQuestion(header)) return []
  const words = name.split(/[^\p{L}\p{N}'’#-]+/u).filter((word) => word !== '')
  if (words.length < 2 || words.length > MOST_WORDS) return []
  const [last, first] = [lastPart(words) ?? [], firstPart(words) ?? []]
  const isTechnical = [...last, ...first].some(({ role }) => role === 'technical')
  if (isTechnical)
    return [...last, ...first].filter(({ role }) => ['technical', 'person', 'author'].includes(role))
  // "list name" and "quadrant name" are names of lists and quadrants, "user name" is one of a user
  const isNameOf =
    last.some(({ role }) => role === 'person') && first.some(({ role }) => NAMED_THINGS.has(role))
  if (isNameOf) return first
  const [main, other] = words.some((word) => CONNECTORS.has(word)) ? [first, last] : [last, first]
  return main.length > 0 ? main : other
}

const NAMED_THINGS: ReadonlySet<HeaderRole> = new Set(['quadrant', 'persona', 'note', 'title'])

/** What joins two nouns of which the first is what the column holds: "texte de la carte". */
const CONNECTORS = new Set('of de du des da do di della del dei van von vom der la le'.split(' '))

/** A name that is known, also in the plural that many languages make with an s. */
function lookUp(name: string): readonly Omit<HeaderSign, 'how'>[] | undefined {
  return (
    KNOWN.get(name) ??
    (/\p{Ll}{3}s$/u.test(name) ? KNOWN.get(name.slice(0, -1)) : undefined) ??
    (/ies$/.test(name) ? KNOWN.get(name.replace(/ies$/, 'y')) : undefined)
  )
}

type Part = HeaderSign[] | undefined

/** English and Germanic headers end in what they are ("card text"), Romance ones begin with it ("texte de la carte"). */
function lastPart(words: readonly string[]): Part {
  for (let from = 1; from < words.length; from++) {
    const signs = lookUp(words.slice(from).join(' '))
    if (signs) return signs.map((sign) => ({ ...sign, how: 2 as const }))
  }
  return undefined
}

function firstPart(words: readonly string[]): Part {
  for (let to = words.length - 1; to > 0; to--) {
    const signs = lookUp(words.slice(0, to).join(' '))
    if (signs) return signs.map((sign) => ({ ...sign, how: 2 as const }))
  }
  return undefined
}

const ASKING =
  /^(?:what|why|how|which|where|when|who|is there|are there|do you|did you|would you|any|please|describe|tell us|name|list|share|explain|was|wie|warum|welche[rsnm]?|wo|wann|gibt es|bitte|beschreib\p{L}*|nenne\p{L}*|comment|pourquoi|quels?|quelles?|qu['’]\p{L}+|où|veuillez|merci de|décrivez|qué|cómo|cuáles?|por qué|por favor|describ\p{L}+|o que|como|quais|qual|por que|descrev\p{L}+|cosa|che cosa|come|perché|quali|per favore|descriv\p{L}+|wat|hoe|waarom|welke|graag|beschrijf|co|jak|dlaczego|jakie|proszę|opisz)(?!\p{L})/iu
const ASKED = /[?？:：]$|(?:か|ですか|까|까요|세요|나요|ください|下さい)[。.]?$/u

/** Whether a text asks by its own words: a question mark, an ending or a beginning that asks. A long statement does not. */
export function asks(text: string): boolean {
  const bare = text.slice(0, 2_000).replace(/[\s*]+$/u, '')
  return ASKED.test(bare) || ASKING.test(bare)
}

/** Whether a header asks something: with a question mark, or in the words of a whole sentence. */
export function isQuestion(header: string): boolean {
  const text = header.slice(0, 2_000).replace(/[\s*]+$/u, '')
  if (/[?？]/u.test(text) || /(?:か|ですか|까|까요|세요|나요)[。.]?$/u.test(text)) return true
  return WITHOUT_SPACES.test(text) ? text.length >= 10 : text.trim().split(/\s+/).length >= 6
}
