import { estimateTokens } from '../text/estimate-tokens.js'
import type { Request } from './request.js'

/** A request → about how many tokens an endpoint will count for it. */
export function estimateRequest({ messages, reply }: Request): number {
  return estimateTokens(messages.map(({ content }) => content).join('\n') + JSON.stringify(reply.schema))
}
