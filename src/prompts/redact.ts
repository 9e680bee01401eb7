import { WITHOUT_SPACES } from '../text/scripts.js'
/** Text with marks in place of personal data, and a way back. */
export type Redactor = {
  /** Replaces e-mail addresses, phone numbers and the like by marks such as "[EMAIL_1]". */
  redact(text: string): string
  /** Puts back what the marks stand for, in text that came from a model. */
  restore(text: string): string
  /** As `redact`, for text that was restored: what is known is replaced wherever it stands, also inside a word. */
  redactRestored(text: string): string
}

type Rule = {
  kind: string
  pattern: RegExp
  /** Says whether what was found is what it looks like; a shorter part from its beginning is tried too. */
  holds?: (value: string) => boolean
}

/** In this order: a longer thing first, so that a part of it is not taken for something else. */
const RULES: readonly Rule[] = [
  { kind: 'TEXT', pattern: /\[[A-Z]+_\d+\]/g }, // what looks like a mark, and is a note's own
  { kind: 'URL', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu },
  { kind: 'EMAIL', pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu },
  {
    kind: 'KEY',
    pattern: /\b(?:sk|pk|rk|ghp|gho|github_pat|glpat|xox[abps])[-_][\w-]{16,}|\bAKIA[0-9A-Z]{16}\b/g,
  },
  { kind: 'IBAN', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}\b/g, holds: isIban },
  { kind: 'CARD', pattern: /\b\d(?:[ -]?\d){12,24}/g, holds: isCardNumber },
  {
    kind: 'IP',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
  },
  {
    kind: 'PHONE',
    pattern: /(?<![\w.+/-])(?:\+|\()?\d+(?:[ ./)-]{1,2}\(?\d+)*(?![\w-])/g,
    holds: isPhoneNumber,
  },
  { kind: 'HANDLE', pattern: /(?<![\p{L}\p{N}_@./])@[A-Za-z0-9_][A-Za-z0-9_.-]{1,38}\b/gu },
]

/** Without one of these a text holds nothing that a rule could find; most notes have none, and two simple patterns are faster than one. */
const MANY_DIGITS = /(?:\d[ ./()-]*){7}/
const MARK = /[@:]|www\.|\d\.\d+\.\d|[-_][\w-]{16}|AKIA|\[[A-Z]+_\d/i

/**
 * A redactor for one request. Equal values get equal marks, numbered as they come, so equal notes give
 * equal text. Names of people are replaced only where they are given.
 */
export function createRedactor(names: readonly string[] = []): Redactor {
  const rules = names.length > 0 ? [...RULES, ruleForNames(names)] : RULES
  const marks = new Map<string, string>()
  const counts = new Map<string, number>()

  const markFor = (kind: string, value: string): string => {
    const known = marks.get(value)
    if (known) return known
    const number = (counts.get(kind) ?? 0) + 1
    const mark = `[${kind}_${number}]`
    counts.set(kind, number)
    marks.set(value, mark)
    return mark
  }

  const apply = (text: string, { kind, pattern, holds }: Rule): string => {
    let redacted = ''
    let done = 0
    for (const { 0: found, index } of toAscii(text).matchAll(pattern)) {
      const part = holds ? longestPart(found, holds) : found
      if (part === '' || index < done) continue
      const end = index + part.length
      redacted += text.slice(done, index) + markFor(kind, text.slice(index, end))
      done = end
    }
    return done === 0 ? text : redacted + text.slice(done)
  }

  const redact = (text: string): string => {
    const seen = toAscii(text)
    if (rules === RULES && !MANY_DIGITS.test(seen) && !MARK.test(seen)) return text
    return rules.reduce(apply, text)
  }

  const restore = (text: string): string => {
    const values = new Map([...marks].map(([value, mark]) => [mark, value]))
    return text.replace(/\[[A-Z]+_\d+\]/g, (mark) => values.get(mark) ?? mark)
  }

  const redactRestored = (text: string): string => {
    const longestFirst = [...marks].sort(([a], [b]) => b.length - a.length)
    const known = longestFirst.reduce((left, [value, mark]) => left.replaceAll(value, mark), text)
    return redact(known)
  }

  return { redact, restore, redactRestored }
}

/** Makes redactors, one for each group or request, of which all replace the same names. */
export type Redaction = { createRedactor(): Redactor }

export function createRedaction(names: readonly string[]): Redaction {
  return { createRedactor: () => createRedactor(names) }
}

/** A redactor that changes nothing, for users who chose to send notes as they are. */
export const noRedactor: Redactor = {
  redact: (text) => text,
  restore: (text) => text,
  redactRestored: (text) => text,
}

const DRESSED = /[\u00A0\u2007\u202F\u2010-\u2015\uFF01-\uFF5E\u3000]/g

/** The same text, character for character, with full-width forms, odd spaces and hyphens as plain ones. */
function toAscii(text: string): string {
  return text.replace(DRESSED, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    return code >= 0x2010 && code <= 0x2015 ? '-' : ' '
  })
}

/** The longest beginning of what was found that holds, without separators at its end; "" where none does. */
function longestPart(found: string, holds: (value: string) => boolean): string {
  for (let part = found; part.length >= 7; part = part.slice(0, -1)) {
    const isWhole = /[\dA-Z]$/i.test(part) && !/^[\dA-Z]/i.test(found.slice(part.length))
    if ((isWhole || part === found) && holds(part)) return part
  }
  return ''
}

/** Whole words where a script has words, also with the s of a genitive or plural ("Annas"); in others ("田中さん") wherever the name stands. The longest first. */
function ruleForNames(names: readonly string[]): Rule {
  const patterns = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const literal = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')
      return WITHOUT_SPACES.test(name) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?=s?(?![\\p{L}\\p{N}]))`
    })
  return { kind: 'NAME', pattern: new RegExp(patterns.join('|'), 'giu') }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/**
 * 7 digits (a local number) to 15 (the limit of E.164), in groups or with the prefix of a phone number, and
 * neither a date nor a row of years or thousands nor a version.
 */
function isPhoneNumber(value: string): boolean {
  const digits = digitsOf(value)
  if (digits.length < 7 || digits.length > 15) return false
  const hasPrefix = /^(?:\+|\(|0)/.test(value)
  const groups = value.split(/[ ./()-]+/).filter((group) => group !== '')
  const startsWithDate = /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\b/.test(value)
  const isYears = groups.every((group) => /^(?:19|20)\d\d$/.test(group))
  const isThousands = /^\d{1,3}(?:[ .]\d{3})+$/.test(value)
  if (startsWithDate || isYears || isThousands) return false
  return hasPrefix || (groups.length > 1 && groups.slice(1).every((group) => group.length >= 2))
}

/** ISO 7812: the Luhn checksum. */
function isCardNumber(value: string): boolean {
  const sum = [...digitsOf(value)].reverse().reduce((total, digit, index) => {
    const number = index % 2 ? Number(digit) * 2 : Number(digit)
    return total + (number > 9 ? number - 9 : number)
  }, 0)
  return sum % 10 === 0
}

/** ISO 13616: length and the mod-97 checksum. */
function isIban(value: string): boolean {
  const compact = value.replace(/\s/g, '')
  if (compact.length < 15 || compact.length > 34) return false
  const turned = compact.slice(4) + compact.slice(0, 4)
  let rest = 0
  for (const character of turned) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

/** For users who chose to send notes as they are. */
export const noRedaction: Redaction = { createRedactor: () => noRedactor }
