import type { Clock } from '../../src/model/model.js'

/** A clock that stands still but for sleeping, which is over at once. */
export function fakeClock(): Clock & { slept: number[] } {
  const slept: number[] = []
  let time = 0
  return {
    slept,
    now: () => time,
    random: () => 0,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted()
      slept.push(milliseconds)
      time += milliseconds
    },
  }
}
