import { expect, test } from 'vitest'
import { createEndpoint } from '../../src/model/endpoint.js'
import type { Reply, Request } from '../../src/model/request.js'
import {
  type Behaviour,
  completion,
  cutBody,
  drop,
  failure,
  hang,
  hangInBody,
  json,
  startEndpoint,
  text,
} from '../support/endpoint-server.js'

const request: Request = {
  model: 'gpt-smal',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi' },
  ],
  reply: { name: 'themes', schema: { type: 'object' } },
}

async function ask(behaviour: Behaviour, options: { apiKey?: string; deadline?: number } = {}) {
  const server = await startEndpoint(behaviour)
  const endpoint = createEndpoint({
    baseUrl: server.baseUrl,
    deadline: 10_000,
    structured: 'auto',
    describeForm: (schema) => `form: ${JSON.stringify(schema)}`,
    log() {},
    ...options,
  })
  const complete = (signal = new AbortController().signal): Promise<Reply> =>
    endpoint.complete(request, signal)
  return { server, complete }
}

test('a completion is a reply with its usage', async () => {
  const { complete } = await ask(completion('{"themes":[]}'))
  expect(await complete()).toEqual({ text: '{"themes":[]}', usage: { inputTokens: 11, outputTokens: 7 } })
})

test('an endpoint that repeats the key in its reply or refusal is not quoted with it', async () => {
  const { complete } = await ask(completion('Bearer test-key, and more'), { apiKey: 'test-key' })
  expect((await complete()).text).toBe('Bearer [API key], and more')
  const refusing = await ask(completion(null, {}, { refusal: 'not for test-key' }), { apiKey: 'test-key' })
  await expect(refusing.complete()).rejects.toMatchObject({ message: 'the model refused: not for [API key]' })
})

test('usage may be missing', async () => {
  const { complete } = await ask(
    json({ choices: [{ message: { role: 'assistant', content: 'x' }, finish_reason: 'stop' }] }),
  )
  expect((await complete()).usage).toEqual({ inputTokens: null, outputTokens: null })
})

test('nothing is sent but model, messages and the form of the reply', async () => {
  const { server, complete } = await ask(completion('{}'), { apiKey: 'test-key' })
  await complete()
  expect(server.requests).toEqual([
    {
      model: 'gpt-smal',
      messages: request.messages,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'themes', strict: true, schema: { type: 'object' } },
      },
    },
  ])
  expect(server.headers[0]).toMatchObject({ authorization: 'Bearer test-key' })
})

test.each<[string, Behaviour, string]>([
  ['an empty choice list', json({ choices: [] }), 'not-a-completion'],
  ['HTML with status 200', text('<html>Hi</html>'), 'not-json'],
  ['an error with status 200', json({ error: { message: 'no' } }), 'rejected'],
  ['too many requests with status 200', json({ error: { message: 'slow', code: 429 } }), 'throttled'],
  ['a failure with status 200', json({ error: { message: 'down', code: '503' } }), 'server'],
  [
    'a parameter that this model does not take',
    failure(400, 'For this model, temperature 0 is invalid: only 1 is allowed'),
    'rejected',
  ],
  [
    'a prompt that is too long',
    failure(400, 'The context length of this model (4096) makes your request invalid'),
    'rejected',
  ],
  ['no content', completion(null), 'not-a-completion'],
  ['a reply that is cut off', completion('{"the', { finish_reason: 'length' }), 'cut-off'],
  ['a filtered reply', completion('', { finish_reason: 'content_filter' }), 'filtered'],
  ['a refusal', completion(null, {}, { refusal: 'I would rather not' }), 'refused'],
  ['too many requests', failure(429, 'slow down'), 'throttled'],
  ['an error of the server', failure(503, 'busy'), 'server'],
  ['an HTML error of a proxy', text('<h1>Bad gateway</h1>', 502), 'server'],
  ['a request it does not take', failure(400, 'bad schema'), 'rejected'],
  ['a dropped connection', drop, 'connection'],
  ['a body that breaks off', cutBody, 'connection'],
])('%s is trouble with the request', async (_, behaviour, trouble) => {
  const { complete } = await ask(behaviour)
  await expect(complete()).rejects.toMatchObject({ name: 'EndpointError', trouble })
})

