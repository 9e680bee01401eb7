import { headingOf } from '../maps/heading.js'
import type { Group } from '../notes/group.js'
import { EVERYONE, UNSPECIFIED } from '../text/everyone.js'
import type { SummaryGroup } from './summary.js'

/** The questions of a group as its document shows them. */
export function headingsOf(
  { persona, personaQuestion, question, templates }: Group,
  language: string | undefined,
): Pick<SummaryGroup, 'personaQuestion' | 'question'> {
  const somebody = persona === EVERYONE || persona === UNSPECIFIED ? undefined : persona
  const show = (filled: string | undefined, template = filled): string | undefined =>
    filled === undefined || template === undefined
      ? undefined
      : headingOf({ template, filled }, somebody, language)
  const shown = {
    personaQuestion: show(personaQuestion, templates?.persona),
    question: show(question, templates?.question),
  }
  return {
    ...(shown.personaQuestion !== undefined && { personaQuestion: shown.personaQuestion }),
    ...(shown.question !== undefined && { question: shown.question }),
  }
}
