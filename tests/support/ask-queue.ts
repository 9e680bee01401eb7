import { type Ask, createAsk } from '../../src/model/ask.js'
import type { Recordings } from '../../src/model/recordings.js'
import type { Request } from '../../src/model/request.js'
import { memoryRecordings } from './memory-recordings.js'
import { type QueuedReply, queuedModel } from './queued-model.js'

/** The door to a model that answers from a queue, and what it was asked. */
export function askQueue(
  replies: readonly QueuedReply[],
  recordings: Recordings = memoryRecordings().recordings,
): { ask: Ask; requests: Request[] } {
  const model = queuedModel(replies)
  const ask = createAsk({
    recordings,
    openModel: async () => model,
    signal: new AbortController().signal,
    count() {},
    warn() {},
  })
  return { ask, requests: model.requests }
}
