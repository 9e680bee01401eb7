/*
 * Trouble that is neither the user's nor a bug: a model, its endpoint or a recording does not give what was
 * asked for. It concerns one request, and a group at most.
 */

/** What went wrong in one exchange with an endpoint. */
export type EndpointTrouble =
  | 'connection' // no connection, or it broke
  | 'deadline' // no complete reply in time
  | 'throttled' // too many requests
  | 'server' // the endpoint failed
  | 'rejected' // the endpoint does not take this request
  | 'cut-off' // the reply ends before it is complete
  | 'refused' // the model declines to answer
  | 'filtered' // a filter removed the reply
  | 'not-json' // the answer is no JSON: a proxy's page, or cut off
  | 'too-large' // the answer is larger than any reply
  | 'not-a-completion' // the answer is something else than a chat completion
  | 'redirected' // the endpoint is somewhere else
  | 'over-budget' // the user's limits leave nothing for it

const WORTH_ANOTHER_TRY: readonly EndpointTrouble[] = [
  'connection',
  'deadline',
  'throttled',
  'server',
  'not-json',
]

/** Trouble with one exchange. Trouble with the whole endpoint (key, quota, model) is a UserError instead. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError'
  readonly trouble: EndpointTrouble
  /** How long the endpoint asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined

  constructor(trouble: EndpointTrouble, message: string, retryAfter?: number) {
    super(message)
    this.trouble = trouble
    this.retryAfter = retryAfter
  }

  get isWorthAnotherTry(): boolean {
    return WORTH_ANOTHER_TRY.includes(this.trouble)
  }
}

/** Whether the user's limits leave nothing for a request. */
export const isOverBudget = (error: unknown): error is EndpointError =>
  error instanceof EndpointError && error.trouble === 'over-budget'

/** A model's reply does not have the form that was asked for, and neither has the corrected one. */
export class UnusableReply extends Error {
  override readonly name = 'UnusableReply'
}

/** There is no recording of a request, and no model to ask. */
export class MissingRecording extends Error {
  override readonly name = 'MissingRecording'
}

/** Whether only one group has to do without an answer, and the others go on. */
export function isTroubleWithOneRequest(error: unknown): error is Error {
  return error instanceof EndpointError || error instanceof UnusableReply
}
