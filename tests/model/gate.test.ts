import { expect, test } from 'vitest'
import { createGate, type Gate } from '../../src/model/gate.js'
import { fakeClock } from '../support/fake-clock.js'

const { signal } = new AbortController()

/** How many of so many callers get through at once. */
async function admitted(gate: Gate, callers: number): Promise<number> {
  let count = 0
  for (let i = 0; i < callers; i++) void gate.enter(signal).then(() => count++)
  await new Promise((resolve) => setImmediate(resolve))
  return count
}

test('lets as many through as it starts with', async () => {
  expect(await admitted(createGate(8, 3, fakeClock()), 10)).toBe(3)
})

test('a place that is given back goes to the next', async () => {
  const gate = createGate(1, 1, fakeClock())
  await gate.enter(signal)
  const next = gate.enter(signal)
  gate.leave()
  await expect(next).resolves.toBeUndefined()
})

test('successes widen it, up to the ceiling', async () => {
  const gate = createGate(4, 1, fakeClock())
  for (let i = 0; i < 10; i++) gate.widen()
  expect(await admitted(gate, 10)).toBe(4)
})

test('a burst of throttled requests halves it once, later ones again', async () => {
  const clock = fakeClock()
  const gate = createGate(8, 8, clock)
  const startedAt = clock.now()
  await clock.sleep(10, signal)
  for (let i = 0; i < 8; i++) gate.narrow(startedAt, 0)
  expect(await admitted(gate, 10)).toBe(4)

  const other = createGate(8, 8, clock)
  other.narrow(clock.now(), 0)
  other.narrow(clock.now(), 0)
  expect(await admitted(other, 10)).toBe(2)
})

test('after a throttling it widens by one a round of successes', async () => {
  const gate = createGate(8, 4, fakeClock())
  gate.narrow(0, 0)
  gate.widen()
  expect(await admitted(gate, 10)).toBe(2)
  const later = createGate(8, 4, fakeClock())
  later.narrow(0, 0)
  for (let i = 0; i < 2; i++) later.widen()
  expect(await admitted(later, 10)).toBe(3)
})

test('a pause holds everybody', async () => {
  const clock = fakeClock()
  const gate = createGate(2, 2, clock)
  gate.narrow(0, 700)
  gate.narrow(0, 300)
  await gate.enter(signal)
  expect(clock.slept).toEqual([700])
})

test('who waits notices an abort, and the place goes to others', async () => {
  const gate = createGate(1, 1, fakeClock())
  const stop = new AbortController()
  await gate.enter(signal)
  const waiting = gate.enter(stop.signal)
  const next = gate.enter(signal)
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  gate.leave()
  await expect(next).resolves.toBeUndefined()
})

test('each success widens it by one as long as nothing was throttled', async () => {
  const gate = createGate(8, 2, fakeClock())
  gate.widen()
  expect(await admitted(gate, 10)).toBe(3)
})

test('who waits goes when successes widen it', async () => {
  const gate = createGate(8, 1, fakeClock())
  await gate.enter(signal)
  const next = gate.enter(signal)
  gate.widen()
  await expect(next).resolves.toBeUndefined()
})

test('who comes after an abort does not enter', async () => {
  const gate = createGate(1, 1, fakeClock())
  await expect(gate.enter(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  expect(await admitted(gate, 2)).toBe(1)
})

test('an abort during a pause gives the place back', async () => {
  const clock = { ...fakeClock(), sleep: () => Promise.reject(new Error('stopped')) }
  const gate = createGate(1, 1, clock)
  gate.narrow(0, 700)
  await expect(gate.enter(signal)).rejects.toThrow('stopped')
  await expect(gate.enter(signal)).rejects.toThrow('stopped') // not stuck before the pause
})

test('an abort later, when it is through, changes nothing', async () => {
  const gate = createGate(1, 1, fakeClock())
  const stop = new AbortController()
  await gate.enter(stop.signal)
  const next = gate.enter(signal)
  stop.abort(new Error('stopped'))
  gate.leave()
  await expect(next).resolves.toBeUndefined()
})
