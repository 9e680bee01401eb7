import { toPlainLine } from '../text/plain-text.js'

const SPECIAL = /[\\`*_[\]|~]/g
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' }
const BLOCK_START = /^(\d*)([#+\-.)])/
const ADDRESS = /([\p{L}\p{N}_.+-])@/gu
const REFERENCE = /([@#]|\bGH-)(?=[\p{L}\p{N}_])/giu
const BARE_LINK = /\b(https?|ftp|mailto|xmpp)(:)|\bwww(\.)/gi
const ZERO_WIDTH_SPACE = '\u200B'

/**
 * Text of a note or a model → Markdown that shows it and does nothing else: no heading, list, link, image,
 * HTML, mention or issue reference comes of it, wherever in a line it is put. What GitHub would turn into
 * a link without any markup is broken by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  return escapeQuoted(text).replace(/>/g, '&gt;').replace(BLOCK_START, '$1\\$2')
}

/** The same for text that stands behind something else in a line, as in quotation marks: there nothing begins a block. */
export function escapeQuoted(text: string): string {
  return toPlainLine(text)
    .replace(SPECIAL, '\\$&')
    .replace(/<|&(?=#?\w{1,40};)/g, (sign) => HTML[sign] ?? sign) // a backslash before < is none to older renderers
    .replace(ADDRESS, `$1${ZERO_WIDTH_SPACE}@`)
    .replace(REFERENCE, `$1${ZERO_WIDTH_SPACE}`)
    .replace(BARE_LINK, (link) => `${link.slice(0, -1)}${ZERO_WIDTH_SPACE}${link.slice(-1)}`)
}
