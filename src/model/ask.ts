import { setMaxListeners } from 'node:events'
import { UserError } from '../errors.js'
import { MissingRecording, UnusableReply } from '../model-trouble.js'
import { extractJson } from './extract-json.js'
import type { Model } from './model.js'
import type { Purpose, Recordings } from './recordings.js'
import type { Message, Reply, Request, Usage } from './request.js'

/** A value that was found to be right, or what is wrong with it, worded for the model. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problem: string }

/** A question to a model, and how to tell whether the reply answers it. */
export type Question<T> = {
  request: Request
  purpose: Purpose
  /** Judges the JSON value of a reply. */
  check(value: unknown): Checked<T>
  /** The message that asks for a corrected reply. */
  correct(problem: string): readonly Message[]
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
 * that does not fit is corrected once. Replies are recorded as soon as they lead to an answer, and only
 * then, so a run that is killed goes on where it stopped and a useless reply is never replayed.
 * `ask` throws MissingRecording, UnusableReply or EndpointError for one question, UserError for the run.
 */
export function createAsk({ recordings, openModel, fresh = false, signal, count, warn }: AskOptions): Ask {
  let opened: Promise<Model> | undefined
  setMaxListeners(0, signal) // every request that waits listens to it

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
    if (!openModel) throw new MissingRecording('no recorded reply')
    opened ??= openModel()
    const model = await opened
    const reply = await model.complete(request, signal)
    count(reply.usage)
    return { reply, recorded: false }
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

  return async ({ request, purpose, check, correct }) => {
    const turns: (Exchange & { request: Request })[] = []
    const take = async (request: Request) => {
      const made = await exchange(request)
      turns.push({ ...made, request })
      const read = extractJson(made.reply.text)
      return { text: made.reply.text, checked: read.ok ? check(read.value) : read }
    }

    let { text, checked } = await take(request)
    if (!checked.ok) {
      const said: Message = { role: 'assistant', content: text }
      const messages = [...request.messages, said, ...correct(checked.problem)]
      checked = (await take({ ...request, messages })).checked
    }
    if (!checked.ok) throw new UnusableReply(`the reply cannot be used: ${checked.problem}`)
    for (const { request, reply, recorded } of turns) {
      if (!recorded) await save(request, reply, purpose)
    }
    return { value: checked.value, exchanges: turns.map(({ reply, recorded }) => ({ reply, recorded })) }
  }
}
