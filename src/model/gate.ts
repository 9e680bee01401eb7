import type { Clock } from './model.js'

/** Lets requests through, so many at a time. */
export type Gate = {
  /** Waits for a free place; rejects with the signal's reason when it is aborted. */
  enter(signal: AbortSignal): Promise<void>
  /** Gives the place back. */
  leave(): void
  /** A request went well: more may go at a time, up to the ceiling. */
  widen(): void
  /** A request that began at `startedAt` was throttled: half as many at a time, and nobody for a while. */
  narrow(startedAt: number, pause: number): void
}

/**
 * A gate for one endpoint: additive increase and multiplicative decrease, as TCP does it. Until the first
 * throttling every success adds one place; afterwards a whole round of successes does. A burst of
 * throttled requests halves the places once.
 */
export function createGate(ceiling: number, start: number, clock: Clock): Gate {
  let limit = Math.min(start, ceiling)
  let active = 0
  let pausedUntil = 0
  let lastNarrowed = Number.NEGATIVE_INFINITY
  let slowStart = true
  const waiting = new Set<() => void>()

  const admit = (): void => {
    for (const go of [...waiting].slice(0, Math.max(0, Math.floor(limit) - active))) {
      waiting.delete(go)
      active++
      go()
    }
  }

  const place = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = (): void => {
        waiting.delete(go)
        reject(signal.reason)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      waiting.add(go)
      admit()
    })

  const leave = (): void => {
    active--
    admit()
  }

  const enter = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    await place(signal)
    try {
      for (let wait = pausedUntil - clock.now(); wait > 0; wait = pausedUntil - clock.now()) {
        await clock.sleep(wait, signal)
      }
    } catch (reason) {
      leave()
      throw reason
    }
  }

  const widen = (): void => {
    limit = Math.min(ceiling, limit + (slowStart ? 1 : 1 / Math.floor(limit)))
    admit()
  }

  const narrow = (startedAt: number, pause: number): void => {
    slowStart = false
    if (startedAt >= lastNarrowed) {
      limit = Math.max(1, limit / 2)
      lastNarrowed = clock.now()
    }
    pausedUntil = Math.max(pausedUntil, clock.now() + pause)
  }

  return { enter, leave, widen, narrow }
}
