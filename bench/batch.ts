// 10,000 groups, once through files for an engine that answers 64 requests at a time, and once by one live process at an
// endpoint that allows 10 requests a second: requests, rounds, and time by a simulated clock (3 s a reply, no waiting).
import { readdirSync, readFileSync } from 'node:fs'
import { run } from '../src/cli/main.js'
import { EndpointError } from '../src/errors/model-trouble.js'
import type { Clock, Model } from '../src/model/model.js'
import type { Reply, Request } from '../src/model/request.js'
import { createFakeWorld, type Setup } from '../tests/support/fake-world.js'

const GROUPS = 10_000
const REPLY_MS = 3_000
const PER_SECOND = 10
const AT_ONCE = 64

export type Simulated = {
  name: string
  requests: number
  refused: number
  rounds: number
  hours: number
  megabytes: number
}

const FILES = {
  'board.csv': `persona,quadrant,note\n${Array.from({ length: GROUPS }, (_, group) =>
    Array.from({ length: 6 }, (_, note) => `Team ${group},Pains,what ${note} of team ${group} says\n`).join(
      '',
    ),
  ).join('')}`,
}
const USUAL = ['board.csv', '-m', 'm', '--recordings', 'r', '--base-url', 'http://127.0.0.1:1/v1']

export async function simulateBatch(): Promise<Simulated[]> {
  return [await live(), await inFiles()]
}

async function live(): Promise<Simulated> {
  const clock = simulatedClock()
  const seen = { requests: 0, refused: 0 }
  const fake = simulatedWorld({ files: FILES, openModel: async () => limited(clock, seen) })
  const argv = ['summarize', ...USUAL, '--concurrency', '64', '-q', '-o', 'out.json']
  const code = await clock.drive(run(argv, { ...fake.world, clock }))
  if (code !== 0) throw new Error(`the live run ended with ${code}: ${fake.stderr.join('')}`)
  return { name: 'one live process', ...seen, rounds: 1, hours: clock.now() / 3_600_000, megabytes: 0 }
}

async function inFiles(): Promise<Simulated> {
  let files: Record<string, string | Uint8Array> = FILES
  const total = { requests: 0, refused: 0, rounds: 0, hours: 0, megabytes: 0 }
  for (;;) {
    const written = await call(['batch', 'write', ...USUAL.slice(0, 5), '-o', 'q.jsonl'], files)
    files = written.files
    if (written.code === 0) return { name: 'through files', ...total }
    const text = String(files['q.jsonl'])
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    total.rounds++
    total.requests += lines.length
    total.megabytes += Buffer.byteLength(text) / 1e6
    total.hours += (Math.ceil(lines.length / AT_ONCE) * REPLY_MS) / 3_600_000
    files['a.jsonl'] = lines.map(({ custom_id, body }) => answerLine(custom_id, body)).join('\n')
    files = (await call(['batch', 'read', 'a.jsonl', '--recordings', 'r'], files)).files
  }
}

async function call(argv: readonly string[], files: Record<string, string | Uint8Array>) {
  const fake = simulatedWorld({ files })
  const code = await run(argv, fake.world)
  if (code !== 0 && code !== 3) throw new Error(fake.stderr.join(''))
  return { code, files: Object.fromEntries(fake.files) as Record<string, string | Uint8Array> }
}

type Body = { messages: Request['messages']; response_format: { json_schema: { name: string } } }

function answerLine(custom_id: string, body: Body): string {
  const { name } = body.response_format.json_schema
  const content = JSON.stringify(answer({ model: 'm', messages: body.messages, reply: { name, schema: {} } }))
  const completion = { choices: [{ finish_reason: 'stop', message: { content } }], usage: USAGE }
  return JSON.stringify({ custom_id, response: { status_code: 200, body: completion }, error: null })
}

const USAGE = { prompt_tokens: 1, completion_tokens: 1 }

/** Two themes a group; of every twentieth group one note is left out and has to be asked about again. */
function answer({ messages, reply }: Request): object {
  const asked = messages.at(-1)?.content ?? ''
  const ids = [...asked.matchAll(/^\[(\d+),"/gm)].map(([, id]) => Number(id))
  if (reply.name === 'placements') return { placements: [{ note: 1, theme: 1 }] }
  const isForgetful = Number(/Team (\d+)/.exec(asked)?.[1]) % 20 === 0
  const kept = isForgetful ? ids.slice(0, -1) : ids
  const theme = (title: string, notes: number[]) => ({ title, summary: 'What these notes say.', notes })
  return { themes: [theme('First', kept.slice(0, 3)), theme('Second', kept.slice(3))], unplaced: [] }
}

/** A model that takes its time, behind a token bucket. */
function limited(clock: Clock, seen: { requests: number; refused: number }): Model {
  let tokens = PER_SECOND
  let filled = clock.now()
  return {
    host: 'simulated',
    complete: async (request, signal): Promise<Reply> => {
      const now = clock.now()
      tokens = Math.min(PER_SECOND, tokens + ((now - filled) / 1_000) * PER_SECOND)
      filled = now
      if (tokens < 1) {
        seen.refused++
        throw new EndpointError('throttled', 'slow down', ((1 - tokens) / PER_SECOND) * 1_000)
      }
      tokens--
      seen.requests++
      await clock.sleep(REPLY_MS * (0.5 + (seen.requests % 97) / 97), signal) // some take longer
      return { text: JSON.stringify(answer(request)), usage: { inputTokens: 1, outputTokens: 1 } }
    },
  }
}

const PROMPTS = new URL('../prompts/', import.meta.url)

/** A world in memory; the bundle of the bench stands elsewhere than the tests. */
function simulatedWorld(setup: Setup) {
  const fake = createFakeWorld(setup)
  Object.assign(fake.world.files, {
    listPrompts: async () => readdirSync(PROMPTS),
    readPrompt: async (name: string) => readFileSync(new URL(name, PROMPTS), 'utf8'),
  })
  return fake
}

/** A clock that goes on to the next sleeper whenever nothing else is to be done. */
function simulatedClock(): Clock & { drive<T>(task: Promise<T>): Promise<T> } {
  let time = 0
  let sleepers: { at: number; wake: () => void }[] = []
  let isDone = false
  return {
    now: () => time,
    random: () => 0.5,
    sleep: (milliseconds) => new Promise((wake) => sleepers.push({ at: time + milliseconds, wake })),
    async drive(task) {
      void task.finally(() => {
        isDone = true
      })
      while (!isDone) {
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
        if (sleepers.length === 0) continue
        const next = Math.min(...sleepers.map(({ at }) => at))
        time = next
        const due = sleepers.filter(({ at }) => at <= next)
        sleepers = sleepers.filter(({ at }) => at > next)
        for (const { wake } of due) wake()
      }
      return task
    },
  }
}
