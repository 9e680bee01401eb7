import { replyKind } from '../../prompts/reply-kind.js'
import { placementsForm } from './placements-reply.js'

/** A given theme as it is shown: what nobody says of it is left out. */
export type ShownTheme = {
  number: number
  title: string
  definition?: string
  include?: string
  exclude?: string
  example?: string
}

export type GivenVariables = {
  persona: string
  quadrant: string
  question: string
  lens: string
  themes: readonly ShownTheme[]
  noteCount: number
  notes: readonly (readonly [number, string])[]
}

/** Where notes belong among themes that people gave: the form of placements, asked in other words. */
export const givenReply = replyKind<GivenVariables>()({
  name: 'given',
  form: placementsForm,
  variables: ['persona', 'quadrant', 'question', 'lens', 'themes', 'noteCount', 'notes'],
  needs: ['themes', 'notes'],
})
