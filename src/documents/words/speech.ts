import { curlQuotations } from '../../text/quotations.js'
import { en } from './en.js'
import type { Forms, Words } from './words.js'

type Values = Readonly<Record<string, string | number>>

/** A language as documents speak it: its words, with numbers, plural forms and lists as `Intl` has them. */
export type Speech = {
  words: Words
  number(value: number): string
  /** 0.24 → "24%" */
  percent(share: number): string
  /** `count('notes', 2)` → "2 notes" */
  count(what: keyof Words['counts'], value: number): string
  /** The form for a number, with the number and further values filled in. */
  form(forms: Forms, value: number, values?: Values): string
  /** Puts values where a text has their names in braces. */
  fill(text: string, values: Values): string
  /** "a, b and c" */
  list(items: readonly string[]): string
  /** The words of a note, in quotation marks. */
  quote(text: string): string
  /** Figures or the like in a row: "3 rows, 2 notes". */
  row(...items: readonly string[]): string
  /** Clauses → a sentence with its stop. */
  sentence(...clauses: readonly string[]): string
  /** Straight quotation marks as those around notes. */
  curl(text: string): string
}

/** Made when it is first needed: each takes longer to make than a document to write. */
function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Smaller whole numbers are written alike in all these languages, and making a number format takes ten milliseconds. */
const UNGROUPED = 1_000

export function createSpeech(words: Words): Speech {
  const locale = words.language === 'en' ? 'en-GB' : words.language
  const plurals = later(() => new Intl.PluralRules(locale))
  const numbers = later(() => new Intl.NumberFormat(locale))
  const percents = later(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const lists = later(() => new Intl.ListFormat(locale))
  const fill = (text: string, values: Values): string =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces))
  const number = (value: number): string =>
    Number.isInteger(value) && value < UNGROUPED ? String(value) : numbers().format(value)
  const form = (forms: Forms, value: number, values: Values = {}): string =>
    fill(forms[plurals().select(value) as keyof Forms] ?? forms.other, { n: number(value), ...values })
  const [open, close] = words.quotes
  const [item, clause, stop] = words.stops
  return {
    words,
    number,
    percent: (share) => percents().format(share),
    count: (what, value) => form(words.counts[what], value),
    form,
    fill,
    list: (items) => lists().format(items),
    quote: (text) => `${open}${text}${close}`,
    row: (...items) => items.join(item),
    sentence: (...clauses) => `${clauses.join(clause)}${stop}`,
    curl: (text) => curlQuotations(text, words.quotes),
  }
}

/** What documents speak whose language is none of those that are known. */
export const english = createSpeech(en)

const LANGUAGES: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  it: async () => (await import('./it.js')).it,
  pt: async () => (await import('./pt.js')).pt,
  nl: async () => (await import('./nl.js')).nl,
  ja: async () => (await import('./ja.js')).ja,
}

/** How a document of this language ("de", "pt-BR") speaks; English where none is known. */
export async function loadSpeech(language: string | undefined): Promise<Speech> {
  const tag = language?.toLowerCase().replace(/-.*$/, '') ?? ''
  const load = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined
  return load ? createSpeech(await load()) : english
}
