// 100 requests to a server that allows 10 a second (5 at once) and says so with Retry-After: how many are answered,
// how often the server had to refuse, and the time beside the ideal; for this program's gate, and for p-limit with
// the SDK's own retries.
import { setMaxListeners } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import OpenAI from 'openai'
import pLimit from 'p-limit'
import { createEndpoint } from '../src/model/endpoint.js'
import { createGate } from '../src/model/gate.js'
import type { Clock } from '../src/model/model.js'
import { persistWith } from '../src/model/persist.js'
import { timeOf } from './measure.js'

const REQUESTS = 100
const PER_SECOND = 10
const BURST = 5
const DELAY = 250
const CONCURRENCY = 16
const IDEAL = ((REQUESTS - BURST) / PER_SECOND) * 1_000 + DELAY

export type RateLimited = { name: string; answered: number; refused: number; taken: number; ideal: number }

export async function benchRateLimit(): Promise<RateLimited[]> {
  return [
    await measure('the gate of this program', throughGate),
    await measure('p-limit with the retries of the SDK', throughLimit),
  ]
}

type Client = (baseUrl: string) => Promise<number>

async function measure(name: string, client: Client): Promise<RateLimited> {
  const server = startServer()
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}/v1`
  let answered = 0
  const taken = await timeOf(async () => {
    answered = await client(baseUrl)
  })
  server.http.close()
  server.http.closeAllConnections()
  return { name, answered, refused: server.refused(), taken, ideal: IDEAL }
}

const clock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  random: Math.random,
}

async function throughGate(baseUrl: string): Promise<number> {
  const endpoint = createEndpoint({
    baseUrl,
    deadline: 60_000,
    structured: 'auto',
    describeForm: () => '',
    log() {},
  })
  const model = persistWith(endpoint, createGate(CONCURRENCY, 4, clock), clock)
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const request = {
    model: 'm',
    messages: [{ role: 'user' as const, content: 'Hi' }],
    reply: { name: 'n', schema: {} },
  }
  return countAnswered(Array.from({ length: REQUESTS }, () => model.complete(request, signal)))
}

async function throughLimit(baseUrl: string): Promise<number> {
  const client = new OpenAI({ baseURL: baseUrl, apiKey: 'none' })
  const limit = pLimit(CONCURRENCY)
  const body = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] }
  return countAnswered(
    Array.from({ length: REQUESTS }, () => limit(() => client.chat.completions.create(body))),
  )
}

async function countAnswered(replies: Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(replies)
  return settled.filter(({ status }) => status === 'fulfilled').length
}

/** A token bucket behind a chat completions endpoint. */
function startServer() {
  let tokens = BURST
  let filled = performance.now()
  let refused = 0
  const http = createServer((request, response) => {
    request.resume().on('end', () => {
      const now = performance.now()
      tokens = Math.min(BURST, tokens + ((now - filled) / 1_000) * PER_SECOND)
      filled = now
      if (tokens < 1) {
        refused++
        const wait = String(Math.ceil(((1 - tokens) / PER_SECOND) * 1_000))
        response.writeHead(429, { 'content-type': 'application/json', 'retry-after-ms': wait })
        response.end('{"error":{"message":"slow down"}}')
        return
      }
      tokens--
      const choice = {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: '{}', refusal: null },
      }
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ id: 'x', object: 'chat.completion', choices: [choice] }))
      }, DELAY)
    })
  })
  return { http, refused: () => refused }
}
