import type { Ask } from '../model/ask.js'
import type { Purpose } from '../model/recordings.js'
import { EndpointError, UnusableReply } from '../model-trouble.js'
import type { Prompt } from '../prompts/prompt.js'
import type { GroupPlan } from './plan-group.js'

/** What a group is summarised with. */
export type GroupTools = {
  ask: Ask
  prompt: Prompt<'themes'>
  /** Asked instead where there are themes of last time. */
  continuing: Prompt<'continued'>
  /** Asked where notes belong that the reply left out or gave twice. */
  placing: Prompt<'placements'>
  /** Asked to merge the themes of a large group's parts. */
  merging: Prompt<'merge'>
  /** Asked for another title and summary where a check finds something wrong. */
  mending: Prompt<'mended'>
  /** Asked when a reply does not have the form that was asked for. */
  correction: Prompt<'correction'>
}

/** What a request was about. */
export function purposeOf({ group }: GroupPlan, { id, version }: Prompt): Purpose {
  return { persona: group.persona, quadrant: group.quadrant, prompt: `${id}@${version}` }
}

/** Whether only one group has to do without an answer, and the others go on. */
export function isTroubleWithOneRequest(error: unknown): error is Error {
  return error instanceof EndpointError || error instanceof UnusableReply
}
