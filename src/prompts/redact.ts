import { createNameFinder, type NameFinder } from './find-names.js'
import { type Libraries, REDACTION_KINDS, type RedactionKind } from './redaction-kinds.js'

/** Text with marks in place of personal data, and a way back. */
export type Redactor = {
  /** Replaces e-mail addresses, phone numbers and the like by marks such as "[EMAIL_1]". */
  redact(text: string): string
  /** Puts back what the marks stand for, in text that came from a model. */
  restore(text: string): string
  /** As `redact`, for text that was restored: what is known is replaced wherever it stands, also inside a word. */
  redactRestored(text: string): string
}

/** What was replaced in a run: how many different values of each kind, and which names of the list were found nowhere. */
export type RedactionTally = {
  counts: ReadonlyMap<string, number>
  names: { given: number; found: number }
}

/** Makes redactors, one for each group or request, of which all replace the same names. */
export type Redaction = {
  /** Loads what knows phone numbers and IBANs, if any of the texts may hold one; before texts are redacted. */
  prepare(texts: Iterable<string>): Promise<void>
  createRedactor(): Redactor
  tally(): RedactionTally
}

/** Most notes have none of these, and with none of them a text holds nothing that a rule could find. */
const SIGN = /[@:=：\d٠-٩۰-۹[({_-]| at |www\.|\.[a-z]{2,24}\/|(?<![a-z])[a-z]{24}/i
/** Of the others most hold nothing all the same; two simple patterns are faster than one. */
const MANY_DIGITS = /(?:\d[ ./()-]{0,3}){7}/
const MARK =
  /[@:=：密]|口令|passw[oö]|kennw[oö]r|zugangscode|t[uü]e?rcode|alarmcode|zahlencode|deurcode|ap[ií][- _]?key|access[- _]?(?:key|token)|パスワード|暗証|ドアコード|비밀|비번|암호|-----BEGIN| at [\w-]+ (?:dot|pun[kt]|point|ponto)|(?<![a-z\d])(?:www\.|p(?:ass)?wd|pass|kennwort|contrase|mdp|pw[ :=]|clave|senha|palavra|has[lł]o|adgangskode|kodeord|salasana|şifre|parola|heslo|jelszó|пароль|token|secret|pin|AKIA|ASIA|AIza|hf_|npm_|[a-z\d]{24})|\.(?<=(?<![a-z\d])[\da-f]{4}\.)[\da-f]{4}|-(?<=(?<![a-z\d])[\da-f]{2}-)[\da-f]{2}-|\d\.\d+\.\d|[-_][\w-]{16}|\.[a-z]{2,}\/|wachtwoord|lösenord|passord|c[oó]d[eo]|kod|codice|\[[A-Z]+_\d|[([{] ?(?:at|ät|arroba|arobase|chiocciola|apenstaartje|małpa|zavináč|snabel-a|アット|골뱅이) ?[)\]}]/i
/** What only a library can tell: a run of digits, or what begins like an IBAN. */
const NEEDS_LIBRARIES =
  /(?:[\d٠-٩۰-۹０-９][ ./()\-\u00A0\u2007\u202F\u2010-\u2015\u3000\uFF08\uFF09\uFF0D\uFF0E]{0,3}){7}|[A-Za-z]{2}\d{2}[ -]?[A-Za-z0-9]{4}/

/** Redaction of personal data, and of names of people where they are given. */
export function createRedaction(names: readonly string[] = []): Redaction {
  const findNames = names.length > 0 ? createNameFinder(names) : undefined
  const counts = new Map<string, number>()
  const found = new Set<string>()
  let libraries: Libraries | undefined
  return {
    prepare: async (texts) => {
      if (libraries) return
      for (const text of texts) {
        if (!NEEDS_LIBRARIES.test(text)) continue
        libraries = await loadLibraries()
        return
      }
    },
    createRedactor: () =>
      createRedactor({
        libraries: () => libraries,
        findNames,
        count: (mark) => counts.set(mark, (counts.get(mark) ?? 0) + 1),
        found: (name) => found.add(name),
      }),
    tally: () => ({ counts, names: { given: new Set(names).size, found: found.size } }),
  }
}

/** For users who chose to send notes as they are. */
export const noRedaction: Redaction = {
  prepare: async () => {},
  createRedactor: () => noRedactor,
  tally: () => ({ counts: new Map(), names: { given: 0, found: 0 } }),
}

/** A redactor that changes nothing. */
export const noRedactor: Redactor = {
  redact: (text) => text,
  restore: (text) => text,
  redactRestored: (text) => text,
}

/** 145 kB and 30 kB, some 20 ms: only where a text may hold what they know. */
export async function loadLibraries(): Promise<Libraries> {
  const [{ parsePhoneNumberFromString }, { validateIBAN, ValidationErrorsIBAN }] = await Promise.all([
    import('libphonenumber-js/max'),
    import('ibantools'),
  ])
  return {
    phones: { parse: (text, country) => parsePhoneNumberFromString(text, country as 'DE' | undefined) },
    // a country's own check digits within a right IBAN may be wrong: somebody's number it is all the same
    isIban: (compact) =>
      validateIBAN(compact).errorCodes.every(
        (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
      ),
  }
}

/** "@Anna Müller" is somebody on the list, of whom a handle is the first name alone; "anna.mueller@…" is an address. */
const BEFORE_NAMES = REDACTION_KINDS.filter(({ mark }) => mark !== 'HANDLE')
const BEHIND_NAMES = REDACTION_KINDS.filter(({ mark }) => mark === 'HANDLE')

type Tools = {
  libraries(): Libraries | undefined
  findNames: NameFinder | undefined
  count(mark: string): void
  found(name: string): void
}

/** Equal values get equal marks, numbered as they come, so equal notes give equal text. */
function createRedactor({ libraries, findNames, count, found }: Tools): Redactor {
  const marks = new Map<string, string>()
  const values = new Map<string, string>()
  const counts = new Map<string, number>()

  const markFor = (kind: string, value: string): string => {
    const known = marks.get(value)
    if (known) return known
    const number = (counts.get(kind) ?? 0) + 1
    const mark = `[${kind}_${number}]`
    counts.set(kind, number)
    marks.set(value, mark)
    values.set(mark, value)
    count(kind)
    return mark
  }

  const replaceSpans = (
    text: string,
    kind: string,
    spans: readonly { begin: number; end: number }[],
  ): string => {
    let redacted = ''
    let done = 0
    for (const { begin, end } of spans) {
      if (begin < done) continue
      redacted += text.slice(done, begin) + markFor(kind, text.slice(begin, end))
      done = end
    }
    return done === 0 ? text : redacted + text.slice(done)
  }

  const redactKinds = (text: string, kinds: readonly RedactionKind[]): string => {
    let redacted = text
    let plain = toAscii(text)
    if (!SIGN.test(plain) || !(MANY_DIGITS.test(plain) || MARK.test(plain))) return text
    for (const kind of kinds) {
      const spans = spansOf(plain, kind, libraries())
      if (spans.length === 0) continue
      redacted = replaceSpans(redacted, kind.mark, spans)
      plain = toAscii(redacted)
    }
    return redacted
  }

  const redact = (text: string): string => {
    if (!findNames) return redactKinds(text, REDACTION_KINDS)
    const redacted = redactKinds(text, BEFORE_NAMES)
    const spans = findNames(redacted).filter(({ begin }) => !isInMark(redacted, begin))
    for (const { name } of spans) found(name)
    return redactKinds(replaceSpans(redacted, 'NAME', spans), BEHIND_NAMES)
  }

  const restore = (text: string): string =>
    text.replace(
      /\\?\[?(?<![A-Z\d_])([A-Z]{2,8})\\?_(\d{1,6})(?!\d)\\?\]?/g,
      (written, kind: string, number: string) => values.get(`[${kind}_${number}]`) ?? written,
    )

  const redactRestored = (text: string): string => {
    const longestFirst = [...marks].sort(([a], [b]) => b.length - a.length)
    const known = longestFirst.reduce((left, [value, mark]) => left.replaceAll(value, mark), text)
    return redact(known)
  }

  return { redact, restore, redactRestored }
}

/** Whether a place is within "[EMAIL_1]". */
function isInMark(text: string, at: number): boolean {
  const open = text.lastIndexOf('[', at)
  return open >= 0 && /^\[[A-Z]+_\d+\]/.test(text.slice(open, open + 24)) && text.indexOf(']', open) >= at
}

/** Where a kind of data stands in a text that `toAscii` made plain. */
function spansOf(plain: string, kind: RedactionKind, libraries: Libraries | undefined) {
  const { pattern, find, hint, holds } = kind
  const spans: { begin: number; end: number }[] = []
  if (hint && !hint.test(plain)) return spans
  if (find) return find(plain)
  if (!pattern) return spans
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const [found] = match
    const begin = match.index
    const before = plain.slice(Math.max(0, match.index - 60), begin)
    const part = holds
      ? longestPart(found, (value) => {
          const end = begin + value.length
          return holds(value, before, libraries, plain.slice(end, end + 12))
        })
      : found
    if (part === '') continue
    spans.push({ begin, end: begin + trimEnd(part).length })
    pattern.lastIndex = begin + part.length // what is left may be another
  }
  return spans
}

/** A sentence goes on behind what was found. */
const trimEnd = (part: string): string => part.replace(/(?<![.,;:!?])[.,;:!?]+$/, '')

const DRESSED = /[\u0660-\u0669\u06F0-\u06F9\u00A0\u2007\u202F\u2010-\u2015\uFF01-\uFF5E\u3000]/g

/** The same text, character for character, with full-width forms, odd spaces and hyphens as plain ones. */
function toAscii(text: string): string {
  return text.replace(DRESSED, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0x0660 && code <= 0x06f9) return String(code & 0xf) // the digits of Arabic and Persian
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    return code >= 0x2010 && code <= 0x2015 ? '-' : ' '
  })
}

/** No value that only its beginning is of is longer. */
const LONGEST_TRIED = 60

/** The longest beginning of what was found that holds, without separators at its end; "" where none does. */
function longestPart(found: string, holds: (value: string) => boolean): string {
  if (holds(found)) return found
  for (let part = found.slice(0, LONGEST_TRIED); part.length >= 7; part = part.slice(0, -1)) {
    const isWhole = /[\dA-Z]$/i.test(part) && !/^[\dA-Z]/i.test(found.slice(part.length))
    if (isWhole && holds(part)) return part
  }
  return ''
}
