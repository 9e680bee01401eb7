import type { PromptKind } from './prompt.js'

/** Asks for a corrected reply. */
export const correctionKind: PromptKind<CorrectionVariables> = {
  name: 'correction',
  variables: ['problem', 'schema'],
  needs: ['problem'],
}

export type CorrectionVariables = {
  /** What was wrong with the reply. */
  problem: string
  /** JSON Schema of the reply. */
  schema: object
}

/** Tells an endpoint that takes no JSON Schema the form of a reply in words. */
export const formKind: PromptKind<FormVariables> = { name: 'form', variables: ['schema'], needs: ['schema'] }

export type FormVariables = { schema: object }
