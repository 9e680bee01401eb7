import type { Parameters, Request } from '../model/request.js'
import type { Group } from '../notes/group.js'
import type { Prompt } from '../prompts/prompt.js'
import type { Redactor } from '../prompts/redact.js'
import { replyOf } from '../prompts/reply-kind.js'
import { estimateRoughly } from '../text/estimate-tokens.js'
import { type FeelingsVariables, feelingsReply } from './replies/feelings-reply.js'
import { type PartLimits, splitNotes } from './split-notes.js'

/** One request about notes of a group: its note number n is `numbers[n - 1]` of the group. */
export type NotesPlan = { numbers: readonly number[]; request: Request }

/** What is asked about how notes feel: about all of them, and once more about those that a reply leaves out. */
export type FeelingPlan = {
  parts: readonly NotesPlan[]
  again(numbers: readonly number[]): NotesPlan[]
}

/** How it is asked, and what may be sent. */
type Asking = {
  model: string
  parameters?: Parameters | undefined
  limits: PartLimits
  redactor: Redactor
}

/** A note of a group as it is sent: its number in the group, and its words before and after personal data is replaced. */
export type ShownNote = { number: number; sent: string; text: string }

/** A group and its notes → the requests that ask how these feel, none of which depends on its themes. */
export function planFeelings(
  group: Group,
  shown: readonly ShownNote[],
  prompt: Prompt<FeelingsVariables>,
  { model, parameters, limits, redactor }: Asking,
): FeelingPlan {
  const toRequest = (part: readonly ShownNote[]): NotesPlan => {
    const messages = prompt.render({
      persona: redactor.redact(group.persona),
      quadrant: redactor.redact(group.quadrant),
      question: redactor.redact(group.question ?? ''),
      noteCount: part.length,
      notes: part.map(({ text }, index) => [index + 1, text] as const),
    })
    return {
      numbers: part.map(({ number }) => number),
      request: { model, messages, reply: replyOf(feelingsReply), ...(parameters && { parameters }) },
    }
  }
  const again = (numbers: readonly number[]): NotesPlan[] => {
    const notes = numbers.flatMap((number) => shown[number - 1] ?? [])
    const parts = splitNotes(notes, limits, ({ text }) => estimateRoughly(text))
    return parts.filter((part) => part.length > 0).map(toRequest)
  }
  return { parts: again(shown.map(({ number }) => number)), again }
}
