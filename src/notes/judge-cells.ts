import { WITHOUT_SPACES } from '../text/scripts.js'
import { withLater } from '../text/with-later.js'
import { MISSING_CODE, ratingsAmong } from './ratings.js'

/** What the cells of a column look like; shares are of those that are filled, from 0 to 1. */
export type CellProfile = {
  rows: number
  filled: readonly string[]
  distinct: number
  numbers: number
  dates: number
  /** Links, e-mail addresses, handles, phone numbers, addresses of machines. */
  contacts: number
  /** One word each that mean nothing: ids, tokens, codes. */
  tokens: number
  /** Names of people, one or several. */
  names: number
  /** Streets with a number, with or without a town. */
  streets: number
  /** What is said in a sentence, or at least in several words that are not all names. */
  sentences: number
  /** Median of words; of characters where a script has no spaces. */
  words: number
  length: number
  inWords: boolean
  /** Whether its answers are those of its neighbours, as in a grid of questions with one scale. */
  isGrid?: boolean
  /** Whether others of its question ask who somebody is and how to reach them. */
  isContact?: boolean
}

/** Enough to tell what a column holds; a survey of a million answers is not looked through. */
export const PROFILED = 400

const NUMBER = /^[-+]?[\d.,'’\s]*\d[\d.,'’\s]*(?:%|\/\s?\d{1,3})?$/
/** A number with its unit: "10 minutes", "60秒", "3 Jahre", "1-2 weeks". */
const QUANTITY = /^(?:ca\. ?|< ?|> ?|~ ?)?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(\p{L}{1,12}\.?|€|\$|£)$/u
const MONTH =
  '(?:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|févr|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|fev|mrt|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)\\p{L}*\\.?'
/** What may be the name of a day: no digits and no marks. The letters of all scripts, twelve times over, take long to compile. */
const DAY = '[^\\s\\d!-/:-@\\[-`{-~\\u00A1-\\u00BF\\u2000-\\u206F\\u3000-\\u303F]{2,12}'
const DATE = new RegExp(
  [
    String.raw`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T,].*)?$`,
    String.raw`^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$`,
    String.raw`^(?:${DAY},?\s)?\d{1,2}\.?(?:\s|\sde\s)${MONTH}(?:,?(?:\s|\sde\s)\d{2,4})?(?:[ ,].*)?$`,
    String.raw`^(?:${DAY},?\s)?${MONTH}\s\d{1,2}(?:,?\s\d{4})?(?:[ ,].*)?$`,
    String.raw`^(?:\d{2,4}|(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元))年\d{1,2}月\d{1,2}日.*$`,
    String.raw`^\d{2,4}년 ?\d{1,2}월 ?\d{1,2}일.*$`,
    String.raw`^\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?.*$`,
  ].join('|'),
  'iu',
)
const CONTACT =
  /^(?:https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]+\.[^\s@]+|@[\w.-]{2,40}|(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}\/\S+|\d{1,3}(?:\.\d{1,3}){3}(?:[ (:].*)?|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}|[+(]?\d[\d ()./-]{5,18}\d)$/i
/** A number to call or of an account, or an e-mail address, among other words; the name of a file. */
const HOLDS_CONTACT =
  /(?:\d[ ./-]?){8}|[\w.+-]{1,64}@[\w-]{1,63}\.\w|\.(?:docx?|xlsx?|pptx?|pdf|od[tsp]|txt|rtf|csv|zip|jpe?g|png|gif|heic|svg|mp[34]|mov)$/i
/** Lines of a form for addresses, as Jotform joins them. */
const ADDRESS_LABEL =
  /^(?:street(?: address)?(?: line \d)?|address(?: line \d)?|house number|city|town|state(?: \/ province)?|province|region|county|postal(?: \/ zip)? code|zip(?: code)?|postcode|country|straße|hausnummer|plz|ort|stadt|land|rue|ville|code postal|pays|calle|ciudad|provincia|código postal|país|via|città|cap|paese|straat|plaats|ulica|miasto|kod pocztowy|kraj)\s*[:：]/gim
