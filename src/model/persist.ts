import { EndpointError } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import { duration } from '../text/duration.js'
import { type Ending, throwIfEnded } from './ending.js'
import type { Gate } from './gate.js'
import type { Clock, Model } from './model.js'

const ATTEMPTS = 6
const ATTEMPTS_BEFORE_FIRST_CONTACT = 3
/** What is no JSON once may have been an accident. */
const ATTEMPTS_AT_NONSENSE = 2
const FIRST_WAIT = 500
const LONGEST_WAIT = 8_000
const LONGEST_PAUSE = 60_000
const LONGEST_EFFORT = 15 * 60_000
const WORTH_SAYING = 10_000

/**
 * A model that is asked again after trouble that may pass: throttling, a failing server, a broken
 * connection, a missed deadline. Waits double from half a second, with jitter; what the endpoint asks for
 * is honoured up to a minute, and ends the asking beyond a quarter of an hour; a request is given up after six attempts or a quarter of an hour. An endpoint
 * that was never reached is given up sooner. What waits at the gate is not begun any more once the asking has ended.
 */
export function persistWith(
  model: Model,
  gate: Gate,
  clock: Clock,
  ending: Ending = {},
  say: (text: string) => void = () => {},
): Model {
  let reached = false
  let toldUntil = 0

  /** What the endpoint asks for, in milliseconds; a long wait is said once, and one that nobody waits for ends the asking. */
  const heed = ({ retryAfter = 0 }: EndpointError): UserError | undefined => {
    if (retryAfter > LONGEST_EFFORT)
      return new UserError('endpoint-asks-to-wait', { host: model.host, wait: duration(retryAfter) })
    if (retryAfter < WORTH_SAYING || clock.now() < toldUntil) return undefined
    toldUntil = clock.now() + retryAfter
    say(`${model.host} asks to wait ${duration(retryAfter)} before it is asked again`)
    return undefined
  }

  const attempt: Model['complete'] = async (request, signal) => {
    await gate.enter(signal)
    const startedAt = clock.now()
    try {
      throwIfEnded(ending)
      const reply = await model.complete(request, signal)
      reached = true
      gate.widen()
      return reply
    } catch (error) {
      if (error instanceof EndpointError) {
        if (error.trouble !== 'connection') reached = true
        const tooLong = heed(error)
        if (tooLong) {
          ending.trouble ??= tooLong
          throw tooLong
        }
        if (error.trouble === 'throttled') gate.narrow(startedAt, pauseAfter(error))
      } else if (error instanceof UserError) ending.trouble ??= error
      else if (!signal.aborted) ending.bug ??= error
      throw error
    } finally {
      gate.leave()
    }
  }

  const pauseAfter = (error: EndpointError): number =>
    Math.min(error.retryAfter ?? FIRST_WAIT, LONGEST_PAUSE) * (1 + clock.random() / 4)

  const complete: Model['complete'] = async (request, signal) => {
    const begun = clock.now()
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(request, signal)
      } catch (error) {
        if (!(error instanceof EndpointError) || !error.isWorthAnotherTry) throw error
        if (!reached && tried >= ATTEMPTS_BEFORE_FIRST_CONTACT) {
          throw new UserError('endpoint-unreachable', { host: model.host, cause: error.message })
        }
        if (error.trouble === 'not-json' && tried >= ATTEMPTS_AT_NONSENSE) throw error
        if (tried >= ATTEMPTS || clock.now() - begun > LONGEST_EFFORT) throw error
        const wait = Math.min(FIRST_WAIT * 2 ** (tried - 1), LONGEST_WAIT)
        const asked = Math.min(error.retryAfter ?? 0, LONGEST_PAUSE)
        await clock.sleep(Math.max(asked, wait * (0.5 + clock.random() / 2)), signal)
      }
    }
  }

  return { host: model.host, complete }
}
