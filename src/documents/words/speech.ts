import { en } from './en.js'
import type { Forms, Words } from './words.js'

/** A language as documents speak it: its words, with numbers and plural forms as `Intl` has them. */
export type Speech = {
  words: Words
  direction: 'ltr' | 'rtl'
  number(value: number): string
  /** 0.24 → "24 %" */
  percent(share: number): string
  /** `count('notes', 2)` → "2 notes" */
  count(what: keyof Words['counts'], value: number): string
  /** The form alone, of what stands below a figure. */
  form(forms: Forms, value: number): string
  /** Puts values where a text has their names in braces. */
  fill(text: string, values: Readonly<Record<string, string>>): string
}

export function createSpeech(words: Words): Speech {
  const plural = new Intl.PluralRules(words.language)
  const numbers = new Intl.NumberFormat(words.language)
  const percents = new Intl.NumberFormat(words.language, { style: 'percent' })
  const form = (forms: Forms, value: number): string =>
    forms[plural.select(value) as keyof Forms] ?? forms.other
  const fill = (text: string, values: Readonly<Record<string, string>>): string =>
    text.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces)
  return {
    words,
    direction: 'ltr',
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    count: (what, value) => fill(form(words.counts[what], value), { n: numbers.format(value) }),
    form,
    fill,
  }
}

export const english = createSpeech(en)