/** A comment of a tool, with when it was written and by whom before it, as Jira has it. */
const SIGNED =
  /^\d{1,4}[./-](?:\p{L}{3}|\d{1,2})[./-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?;[^;\n]{3,60};/u
/** A title says that a name follows, whatever stands behind it. */
const TITLE = /^(?:dr|prof|mr|mrs|ms|mx|herr|frau|m|mme|mlle|sr|sra|sig|dhr|mevr|pan|pani)\.? /i
const TITLED =
  /^\p{Lu}\p{L}*\.? (?:(?:dr|med|phil|h\.? ?c)\.? ){0,3}\p{Lu}[\p{L}'’.-]{0,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){0,3}(?:, .{1,60})?$/iu
const TITLED_BEHIND = /^\p{Script=Han}{1,4}(?:先生|さん|様)$/u
const NAME_PART = String.raw`\p{Lu}[\p{L}'’.-]{0,24}`
const PARTICLE = '(?:von|van|de|der|den|di|da|del|della|la|le|du|dos|zu|bin|al|el|ter)'
const NAME = new RegExp(
  String.raw`^(?:(?:dr|prof|mr|mrs|ms|herr|frau|m|mme|sr|sra)\.? )?${NAME_PART}(?:,? (?:${PARTICLE} )*${NAME_PART}){1,3}(?: ?[([].{1,40}[)\]])?$`,
  'u',
)
const BETWEEN_NAMES =
  /\s*(?:[\r\n]+|,(?= ?\p{Lu}[\p{L}'’-]+ \p{Lu})|;|\/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b)\s*/u
const STREET =
  /^(?:\d{1,5}(?: ?[a-z]| bis| ter)?,? \p{L}[\p{L}'’. -]{2,40}(?:,.*)?|\p{L}[\p{L}'’. -]{2,40},? (?:n[°ºr]\.? ?)?\d{1,5} ?[a-z]?(?:[,;].*)?)$/u
const STREET_IN_ASIA =
  /(?:県|都|府|市|区|町|村|丁目|番地|시|도|구|동|로|길|省|市|区|路|街|号).*\d|\d.*(?:丁目|番地|号|번길|번지)/u
/** Words of streets and towns, where a number alone would be no sign. */
const TOWN =
  /\b(?:street|st|road|rd|lane|avenue|ave|drive|way|square|court|straße|str|weg|platz|allee|gasse|rue|avenue|boulevard|place|calle|avenida|plaza|rua|via|viale|piazza|straat|laan|plein|ulica|ul)\b|\b\d{4,5}\b|\p{L}(?:straße|strasse|straat|weg|gasse|platz|laan)\b/iu

/** Cells of a column → what they look like; what nobody asks about is not looked at. */
export function profileOf(cells: readonly string[]): CellProfile {
  const filled: string[] = []
  for (const cell of cells) {
    const text = cell.trim()
    if (text !== '' && !isNothing(text)) filled.push(text)
    if (filled.length >= PROFILED) break
  }
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const inWords = !filled.some((cell) => WITHOUT_SPACES.test(cell))
  return withLater(
    { rows: cells.length, filled, inWords },
    {
      distinct: () => new Set(filled).size,
      numbers: () =>
        Math.max(
          share((cell) => NUMBER.test(cell.slice(0, 40))),
          quantities(filled),
          ratingsAmong(filled),
        ),
      dates: () => share((cell) => cell.length < 60 && HAS_EARLY_DIGIT.test(cell) && DATE.test(cell)),
      contacts: () => share((cell) => isContact(cell.slice(0, 200))),
      tokens: () => share(isToken),
      names: () => share(isName),
      streets: () => share((cell) => HAS_DIGIT.test(cell) && isStreet(cell, inWords)),
      sentences: () => share(isSentence),
      words: () => medianOf(filled.map((cell) => cell.split(/\s+/).length)),
      length: () => medianOf(filled.map((cell) => cell.length)),
    },
  )
}

/** Before patterns that take long to compile or to try, and match nothing without one of these. */
const HAS_DIGIT = /\d/
/** Behind no more than the names of a day and a month. */
const HAS_EARLY_DIGIT = /^\D{0,30}\d/
const HAS_SIGN = /[@:\d]|\.\w/

function isContact(cell: string): boolean {
  if ((cell.match(ADDRESS_LABEL) ?? []).length >= 2) return true
  return HAS_SIGN.test(cell) && (CONTACT.test(cell) || HOLDS_CONTACT.test(cell) || SIGNED.test(cell))
}

function isStreet(lines: string, inWords: boolean): boolean {
  const cell = lines.length < 120 ? lines.replace(/\s*[\r\n]+\s*/g, ', ') : lines
  if (cell.length < 90 && STREET.test(cell) && TOWN.test(cell)) return true
  if (cell.length < 120 && isAddressed(cell)) return true
  return !inWords && cell.length < 40 && STREET_IN_ASIA.test(cell)
}

/** "Ida Kowal, 19 Elm Close, 3021 Aldmoor": short parts, of which one is a street with a number, and none a sentence. */
function isAddressed(cell: string): boolean {
  const parts = cell.split(/\s*[,;]\s*/)
  if (parts.length < 2 || parts.length > 6) return false
  const isShort = (part: string): boolean => /^[\p{Lu}\d]/u.test(part) && part.split(/\s+/).length <= 5
  return parts.every(isShort) && parts.some((part) => /\d/.test(part) && STREET.test(part))
}

const MOST_UNITS = 4

/** The share of cells that are a number with one of a few units. */
function quantities(filled: readonly string[]): number {
  const units = filled.flatMap((cell) => QUANTITY.exec(cell.slice(0, 40))?.[1] ?? [])
  return filled.length >= 3 && new Set(units).size <= MOST_UNITS ? units.length / filled.length : 0
}

/** What programs write of a list or an object that has nothing in it. */
export const IS_EMPTY_LIST = /^(?:\[\s*\]|\{\s*\})$/

/** What programs write for "no answer". */
function isNothing(text: string): boolean {
  return (
    /^(?:na|n\/a|nan|null|none|-+|–|\.)$/i.test(text) || IS_EMPTY_LIST.test(text) || MISSING_CODE.test(text)
  )
}

/** Letters and digits in groups, as plates and policies have them: "QX 100 ZZ". */
const GROUPED_CODE = /^[A-ZÄÖÜ\d]{1,5}(?:[ -][A-ZÄÖÜ\d]{1,5}){1,4}$/

/** One word with a digit in it, or a very long one: an id, a token, a code. */
function isToken(cell: string): boolean {
  if (cell.length <= 16 && GROUPED_CODE.test(cell) && /\d/.test(cell) && /\p{L}/u.test(cell)) return true
  if (/\s/.test(cell) || WITHOUT_SPACES.test(cell)) return false
  if (cell.length > 80) return !/\d/.test(cell)
  if (NUMBER.test(cell)) return cell.replace(/\D/g, '').length >= 7
  const hasDigit = /\d/.test(cell)
  return /^[\p{L}\d][\p{L}\d_.:{}#-]*$/u.test(cell) && (hasDigit ? cell.length <= 80 : cell.length >= 20)
}

/** "Mara Lindqvist", "Kowal, Ida", "Dr. Jon Petit (North)", "Ida Kowal and Ravi Shah"; two to four kanji with a space. */
export function isName(cell: string): boolean {
  if (cell.length > 90) return false
  if (
    /^(?:\p{Script=Han}{1,3}[ \u3000]\p{Script=Han}{1,3}|\p{Script=Hiragana}{2,6}[ \u3000]\p{Script=Hiragana}{2,6}|\p{Script=Katakana}{2,6}[ \u3000]\p{Script=Katakana}{2,6})$/u.test(
      cell,
    )
  )
    return true
  if (NAME.test(cell) || TITLED_BEHIND.test(cell)) return true
  if (TITLE.test(cell) && !/^\p{Ll}/u.test(cell) && TITLED.test(cell)) return true
  const parts = cell.split(BETWEEN_NAMES)
  return parts.length > 1 && parts.length <= 6 && parts.every((part) => NAME.test(part.trim()))
}

/** Three words or more of which one behind the first is in small letters; or enough characters of a script without spaces. */
function isSentence(cell: string): boolean {
  if (WITHOUT_SPACES.test(cell))
    return cell.length >= 8 && /[\p{Script=Hiragana}\p{Script=Thai}]|[。、，！？]/u.test(cell)
  const words = cell.split(/\s+/)
  if (words.length < 3) return false
  return words.slice(1).some((word) => /^[\p{Ll}\p{Lo}]/u.test(word))
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const MOST_CHOICES = 12

/** Few answers that many gave, alone or several in one cell. */
export function isChoice({ filled, distinct }: CellProfile): boolean {
  if (distinct === 1 && filled.length >= 3) return true
  if (distinct <= MOST_CHOICES && filled.length >= 2 * distinct && filled.length >= 4)
    return !haveReasons(filled)
  if (filled.length < 4) return false
  return [partsAtSemicolons, partsAtCommas].some((cut) => {
    const parts = filled.map(cut)
    const all = parts.flat()
    const several = parts.filter((own) => own.length > 1).length
    if (several < filled.length * 0.3) return false
    const areOptions = (options: number, times: number): boolean =>
      options <= Math.max(15, filled.length / 8) && times >= (filled.length < 10 ? 2 : 3) * options
    if (areOptions(new Set(all).size, all.length)) return true
    const again = repeated(all)
    return areOptions(new Set(again).size, again.length) && again.length >= all.length * MOSTLY
  })
}

/** Of boxes that were ticked so many are options; the rest is what people wrote beside "Other". */
const MOSTLY = 0.9

/** Those that occur more than once. */
function repeated(parts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return parts.filter((part) => (counts.get(part) ?? 0) > 1)
}

/** "Yes", "Yes", and reasons in words of their own: who asked wants to hear them. */
function haveReasons(filled: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  const reasons = [...counts].filter(([cell, count]) => count === 1 && cell.split(/\s+/).length >= 5)
  return reasons.length >= 3 && reasons.length >= filled.length * 0.3
}

const partsAtSemicolons = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Commas in brackets are part of an option: "Tools (mail, chat)". */
const partsAtCommas = (cell: string): string[] =>
  cell
    .replace(/\([^()]{0,200}\)/g, (brackets) => brackets.replaceAll(',', ';'))
    .split(/[,、，;]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
