import { expect, test } from 'vitest'
import { EndpointError, type EndpointTrouble } from '../../src/errors/model-trouble.js'
import { UserError } from '../../src/errors/user-error.js'
import type { Ending } from '../../src/model/ending.js'
import { createGate } from '../../src/model/gate.js'
import { persistWith } from '../../src/model/persist.js'
import type { Request } from '../../src/model/request.js'
import { fakeClock } from '../support/fake-clock.js'
import { type QueuedReply, queuedModel } from '../support/queued-model.js'

const request: Request = { model: 'm', messages: [], reply: { name: 'n', schema: {} } }
const { signal } = new AbortController()

function setUp(replies: QueuedReply[]) {
  const clock = fakeClock()
  const model = queuedModel(replies)
  return { clock, model, persistent: persistWith(model, createGate(4, 4, clock), clock) }
}

const trouble = (kind: EndpointTrouble, retryAfter?: number) => new EndpointError(kind, kind, retryAfter)

test.each<EndpointTrouble>(['throttled', 'server', 'connection', 'deadline'])(
  '%s is tried again',
  async (kind) => {
    const { model, persistent } = setUp([trouble(kind), trouble(kind), 'done'])
    expect(await persistent.complete(request, signal)).toMatchObject({ text: 'done' })
    expect(model.requests).toHaveLength(3)
  },
)

test.each<EndpointTrouble>(['rejected', 'cut-off', 'refused', 'filtered', 'not-a-completion'])(
  '%s is not',
  async (kind) => {
    const { model, persistent } = setUp([trouble(kind), 'done'])
    await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: kind })
    expect(model.requests).toHaveLength(1)
  },
)

test('waits double', async () => {
  const { clock, persistent } = setUp([trouble('server'), trouble('server'), trouble('server'), 'done'])
  await persistent.complete(request, signal)
  expect(clock.slept).toEqual([250, 500, 1000]) // half of them, for the fake clock's chance is 0
})

test.each([
  ['as long as it asks for', 2_000, 2_000],
  ['a minute at most', 120_000, 60_000],
])('a throttling endpoint is left alone %s', async (_, asked, waited) => {
  const { clock, persistent } = setUp([trouble('throttled', asked), 'done'])
  await persistent.complete(request, signal)
  expect(clock.now()).toBe(waited)
})

test('six attempts are enough', async () => {
  const { model, persistent } = setUp([trouble('server')])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: 'server' })
  expect(model.requests).toHaveLength(6)
})

test('a quarter of an hour is enough', async () => {
  const { clock, model, persistent } = setUp([
    () => {
      void clock.sleep(8 * 60_000, signal)
      throw trouble('deadline')
    },
  ])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: 'deadline' })
  expect(model.requests).toHaveLength(2)
})

test('an endpoint that was never reached is given up sooner, for the whole run', async () => {
  const { model, persistent } = setUp([trouble('connection')])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ code: 'endpoint-unreachable' })
  expect(model.requests).toHaveLength(3)
})

test('one that was reached before is trouble of one request', async () => {
  const { persistent } = setUp(['done', trouble('connection')])
  await persistent.complete(request, signal)
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: 'connection' })
})

test('trouble with the endpoint as a whole is passed on at once', async () => {
  const { model, persistent } = setUp([
    new UserError('endpoint-refused', { host: 'h', status: 401, cause: 'no' }),
  ])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ code: 'endpoint-refused' })
  expect(model.requests).toHaveLength(1)
})

test('an abort ends the waiting', async () => {
  const stop = new AbortController()
  const { persistent } = setUp([
    () => {
      stop.abort(new Error('stopped'))
      throw trouble('server')
    },
  ])
  await expect(persistent.complete(request, stop.signal)).rejects.toThrow('stopped')
})

test('a pause is as long as is asked for, or up to a quarter longer', async () => {
  const clock = { ...fakeClock(), random: () => 1 }
  const model = queuedModel([trouble('throttled', 2_000), 'done'])
  const gate = createGate(4, 4, clock)
  await persistWith(model, gate, clock).complete(request, signal)
  expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).toBe(2_500)
})

test('waits are half by chance, and whole at most', async () => {
  const clock = { ...fakeClock(), random: () => 1 }
  const model = queuedModel([trouble('server'), trouble('server'), 'done'])
  await persistWith(model, createGate(4, 4, clock), clock).complete(request, signal)
  expect(clock.slept).toEqual([500, 1_000])
})

test('success lets more through at a time', async () => {
  const clock = fakeClock()
  const gate = createGate(4, 1, clock)
  const persistent = persistWith(queuedModel(['done']), gate, clock)
  await persistent.complete(request, signal)
  await Promise.all([gate.enter(signal), gate.enter(signal)])
})

test('nonsense is asked for a few times only', async () => {
  const { model, persistent } = setUp([trouble('not-json')])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: 'not-json' })
  const { length } = model.requests
  const other = setUp([...Array.from({ length: length - 1 }, () => trouble('not-json')), 'done'])
  expect(await other.persistent.complete(request, signal)).toMatchObject({ text: 'done' })
  expect(length).toBe(2)
})

test('a refusal ends the asking of all who share it, trouble with one request does not', async () => {
  const ending: Ending = {}
  const clock = fakeClock()
  const refusal = new UserError('endpoint-refused', { host: 'h', status: 401, cause: 'no' })
  const persistent = persistWith(
    queuedModel([trouble('rejected'), refusal]),
    createGate(1, 1, clock),
    clock,
    ending,
  )
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({ trouble: 'rejected' })
  expect(ending).toEqual({})
  await expect(persistent.complete(request, signal)).rejects.toBe(refusal)
  expect(ending).toEqual({ trouble: refusal })
})

test('an endpoint that asks for a day ends the asking, and for half a minute is quoted once', async () => {
  const { model, persistent } = setUp([trouble('throttled', 86_400_000), 'done'])
  await expect(persistent.complete(request, signal)).rejects.toMatchObject({
    code: 'endpoint-asks-to-wait',
    exitCode: 4,
    message: expect.stringContaining('asks to wait 24 h'),
  })
  expect(model.requests).toHaveLength(1)

  const clock = fakeClock()
  const said: string[] = []
  const patient = persistWith(
    queuedModel([trouble('throttled', 30_000), trouble('throttled', 30_000), 'done']),
    createGate(4, 4, clock),
    clock,
    {},
    (text) => said.push(text),
  )
  await patient.complete(request, signal)
  expect(said[0]).toMatch(/asks to wait 30 s before it is asked again$/)
})
