import { raw, html as tag } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A piece of a page: HTML in which every text that was put in is escaped. */
export type Part = HtmlEscapedString

/** What may be put into a page: text, numbers, pieces and lists of them; what is absent leaves nothing. */
export type Content = string | number | false | undefined | Part | readonly Content[]

/** Tagged template → a piece of a page. Nothing asynchronous is put in, so it is there at once. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Part {
  return tag(strings, ...values) as Part
}

/** Text that is HTML already: for the style sheet of the program itself. */
export const trusted = (text: string): Part => raw(text)
