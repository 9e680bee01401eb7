import { decodeHTML } from 'entities'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d?);/i
const TAG =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|s|ul|ol|li|a|h[1-6]|font|blockquote|code|pre|sub|sup|mark|hr)(?:\s[^<>]{0,2000})?\/?>/gi
const HAS_TAG =
  /<\/?(?:p|br|div|span|b|strong|i|em|u|s|ul|ol|li|a|h[1-6]|font|blockquote)(?:\s[^<>]{0,2000})?\/?>/i
const BREAK = /<br\s?\/?>|<\/(?:p|div|li|h[1-6]|blockquote)>/gi
const LIST_ITEM = /<li(?:\s[^<>]{0,2000})?>/gi
/** What spreadsheets and survey tools put before a sign so that it is no formula. */
const GUARD = /^'(?=[=+\-@'])/

/** A cell → what a person sees of it: no tags, no entities, no apostrophe that guards a sign. */
export function toPlainCell(cell: string): string {
  const hasTags = cell.includes('<') && HAS_TAG.test(cell)
  const hasEntities = cell.includes('&') && ENTITY.test(cell)
  const guarded = cell.replace(GUARD, '')
  if (!hasTags && !hasEntities) return guarded
  const bare = hasTags ? withoutTags(guarded) : guarded
  return hasEntities ? decodeHTML(bare) : bare
}

function withoutTags(text: string): string {
  return text
    .replace(BREAK, '\n')
    .replace(LIST_ITEM, '- ')
    .replace(TAG, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
}
