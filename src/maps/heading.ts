import { isEnglishRole } from './english-roles.js'
import { translateQuestion } from './translated-questions.js'

const ARTICLE = '{a persona}'

/** A question of a map as a heading: as the map has it, and with the persona in it. */
export type Question = { template: string; filled: string }

/**
 * A question as a document of a language shows it: translated where it is a built-in one, and nothing where an article would
 * stand before what is no English role. `persona` is absent where the question is about everyone.
 */
export function headingOf(
  { template, filled }: Question,
  persona: string | undefined,
  language: string | undefined,
): string | undefined {
  const isArticled = template.includes(ARTICLE)
  if (language !== undefined)
    return translateQuestion(template, language) ?? (isArticled ? undefined : filled)
  return isArticled && persona !== undefined && !isEnglishRole(persona) ? undefined : filled
}
