/** Full-width Latin and half-width kana; other compatibility forms (x², №) are other words. */
const WIDTH_FORMS = /[\uFF00-\uFFEF]+/g

const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * The form of a text in which differences of case, character width and white space are gone: two notes
 * with the same fold say the same words.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase().toLowerCase() // a copy: pieces of a large file compare slowly
  return text
    .normalize('NFC')
    .replace(WIDTH_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g
const TAGS = /<\/?[a-z][^<>]{0,500}>/gi

/** No heading that is known is longer; a longer text is a name of its own, and not looked at more closely. */
const LONGEST_NAME = 500
const NUMBERING = /^(?:q?\d+[.):]|#)\s*/i
const REQUIRED_MARK = /\s*\*+$/

/**
 * The form of a header or heading in which it is compared with known names: folded, without HTML tags,
 * invisible characters, a leading number ("1. ") or the asterisk of a required question, and with
 * "and", "/" and "+" written as "&".
 */
export function foldName(name: string): string {
  if (name.length > LONGEST_NAME) return fold(name)
  const plain = fold(name.replace(INVISIBLE, '').replace(TAGS, ' '))
  const bare = plain.replace(NUMBERING, '').replace(REQUIRED_MARK, '').replace(/:$/, '')
  return bare
    .replace(/\s*(?:\band\b|\bund\b|\/|\+|&)\s*/g, ' & ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')
    .trim()
}

/** Compares by code unit, the same on every machine; for sorting. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
