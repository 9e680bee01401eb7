import type { Ask } from '../model/ask.js'
import type { Purpose } from '../model/recordings.js'
import type { CorrectionVariables } from '../prompts/helping-kinds.js'
import type { Prompt } from '../prompts/prompt.js'
import type { GroupPlan } from './plan-group.js'
import type { ContinuedVariables } from './replies/continued-reply.js'
import type { FeelingsVariables } from './replies/feelings-reply.js'
import type { GivenVariables } from './replies/given-reply.js'
import type { MendedVariables } from './replies/mended-reply.js'
import type { MergeVariables } from './replies/merge-reply.js'
import type { PlacementsVariables } from './replies/placements-reply.js'
import type { ThemesVariables } from './replies/themes-reply.js'

/** What a group is summarised with. */
export type GroupTools = {
  ask: Ask
  prompt: Prompt<ThemesVariables>
  /** Asked instead where there are themes of last time. */
  continuing: Prompt<ContinuedVariables>
  /** Asked instead where people gave the themes. */
  giving: Prompt<GivenVariables>
  /** Asked beside the themes how notes feel, where that is wanted. */
  feeling: Prompt<FeelingsVariables>
  /** Asked where notes belong that the reply left out or gave twice. */
  placing: Prompt<PlacementsVariables>
  /** The same where people gave the themes. */
  placingGiven: Prompt<PlacementsVariables>
  /** Asked to merge the themes of a large group's parts. */
  merging: Prompt<MergeVariables>
  /** Asked for another title and summary where a check finds something wrong. */
  mending: Prompt<MendedVariables>
  /** Asked when a reply does not have the form that was asked for. */
  correction: Prompt<CorrectionVariables>
}

/** What a request was about, in the words that were sent. */
export function purposeOf(
  { group, redactor: { redact } }: GroupPlan,
  { id, version }: Pick<Prompt, 'id' | 'version'>,
): Purpose {
  return { persona: redact(group.persona), quadrant: redact(group.quadrant), prompt: `${id}@${version}` }
}
