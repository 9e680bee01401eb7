import { setMaxListeners } from 'node:events'
import { MissingRecording, UnusableReply } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import type { Checked } from '../text/checked.js'
import { extractJson } from './extract-json.js'
import type { Model } from './model.js'
import type { Purpose, Recordings } from './recordings.js'
import { keyOf, type Message, type Reply, type Request, type Usage } from './request.js'

/** A question to a model, and how to tell whether the reply answers it. */
export type Question<T> = {
  request: Request
  purpose: Purpose
  /** Judges the JSON value of a reply. */
  check(value: unknown): Checked<T>
  /** The message that asks for a corrected reply. */
  correct(problem: string): readonly Message[]
  /** Whether a reply that stays unusable is recorded as well, because the run goes on without it. */
  isOptional?: boolean
}

/** An exchange that an answer rests on. */
export type Exchange = { reply: Reply; recorded: boolean }

export type Answer<T> = { value: T; exchanges: readonly Exchange[] }

/** The only door to a model. */
export type Ask = <T>(question: Question<T>) => Promise<Answer<T>>

export type AskOptions = {
  recordings: Recordings
  /** Opens the model when the first reply is missing; absent when only recordings may answer. */
  openModel?: (() => Promise<Model>) | undefined
  /** Passes recordings over, and writes them anew. */
  fresh?: boolean
  signal: AbortSignal
  /** Told what each reply of the model took, whether it could be used or not. */
  count(usage: Usage): void
  /** Told about recordings that are damaged and asked for anew, or that cannot be written. */
  warn(text: string): void
}

/**
 * Creates `ask`. A request is answered from its recording where there is one, else by the model. A reply
 * that does not fit is corrected once. Replies are recorded as they come, so a run that is killed goes on where it
 * stopped; only a correction that is of no use is not, so that the next run asks for it again.
 * `ask` throws MissingRecording, UnusableReply or EndpointError for one question, UserError for the run.
 */
export function createAsk({ recordings, openModel, fresh = false, signal, count, warn }: AskOptions): Ask {
  let opened: Promise<Model> | undefined
  const pending = new Map<string, Promise<Reply>>() // equal requests under way are made once
  setMaxListeners(0, signal) // every request that waits listens to it

  const askModel = async (request: Request): Promise<Reply> => {
    if (!openModel) throw new MissingRecording('no recorded reply')
    opened ??= openModel()
    const model = await opened
    const reply = await model.complete(request, signal)
    count(reply.usage)
    return reply
  }

  const exchange = async (request: Request): Promise<Exchange> => {
    signal.throwIfAborted()
    if (!fresh) {
      const loaded = await recordings.load(request)
      if (loaded.state === 'found') return { reply: loaded.reply, recorded: true }
      if (loaded.state === 'damaged') {
        const error = new UserError('recording-damaged', { file: loaded.file, cause: loaded.cause })
        if (!openModel) throw error
        warn(`${error.message}; its request is asked again`)
      }
    }
    const key = keyOf(request)
    const underWay = pending.get(key) ?? askModel(request).finally(() => pending.delete(key))
    pending.set(key, underWay)
    return { reply: await underWay, recorded: false }
  }

  /** A reply that cannot be recorded is an answer all the same. */
  const save = async (request: Request, reply: Reply, purpose: Purpose): Promise<void> => {
    try {
      await recordings.save(request, reply, purpose)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      warn(`a reply could not be recorded, so the next run asks again: ${error.message}`)
    }
  }

  return async ({ request, purpose, check, correct, isOptional = false }) => {
    const exchanges: Exchange[] = []
    const take = async (request: Request) => {
      const made = await exchange(request)
      exchanges.push(made)
      const { text } = made.reply
      const read = extractJson(text)
      const checked = read.ok ? check(read.value) : read
      return { text, checked, keep: async () => made.recorded || save(request, made.reply, purpose) }
    }

    const first = await take(request)
    await first.keep() // also where it is of no use: it is paid for, and its correction builds on it
    if (first.checked.ok) return { value: first.checked.value, exchanges }

    const said: Message = { role: 'assistant', content: first.text }
    const messages = [...request.messages, said, ...correct(first.checked.problem)]
    const second = await take({ ...request, messages })
    if (second.checked.ok || isOptional) await second.keep()
    if (second.checked.ok) return { value: second.checked.value, exchanges }
    throw new UnusableReply(`the reply cannot be used: ${second.checked.problem}`)
  }
}
