import type { Model } from '../../src/model/model.js'
import type { Reply, Request } from '../../src/model/request.js'

/** A reply's text, a value to be sent as JSON, an error to be thrown, or a function of the request. */
export type QueuedReply = string | object | Error | ((request: Request) => string | object)

export type QueuedModel = Model & {
  /** Every request, in order. */
  requests: Request[]
}

/** A model that answers from a queue and remembers what it was asked. The last reply is given again and again. */
export function queuedModel(replies: readonly QueuedReply[]): QueuedModel {
  const queue = [...replies]
  const requests: Request[] = []
  const complete = async (request: Request, signal: AbortSignal): Promise<Reply> => {
    signal.throwIfAborted()
    requests.push(request)
    const next = queue.length > 1 ? queue.shift() : queue[0]
    if (next === undefined) throw new Error('the queued model was asked, and has no reply')
    if (next instanceof Error) throw next
    const said = typeof next === 'function' ? next(request) : next
    const text = typeof said === 'string' ? said : JSON.stringify(said)
    return { text, usage: { inputTokens: 100, outputTokens: 20 } }
  }
  return { host: 'queue', complete, requests }
}

/** A themes reply from titles and ids: `themes({ Speed: [1, 2] }, [3])`. */
export function themes(byTitle: Record<string, number[]>, unplaced: number[] = []): object {
  return {
    themes: Object.entries(byTitle).map(([title, notes]) => ({
      title,
      summary: `About ${title.toLowerCase()}.`,
      notes,
    })),
    unplaced,
  }
}

/** A placements reply: theme by note. */
export function placements(byNote: Record<number, number | null>): object {
  return { placements: Object.entries(byNote).map(([note, theme]) => ({ note: Number(note), theme })) }
}

const NAMES =
  'Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango'.split(
    ' ',
  )

/** Answers any themes request: all its notes in as many themes as are wanted, dealt out in turn. */
export function dealOut(request: Request): object {
  const text = request.messages.map(({ content }) => content).join('\n')
  const wanted = Number(/Exactly (\d+) themes/.exec(text)?.[1] ?? 2)
  const ids = [...text.matchAll(/^\[(\d+),"/gm)].map(([, id]) => Number(id))
  const groups = Array.from({ length: wanted }, (_, theme) => ids.filter((id) => (id - 1) % wanted === theme))
  return themes(Object.fromEntries(groups.map((notes, index) => [NAMES[index], notes])))
}
