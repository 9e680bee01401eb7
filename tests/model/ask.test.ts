import { expect, test } from 'vitest'
import { EndpointError, MissingRecording, UnusableReply } from '../../src/errors/model-trouble.js'
import { UserError } from '../../src/errors/user-error.js'
import { type Ask, createAsk, type Question } from '../../src/model/ask.js'
import type { Recordings } from '../../src/model/recordings.js'
import { memoryRecordings } from '../support/memory-recordings.js'
import { type QueuedReply, queuedModel } from '../support/queued-model.js'

const question: Question<number> = {
  request: {
    model: 'm',
    messages: [{ role: 'user', content: 'how many?' }],
    reply: { name: 'n', schema: {} },
  },
  purpose: { persona: 'Coach', quadrant: 'Pains', prompt: 'six-themes@2' },
  check: (value) => {
    const { n } = value as { n?: unknown }
    return typeof n === 'number' ? { ok: true, value: n } : { ok: false, problem: 'n is no number' }
  },
  correct: (problem) => [{ role: 'user', content: `again: ${problem}` }],
}

function setUp(replies: QueuedReply[] | undefined, recordings: Recordings, fresh = false) {
  const model = queuedModel(replies ?? [])
  const warnings: string[] = []
  let opened = 0
  const openModel = async () => {
    opened++
    return model
  }
  const ask: Ask = createAsk({
    recordings,
    openModel: replies && openModel,
    fresh,
    signal: new AbortController().signal,
    count() {},
    warn: (text) => warnings.push(text),
  })
  return { ask, model, warnings, opened: () => opened }
}

test('a reply is recorded, and the second time nothing is asked', async () => {
  const { recordings, files } = memoryRecordings()
  const first = setUp([{ n: 3 }], recordings)
  expect(await first.ask(question)).toMatchObject({ value: 3, exchanges: [{ recorded: false }] })
  expect(files.size).toBe(1)
  const second = setUp([{ n: 4 }], recordings)
  expect(await second.ask(question)).toMatchObject({ value: 3, exchanges: [{ recorded: true }] })
  expect(second.opened()).toBe(0)
})

test('fresh asks all the same, and records anew', async () => {
  const { recordings } = memoryRecordings()
  await setUp([{ n: 3 }], recordings).ask(question)
  expect(await setUp([{ n: 4 }], recordings, true).ask(question)).toMatchObject({ value: 4 })
  expect(await setUp(undefined, recordings).ask(question)).toMatchObject({ value: 4 })
})

test('the model is opened once for many questions', async () => {
  const { ask, opened } = setUp([{ n: 3 }], memoryRecordings().recordings, true)
  const other = { ...question, request: { ...question.request, model: 'other' } }
  await Promise.all([ask(question), ask(other)])
  expect(opened()).toBe(1)
})

test('without a model a missing recording is said', async () => {
  const { ask } = setUp(undefined, memoryRecordings().recordings)
  await expect(ask(question)).rejects.toThrow(MissingRecording)
})

test.each([
  ['no JSON', 'three', 'there is no JSON object in it'],
  ['the wrong form', { n: 'three' }, 'n is no number'],
])('a reply with %s is corrected once, and both replies are recorded', async (_, reply, problem) => {
  const { recordings, files } = memoryRecordings()
  const { ask, model } = setUp([reply, { n: 3 }], recordings)
  expect((await ask(question)).value).toBe(3)
  expect(model.requests[1]?.messages).toEqual([
    { role: 'user', content: 'how many?' },
    { role: 'assistant', content: typeof reply === 'string' ? reply : JSON.stringify(reply) },
    { role: 'user', content: `again: ${problem}` },
  ])
  expect(files.size).toBe(2)
  expect(await setUp(undefined, recordings).ask(question)).toMatchObject({ value: 3 })
})