test.each<[string, Behaviour, object]>([
  [
    'a wrong key',
    failure(401, 'Incorrect API key'),
    { code: 'endpoint-refused', details: { status: 401, cause: 'Incorrect API key' } },
  ],
  ['a key without rights', failure(403, 'not yours'), { code: 'endpoint-refused' }],
  ['a path that is not there', text('Not Found', 404, 'text/plain'), { code: 'endpoint-refused' }],
  [
    'a quota that is used up',
    failure(429, 'You exceeded your current quota', { code: 'insufficient_quota' }),
    { code: 'endpoint-quota' },
  ],
  [
    'an unknown model',
    failure(404, 'The model does not exist', { code: 'model_not_found' }),
    { code: 'model-unknown', details: { offered: ['gpt-small', 'gpt-large'], nearest: 'gpt-small' } },
  ],
  ...[
    'The model `gpt-smal` does not exist or you do not have access to it.',
    'model "gpt-smal" not found, try pulling it first',
    'gpt-smal is not a valid model ID',
    'No endpoints found for gpt-smal.',
    'Invalid model: gpt-smal',
    'Unknown model',
  ].map((said): [string, Behaviour, object] => [said, failure(400, said), { code: 'model-unknown' }]),
])('%s is trouble with the endpoint', async (_, behaviour, error) => {
  const { complete } = await ask(behaviour)
  await expect(complete()).rejects.toMatchObject({ name: 'UserError', ...error })
})

test.each([
  ['milliseconds', { 'retry-after-ms': '250' }, 250],
  ['seconds', { 'retry-after': '2' }, 2_000],
])('how long to wait is read in %s', async (_, headers, retryAfter) => {
  const { complete } = await ask(failure(429, 'slow down', {}, headers))
  await expect(complete()).rejects.toMatchObject({ retryAfter })
})

test('how long to wait is read as a date', async () => {
  const { complete } = await ask(
    failure(429, 'x', {}, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }),
  )
  const error = await complete().catch((error) => error)
  expect(error.retryAfter).toBeGreaterThan(50_000)
  expect(error.retryAfter).toBeLessThanOrEqual(60_000)
})

test.each<[string, unknown, RegExp]>([
  ['OpenAI', { error: { message: 'M text', type: 't', param: 'p', code: 'c' } }, /M text/],
  ['LM Studio', { error: "'response_format.type' must be 'json_schema' or 'text'" }, /response_format.type/],
  [
    'Mistral',
    { object: 'error', message: { detail: [{ loc: ['body', 'store'], msg: 'Extra inputs' }] } },
    /Extra inputs/,
  ],
  ['FastAPI', { detail: [{ loc: ['body', 'seed'], msg: 'extra fields not permitted' }] }, /extra fields/],
  [
    'Gemini',
    [{ error: { code: 400, message: 'Unknown name seed', status: 'INVALID_ARGUMENT' } }],
    /Unknown name seed/,
  ],
])('the text of an error as %s writes it is kept', async (_, body, message) => {
  const { complete } = await ask(json(body, 422))
  await expect(complete()).rejects.toMatchObject({
    trouble: 'rejected',
    message: expect.stringMatching(message),
  })
})

test.each([
  ['before the headers', hang],
  ['in the body', hangInBody],
])('an endpoint that falls silent %s is given up at the deadline', async (_, behaviour) => {
  const { complete } = await ask(behaviour, { deadline: 150 })
  await expect(complete()).rejects.toMatchObject({ trouble: 'deadline' })
})

test('an abort ends the exchange with its reason', async () => {
  const { complete } = await ask(hangInBody)
  const stop = new AbortController()
  const exchange = complete(stop.signal)
  setTimeout(() => stop.abort(new Error('stopped')), 50)
  await expect(exchange).rejects.toThrow('stopped')
})

test('a redirect is not followed', async () => {
  const elsewhere = await startEndpoint(completion('{}'))
  const { complete } = await ask((response) => response.writeHead(307, { location: elsewhere.baseUrl }).end())
  await expect(complete()).rejects.toMatchObject({
    code: 'endpoint-redirects',
    message: expect.stringContaining(elsewhere.baseUrl),
  })
  expect(elsewhere.requests).toEqual([])
})

test.each([
  ['404', failure(404, 'No endpoints found that support the requested parameters: response_format')],
  ['500', failure(500, 'json_schema is not supported by this model')],
])('a form that is refused with %s is asked for in another way', async (_, refusal) => {
  const { server, complete } = await ask((response, sent, ...rest) =>
    (sent as { response_format?: unknown }).response_format
      ? refusal(response, sent, ...rest)
      : completion('{}')(response, sent, ...rest),
  )
  expect((await complete()).text).toBe('{}')
  expect(server.requests.length).toBeGreaterThan(1)
})

test.each([
  ['error', 'server'],
  ['max_tokens', 'cut-off'],
  ['model_length', 'cut-off'],
])('a reply that ended by "%s" is not whole', async (finish_reason, trouble) => {
  const { complete } = await ask(json({ choices: [{ message: { content: '{}' }, finish_reason }] }))
  await expect(complete()).rejects.toMatchObject({ trouble })
})

test('a byte order mark is no part of an answer', async () => {
  const body = JSON.stringify({ choices: [{ message: { content: 'x' }, finish_reason: 'stop' }] })
  const { complete } = await ask(text(`\uFEFF${body}`))
  expect((await complete()).text).toBe('x')
})
