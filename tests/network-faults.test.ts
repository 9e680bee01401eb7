import { expect, test } from 'vitest'
import { createEndpoint } from '../src/model/endpoint.js'
import type { Summary } from '../src/summary/summary.js'
import {
  type Behaviour,
  cutBody,
  drop,
  failure,
  hang,
  startEndpoint,
  text,
  type WireRequest,
} from './support/endpoint-server.js'
import { runProgram } from './support/fake-world.js'
import { dealOut } from './support/queued-model.js'

/*
 * The network fails at the n-th exchange of a whole run, for every n, once or from then on, and at any byte of an answer:
 * whatever was answered is never asked again, every row is in the account, and the same command mends it.
 */

const PERSONAS = ['Coach', 'Lead', 'Nurse']
const BOARD = `persona,quadrant,note\n${PERSONAS.map((name) => `${name},Pains,no time\n${name},Pains,no budget\n${name},Pains,slow tools\n`).join('')}`
/** One request a group, and the overview, which depends on their replies. */
const REQUESTS = PERSONAS.length + 1

type Files = Record<string, string | Uint8Array>

/** The body of a good answer: to groups, or the overview. */
function bodyFor(request: WireRequest): string {
  const isOverview = request.response_format?.json_schema?.name === 'overview'
  const said = isOverview
    ? { personas: [{ persona: 1, statements: [{ text: 'Time is short.', themes: [1] }] }], quadrants: [] }
    : dealOut(request as never)
  const message = { role: 'assistant', content: JSON.stringify(said) }
  return JSON.stringify({
    ...{ id: 'x', object: 'chat.completion', created: 1, model: 'm' },
    choices: [{ index: 0, finish_reason: 'stop', message }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  })
}

const well: Behaviour = (response, request) =>
  text(bodyFor(request), 200, 'application/json')(response, request)

/** A server that fails at some of its exchanges, counted from 1, and what became of each request. */
async function startFailing(isAt: (nth: number) => boolean, fail: Behaviour) {
  const answered = new Set<string>()
  let again = 0
  let count = 0
  const server = await startEndpoint((response, request) => {
    const key = JSON.stringify(request.messages)
    if (answered.has(key)) again++
    if (isAt(++count)) return fail(response, request)
    answered.add(key)
    well(response, request)
  })
  return {
    baseUrl: server.baseUrl,
    answered,
    again: () => again,
    count: () => count,
    heal: () => (isAt = () => false),
  }
}

const summarize = (baseUrl: string, files: Files, concurrency: string) =>
  runProgram(
    [
      ...['summarize', 'board.csv', '-m', 'm', '--base-url', baseUrl, '--recordings', 'r', '--overview'],
      ...['--concurrency', concurrency, '--timeout', '1', '-o', 'a.json'],
    ],
    { files, openModel: async (options) => createEndpoint(options) },
  )

const rowsOf = ({ groups }: Summary): number[] =>
  groups
    .flatMap(({ themes, unplaced }) => [...themes.flatMap(({ notes }) => notes), ...unplaced])
    .flatMap(({ from }) => from.map(({ row }) => row))
    .sort((a, b) => a - b)

function expectWhole(written: string | Uint8Array | undefined, told: string): void {
  if (written === undefined) return
  const summary: Summary = JSON.parse(Buffer.from(written).toString())
  expect(rowsOf(summary), told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
}

const PASSING: [name: string, fail: Behaviour][] = [
  ['the connection breaks', drop],
  ['the answer is cut off', cutBody],
  ['500', failure(500, 'it failed')],
  ['503 with a page', text('<html>busy</html>', 503)],
  ['429', failure(429, 'slow down', {}, { 'retry-after-ms': '5' })],
  ['a page instead of an answer', text('<html>hello</html>')],
]

const LASTING: [name: string, fail: Behaviour][] = [
  ...PASSING,
  ['401', failure(401, 'no such key')],
  ['402', failure(402, 'no money left')],
  ['404', failure(404, 'no such route')],
  ['400', failure(400, 'this request is not taken')],
]

test.each(PASSING)(
  '%s once, at any exchange: nothing is lost and nobody is told twice',
  async (name, fail) => {
    for (const concurrency of ['1', '3']) {
      for (let nth = 1; nth <= REQUESTS; nth++) {
        const told = `${name}, exchange ${nth}, ${concurrency} at a time`
        const server = await startFailing((at) => at === nth, fail)
        const { exitCode, files } = await summarize(server.baseUrl, { 'board.csv': BOARD }, concurrency)
        expect(exitCode, told).toBe(0)
        expectWhole(files['a.json'], told)
        expect({ count: server.count(), again: server.again() }, told).toEqual({
          count: REQUESTS + 1,
          again: 0,
        })
      }
    }
  },
)

test.each(LASTING)(
  '%s from any exchange on: what was answered is kept, and the same command mends it',
  async (name, fail) => {
    for (let nth = 1; nth <= REQUESTS; nth++) {
      const told = `${name}, from exchange ${nth} on`
      const server = await startFailing((at) => at >= nth, fail)
      const first = await summarize(server.baseUrl, { 'board.csv': BOARD }, '1')
      expect([3, 4], told).toContain(first.exitCode)
      expect(first.stderr, told).toMatch(/sixthemes: |FAILED|no overview/)
      expectWhole(first.files['a.json'], told)
      expect(server.answered.size, told).toBe(nth - 1)
      server.heal()
      const second = await summarize(server.baseUrl, first.files, '1')
      expect(second.exitCode, told).toBe(0)
      expectWhole(second.files['a.json'], told)
      expect(server.answered.size, told).toBe(REQUESTS)
      expect(server.again(), told).toBe(0)
    }
  },
)

test('an answer that is cut at any byte is no answer', async () => {
  const whole = bodyFor({ model: 'm', messages: [{ role: 'user', content: '[1,"a"]\n[2,"b"]\n[3,"c"]' }] })
  const places = Array.from({ length: 24 }, (_, index) => Math.floor((index * whole.length) / 24))
  for (const place of places) {
    const cut: Behaviour = (response, request) => {
      const body = bodyFor(request)
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      })
      response.write(body.slice(0, Math.min(place, body.length - 1)), () => response.socket?.destroy())
    }
    // as a proxy does that ends what was cut off as if it were whole
    const short: Behaviour = (response, request) =>
      text(
        bodyFor(request).slice(0, Math.min(place, bodyFor(request).length - 1)),
        200,
        'application/json',
      )(response, request)
    for (const fail of [cut, short]) {
      const server = await startFailing((at) => at === 2, fail)
      const { exitCode, files } = await summarize(server.baseUrl, { 'board.csv': BOARD }, '1')
      expect(exitCode, `cut at ${place}`).toBe(0)
      expectWhole(files['a.json'], `cut at ${place}`)
      expect({ count: server.count(), again: server.again() }, `cut at ${place}`).toEqual({
        count: REQUESTS + 1,
        again: 0,
      })
    }
  }
})

test('a server that falls silent costs its time, and the others are answered', async () => {
  const server = await startFailing((at) => at === 2, hang)
  const { exitCode, files } = await summarize(server.baseUrl, { 'board.csv': BOARD }, '3')
  expect(exitCode).toBe(0)
  expectWhole(files['a.json'], 'silent')
  expect(server.again()).toBe(0)
})
