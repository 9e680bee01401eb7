import { isEnglishRole, isGuest } from './english-roles.js'
import { askAbout } from './question.js'
import { translateQuestion } from './translated-questions.js'

const ARTICLE = '{a persona}'

/** What is asked of people at work → what is asked of those they work for. */
const OF_GUESTS: Readonly<Record<string, string>> = {
  'What gets {a persona} out of bed in the morning?': 'What does {a persona} hope to gain?',
  'What makes it hard for {a persona} to do their work?': 'What makes it hard for {a persona}?',
}

/** A question of a map as a heading: as the map has it, and with the persona in it. */
export type Question = { template: string; filled: string }

/**
 * A question as a document of a language shows it: translated where it is a built-in one, about no work where the persona is one
 * that is served, and nothing where an article would stand before what is no English role. `persona` is absent where the question is about everyone.
 */
export function headingOf(
  { template, filled }: Question,
  persona: string | undefined,
  language: string | undefined,
): string | undefined {
  const isArticled = template.includes(ARTICLE)
  if (language !== undefined)
    return translateQuestion(template, language) ?? (isArticled ? undefined : filled)
  if (!isArticled || persona === undefined) return filled
  if (!isEnglishRole(persona)) return undefined
  const ofGuests = OF_GUESTS[template]
  return ofGuests !== undefined && isGuest(persona) ? askAbout(persona, ofGuests) : filled
}
