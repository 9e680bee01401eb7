import type { Reply, Request } from './request.js'

/** A language model behind an endpoint. */
export type Model = {
  /** Host name and port, for messages. */
  host: string
  /**
   * One exchange: a request → its complete reply.
   * Throws EndpointError for trouble with this request, UserError for trouble with the endpoint as a whole,
   * and the signal's reason when it is aborted.
   */
  complete(request: Request, signal: AbortSignal): Promise<Reply>
}

/** Time and chance, as far as asking depends on them. */
export type Clock = {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** From 0 up to but not including 1. */
  random(): number
}