test('of replies that stay unusable the first is recorded, so that the next run asks for the correction alone', async () => {
  const { recordings, files } = memoryRecordings()
  const first = setUp(['three'], recordings)
  await expect(first.ask(question)).rejects.toThrow(UnusableReply)
  expect(first.model.requests).toHaveLength(2)
  expect(files.size).toBe(1)
  const second = setUp([{ n: 3 }], recordings)
  expect((await second.ask(question)).value).toBe(3)
  expect(second.model.requests).toHaveLength(1)
})

test('a correction of no use that was recorded by other means is asked for again, and once without a model', async () => {
  const { recordings } = memoryRecordings()
  await expect(setUp([{ n: 'x' }, { n: 'y' }], recordings).ask(question)).rejects.toThrow(UnusableReply)
  const said = { role: 'assistant' as const, content: JSON.stringify({ n: 'x' }) }
  const messages = [...question.request.messages, said, ...question.correct('n is no number')]
  const reply = { text: '{"n":"y"}', usage: { inputTokens: 1, outputTokens: 1 } }
  await recordings.save({ ...question.request, messages }, reply, question.purpose)
  await expect(setUp(undefined, recordings).ask(question)).rejects.toThrow(UnusableReply)
  const { ask, model } = setUp([{ n: 5 }], recordings)
  expect(await ask(question)).toMatchObject({ value: 5 })
  expect(model.requests).toHaveLength(1)
  expect(await setUp(undefined, recordings).ask(question)).toMatchObject({ value: 5 })
})

test('what the run can do without is recorded also where it is of no use, and not asked again', async () => {
  const { recordings, files } = memoryRecordings()
  const optional = { ...question, isOptional: true }
  await expect(setUp(['three'], recordings).ask(optional)).rejects.toThrow(UnusableReply)
  expect(files.size).toBe(2)
  await expect(setUp(undefined, recordings).ask(optional)).rejects.toThrow(UnusableReply)
})

test('a reply is recorded before its correction is asked for', async () => {
  const { recordings, files } = memoryRecordings()
  const { ask } = setUp(['three', new EndpointError('deadline', 'too late')], recordings)
  await expect(ask(question)).rejects.toMatchObject({ trouble: 'deadline' })
  expect(files.size).toBe(1)
})

test('equal requests under way are made once', async () => {
  const { ask, model } = setUp([{ n: 3 }], memoryRecordings().recordings)
  await Promise.all([ask(question), ask(question)])
  expect(model.requests).toHaveLength(1)
})

test('after an abort nothing is asked', async () => {
  const model = queuedModel([{ n: 3 }])
  const stop = new AbortController()
  const { recordings } = memoryRecordings()
  const ask = createAsk({
    recordings,
    openModel: async () => ({
      ...model,
      complete: (request) => model.complete(request, new AbortController().signal),
    }),
    signal: stop.signal,
    count() {},
    warn() {},
  })
  stop.abort(new Error('stopped'))
  await expect(ask(question)).rejects.toThrow('stopped')
  expect(model.requests).toEqual([])
})

test('trouble with the endpoint is passed on, and nothing is recorded', async () => {
  const { recordings, files } = memoryRecordings()
  const { ask } = setUp([new EndpointError('cut-off', 'too long')], recordings)
  await expect(ask(question)).rejects.toMatchObject({ trouble: 'cut-off' })
  expect(files.size).toBe(0)
})

test('a damaged recording is asked for again with a warning, but an error in replay', async () => {
  const { recordings, files } = memoryRecordings()
  await setUp([{ n: 3 }], recordings).ask(question)
  for (const name of files.keys()) files.set(name, 'x')
  await expect(setUp(undefined, recordings).ask(question)).rejects.toMatchObject({
    code: 'recording-damaged',
  })
  const { ask, warnings } = setUp([{ n: 4 }], recordings)
  expect((await ask(question)).value).toBe(4)
  expect(warnings).toEqual([expect.stringContaining('damaged')])
  expect((await setUp(undefined, recordings).ask(question)).value).toBe(4)
})

