import { setMaxListeners } from 'node:events'
import { isOverBudget, MissingRecording, UnusableReply } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import type { Checked } from '../text/checked.js'
import { isLoopback } from '../text/loopback.js'
import { type Ending, throwIfEnded } from './ending.js'
import { extractJson } from './extract-json.js'
import type { Model } from './model.js'
import type { Purpose, Recordings } from './recordings.js'
import { keyOf, type Message, type Reply, type Request, type Usage } from './request.js'

/** A question to a model, and how to tell whether the reply answers it. */
export type Question<T> = {
  request: Request
  purpose: Purpose
  /** Judges the JSON value of a reply; what is wrong with it is worded for the model. */
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
  /** Shared by all that ask in a run. */
  ending?: Ending
  /** Told of each request that has no recording where only recordings may answer. */
  missing?: ((request: Request, purpose: Purpose) => void) | undefined
  /** Whether reaching a limit of the user's ends the asking. */
  endsAtLimit?: boolean | undefined
  /** Told what each reply of the model took, whether it could be used or not. */
  count(usage: Usage): void
  /** Told about recordings that are damaged and asked for anew, or that cannot be written. */
  warn(text: string): void
}

/** A host as documents name it, without its port. */
function kindOfHost(host: string): string {
  const url = `http://${host}`
  return isLoopback(url) ? 'loopback' : new URL(url).hostname
}

/** Where there is nothing to record and nobody waits. */
const nothing = async (): Promise<void> => {}

/** Trouble with one file; any other means that no recording can be written. */
const OF_ONE_FILE = [
  'EISDIR',
  'ENOTDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'OddFile',
  'it is a folder',
  'it is no ordinary file',
]

/**
 * Creates `ask`. A request is answered from its recording where there is one, whatever happened before, else by the model. A
 * reply that does not fit is corrected once. Replies are recorded as they come, so a run that is killed goes on where it
 * stopped; only a correction that is of no use is not, so that the next run asks for it again. A run that can no longer record
 * asks nothing new. A request that another process is asking is waited for.
 * `ask` throws MissingRecording, UnusableReply or EndpointError for one question, UserError for the run.
 */
export function createAsk(options: AskOptions): Ask {
  const { recordings, openModel, fresh = false, signal, ending = {}, count, warn } = options
  let opened: Promise<Model> | undefined
  const pending = new Map<string, Promise<Reply>>() // equal requests under way are made once
  setMaxListeners(0, signal) // every request that waits listens to it

  const askModel = async (request: Request, purpose: Purpose): Promise<Reply> => {
    if (!openModel) {
      options.missing?.(request, purpose)
      throw new MissingRecording('no recorded reply')
    }
    throwIfEnded(ending)
    try {
      opened ??= openModel()
      const model = await opened
      const reply = await model.complete(request, signal)
      count(reply.usage)
      return { ...reply, host: kindOfHost(model.host) }
    } catch (error) {
      const isEnd = options.endsAtLimit && isOverBudget(error)
      const trouble = isEnd ? new UserError('limit-reached', { limit: error.message }) : error
      if (trouble instanceof UserError) ending.trouble ??= trouble
      throw trouble
    }
  }

  /** A reply that cannot be recorded is an answer all the same; but nothing more is asked if no other can be either. */
  const save = async (request: Request, reply: Reply, purpose: Purpose): Promise<void> => {
    try {
      await recordings.save(request, reply, purpose)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { cause = '' } = error.details as { cause?: string }
      if (OF_ONE_FILE.includes(cause)) {
        warn(`a reply could not be recorded, so the next run asks again: ${error.message}`)
        return
      }
      ending.trouble ??= new UserError('recordings-full', { folder: recordings.folder, cause })
      warn(`${ending.trouble.message}; nothing more is asked`)
    }
  }

  const fromRecording = async (request: Request): Promise<Exchange | undefined> => {
    const loaded = await recordings.load(request)
    if (loaded.state === 'found') return { reply: loaded.reply, recorded: true }
    if (loaded.state === 'missing') return undefined
    const error = new UserError('recording-damaged', { file: loaded.file, cause: loaded.cause })
    if (!openModel) throw error
    warn(`${error.message}; its request is asked again`)
    return undefined
  }

  /** What a recording or the model says; `keep` records it and lets others go on who wait for it. */
  const exchange = async (request: Request, purpose: Purpose, isAnew: boolean) => {
    signal.throwIfAborted()
    const found = isAnew ? undefined : await fromRecording(request)
    if (found) return { ...found, keep: nothing, release: nothing }
    const key = keyOf(request)
    const own = pending.get(key)
    const claim = own || isAnew || !openModel ? undefined : await recordings.claim(request, signal)
    if (claim?.reply) return { reply: claim.reply, recorded: true, keep: nothing, release: nothing }
    const release = claim?.release ?? nothing
    try {
      const underWay = pending.get(key) ?? askModel(request, purpose).finally(() => pending.delete(key))
      pending.set(key, underWay)
      const reply = await underWay
      return { reply, recorded: false, keep: () => save(request, reply, purpose), release }
    } catch (error) {
      await release()
      throw error
    }
  }

  return async ({ request, purpose, check, correct, isOptional = false }) => {
    const exchanges: Exchange[] = []
    const take = async (
      request: Request,
      isKept: (checked: Checked<unknown>) => boolean,
      isAnew: boolean = fresh,
    ) => {
      const { keep, release, ...made } = await exchange(request, purpose, isAnew)
      exchanges.push(made)
      const { text } = made.reply
      const read = extractJson(text)
      const checked = read.ok ? check(read.value) : read
      try {
        if (isKept(checked)) await keep()
      } finally {
        await release()
      }
      return { text, checked, recorded: made.recorded }
    }

    const first = await take(request, () => true) // also where it is of no use: it is paid for, and its correction builds on it
    if (first.checked.ok) return { value: first.checked.value, exchanges }

    const said: Message = { role: 'assistant', content: first.text }
    const messages = [...request.messages, said, ...correct(first.checked.problem)]
    const corrected = { ...request, messages }
    const isOfUse = ({ ok }: Checked<unknown>): boolean => ok || isOptional
    const known = await take(corrected, isOfUse)
    // a bulk engine's answers are recorded as they come, also a correction of no use: it is asked for again
    const isUseless = known.recorded && !isOfUse(known.checked) && openModel !== undefined
    const second = isUseless ? await take(corrected, isOfUse, true) : known
    if (second.checked.ok) return { value: second.checked.value, exchanges }
    throw new UnusableReply(`the reply cannot be used: ${second.checked.problem}`)
  }
}
