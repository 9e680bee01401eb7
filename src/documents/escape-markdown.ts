import { stripVTControlCharacters } from 'node:util'

/** Controls, bidirectional overrides, invisible and tag characters; joiners stay, for emoji and Persian need them. */
const UNSAFE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu

/** Text of a note or a model → the same on one line, with nothing in it that acts on a reader's screen. */
export function toPlainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\s*[\r\n\u2028\u2029\u0085]\s*/g, ' / ')
    .replace(/\s/g, ' ')
    .replace(UNSAFE, '')
    .trim()
}

const SPECIAL = /[\\`*_[\]<>|~]/g
const ENTITY = /&(?=#?\w+;)/g
const BLOCK_START = /^(\d*)([#+\-.)])/
const REFERENCE = /([@#]|\bGH-)(?=[\p{L}\p{N}_])/giu
const BARE_LINK = /\b(https?|ftp|mailto|xmpp)(:)|\bwww(\.)/gi
const ZERO_WIDTH_SPACE = '\u200B'

/**
 * Text of a note or a model → Markdown that shows it and does nothing else: no heading, list, link, image,
 * HTML, mention or issue reference comes of it, wherever in a line it is put. What GitHub would turn into
 * a link without any markup is broken by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  return toPlainLine(text)
    .replace(SPECIAL, '\\$&')
    .replace(ENTITY, '\\&')
    .replace(BLOCK_START, '$1\\$2')
    .replace(REFERENCE, `$1${ZERO_WIDTH_SPACE}`)
    .replace(BARE_LINK, (link) => `${link.slice(0, -1)}${ZERO_WIDTH_SPACE}${link.slice(-1)}`)
}