test('a reply that cannot be recorded is an answer all the same', async () => {
  const { recordings } = memoryRecordings()
  const full = {
    ...recordings,
    save: async () => Promise.reject(new UserError('output-not-writable', { file: 'r', cause: 'ENOSPC' })),
  }
  const { ask, warnings } = setUp([{ n: 3 }], full)
  expect((await ask(question)).value).toBe(3)
  expect(warnings).toEqual([expect.stringContaining('ENOSPC')])
})

const folderTrouble = (cause: string) => async (): Promise<void> => {
  throw new UserError('recording-not-saved', { file: 'f', cause })
}
const others = (count: number): Question<number>[] =>
  Array.from({ length: count }, (_, index) => ({
    ...question,
    request: { ...question.request, model: `m${index}` },
  }))

test('a reply that one file refuses is an answer, and the others are asked', async () => {
  const { recordings } = memoryRecordings({ write: folderTrouble('EISDIR') })
  const { ask, model, warnings } = setUp([{ n: 3 }], recordings)
  for (const one of others(2)) expect((await ask(one)).value).toBe(3)
  expect(model.requests).toHaveLength(2)
  expect(warnings[0]).toMatch(/^a reply could not be recorded, so the next run asks again: /)
})

test('once nothing can be recorded nothing more is asked', async () => {
  const { recordings } = memoryRecordings({ write: folderTrouble('ENOSPC') })
  const { ask, model, warnings } = setUp([{ n: 3 }], recordings)
  const [first, second] = others(2) as [Question<number>, Question<number>]
  expect((await ask(first)).value).toBe(3)
  await expect(ask(second)).rejects.toMatchObject({ code: 'recordings-full', details: { cause: 'ENOSPC' } })
  expect(model.requests).toHaveLength(1)
  expect(warnings).toEqual([expect.stringContaining('nothing more is asked')])
})

test('after a refusal nothing more is asked, after trouble with one request the others are', async () => {
  const refusal = new UserError('endpoint-refused', { host: 'h', status: 401, cause: 'no' })
  const refused = setUp([refusal, { n: 3 }], memoryRecordings().recordings)
  const [first, second] = others(2) as [Question<number>, Question<number>]
  await expect(refused.ask(first)).rejects.toBe(refusal)
  await expect(refused.ask(second)).rejects.toBe(refusal)
  expect(refused.model.requests).toHaveLength(1)
  const other = setUp(
    [new EndpointError('cut-off', 'it was cut off'), { n: 3 }],
    memoryRecordings().recordings,
  )
  await expect(other.ask(first)).rejects.toThrow(EndpointError)
  expect((await other.ask(second)).value).toBe(3)
})

test('a claim is held while it is asked, and given back whatever comes of it', async () => {
  const { recordings, claims } = memoryRecordings()
  const held: number[] = []
  const answer = (): object => {
    held.push(claims.size)
    return { n: 3 }
  }
  const [first, second] = others(2) as [Question<number>, Question<number>]
  await setUp([answer], recordings).ask(first)
  await expect(setUp([new EndpointError('cut-off', 'cut')], recordings).ask(second)).rejects.toThrow()
  expect(held).toEqual([1])
  expect(claims.size).toBe(0)
})

test('what another process recorded meanwhile is taken as recorded', async () => {
  const { recordings } = memoryRecordings()
  await setUp([{ n: 3 }], recordings).ask(question)
  let isFirst = true
  const late: Recordings = {
    ...recordings,
    load: async (request) => {
      if (!isFirst) return recordings.load(request)
      isFirst = false
      return { state: 'missing' }
    },
  }
  const { ask, model } = setUp([{ n: 4 }], late)
  expect(await ask(question)).toMatchObject({ value: 3, exchanges: [{ recorded: true }] })
  expect(model.requests).toHaveLength(0)
})

test('a recording is looked for unless it is said otherwise', async () => {
  const { recordings } = memoryRecordings()
  await setUp([{ n: 3 }], recordings).ask(question)
  const model = queuedModel([{ n: 4 }])
  const ask = createAsk({
    ...{ recordings, openModel: async () => model, signal: new AbortController().signal },
    ...{ count() {}, warn() {} },
  })
  expect((await ask(question)).value).toBe(3)
})
