import { describe, expect, test } from 'vitest'
import { createEndpoint } from '../src/model/endpoint.js'
import type { Summary, SummaryGroup } from '../src/summary/summary.js'
import {
  addressOfNobody,
  type Behaviour,
  completion,
  cutBody,
  dribble,
  drop,
  failure,
  hang,
  hangInBody,
  json,
  startEndpoint,
  text,
  type WireRequest,
} from './support/endpoint-server.js'
import { runProgram } from './support/fake-world.js'
import { dealOutAfter } from './support/large-board.js'
import { placements, themes } from './support/queued-model.js'
import { createRequestValidator } from './support/wire-schema.js'

const BOARD = `persona,quadrant,note
Coach,Pains,a slow
Coach,Pains,b slow
Coach,Pains,c dear
Coach,Pains,d dear
Lead,Pains,e
Lead,Pains,f
Lead,Pains,g
Lead,Pains,G
,Gains,
`

const good = dealOutAfter(0)
const isAboutCoach = ({ messages }: WireRequest): boolean =>
  JSON.stringify(messages).includes('Persona: Coach')

const isValidRequest = createRequestValidator()

/**
 * Runs the program against a server that answers requests about the coach with these behaviours, one after
 * the other and the last from then on, and all others well. Waiting between attempts takes no time.
 */
async function runAgainst(faults: readonly Behaviour[], argv: readonly string[] = []) {
  let asked = 0
  const server = await startEndpoint((response, request) => {
    const behave = isAboutCoach(request) ? faults[Math.min(asked++, faults.length - 1)] : good
    behave?.(response, request)
  })
  const command = [
    'summarize',
    'board.csv',
    '-m',
    'm',
    '--base-url',
    server.baseUrl,
    '-o',
    'out.json',
    '--timeout',
    '1',
  ]
  const outcome = await runProgram([...command, ...argv], {
    files: { 'board.csv': BOARD },
    openModel: async (options) => createEndpoint(options),
  })
  for (const request of server.requests) {
    isValidRequest(request)
    expect(isValidRequest.errors).toBeNull()
  }
  const written = outcome.files['out.json']
  const summary = written === undefined ? undefined : (JSON.parse(written) as Summary)
  const recorded = Object.keys(outcome.files).filter((path) => path.startsWith('cache/')).length
  return { ...outcome, summary, asked, recorded, server }
}

/** Every row of the board is in one place, whatever happened. */
function rowsOf({ groups, sources }: Summary): number[] {
  const notes = groups.flatMap(({ themes, unplaced }: SummaryGroup) => [
    ...themes.flatMap(({ notes }) => notes),
    ...unplaced,
  ])
  const dropped = sources.flatMap((source) => source.dropped.map(({ row }) => row))
  return [...notes.flatMap(({ from }) => from.map(({ row }) => row)), ...dropped].sort((a, b) => a - b)
}

/** Behaviours for the coach, how often the coach is asked about, and why the group fails, if it does. */
type Row = [title: string, faults: Behaviour[], asked: number, fails?: RegExp]

const twoThemes = themes({ Slow: [1, 2], Dear: [3, 4] })
const reply = (content: string | object): Behaviour => completion(content)
const said = JSON.stringify(twoThemes)

const rows: Row[] = [
  ['a good reply', [reply(twoThemes)], 1],

  // Statuses that may pass
  ['408', [failure(408, 'timeout'), good], 2],
  ['409', [failure(409, 'conflict'), good], 2],
  ['425', [failure(425, 'too early'), good], 2],
  ['429 without a header', [failure(429, 'slow down'), good], 2],
  ['429 with seconds', [failure(429, 'slow down', {}, { 'retry-after': '2' }), good], 2],
  [
    '429 with a date',
    [failure(429, 'slow down', {}, { 'retry-after': new Date(Date.now() + 9e3).toUTCString() }), good],
    2,
  ],
  ['429 with milliseconds', [failure(429, 'slow down', {}, { 'retry-after-ms': '50' }), good], 2],
  ['429 with 120 seconds', [failure(429, 'slow down', {}, { 'retry-after': '120' }), good], 2],
  ['429 for ever', [failure(429, 'slow down')], 6, /slow down/],
  ['498, as Groq says it', [failure(498, 'flex tier capacity exceeded'), good], 2],
  ['500', [failure(500, 'oops'), good], 2],
  ['502 in HTML', [text('<h1>Bad gateway</h1>', 502), good], 2],
  ['503 for ever', [failure(503, 'busy')], 6, /503: busy/],
  [
    '529, as Anthropic says it',
    [json({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 529), good],
    2,
  ],

  // Connections
  ['a connection that is dropped', [drop, good], 2],
  ['a connection that is always dropped', [drop], 6, /./],
  ['a body that breaks off', [cutBody, good], 2],
  ['silence before the headers', [hang, good], 2],
  ['silence in the body', [hangInBody, good], 2],
  ['a body that dribbles', [dribble, good], 2],

  // Bodies that are no completion
  [
    'a body cut off in the middle of its JSON',
    [text('{"choices":[{"mess', 200, 'application/json'), good],
    2,
  ],
  ['a body that is no JSON', [text('Hello', 200, 'application/json'), good], 2],
  ['HTML with status 200', [text('<html>Log in</html>')], 2, /not JSON/],
  ['an error with status 200', [json({ error: { message: 'no such thing' } })], 1, /no such thing/],
  [
    'too many requests with status 200, then a good reply',
    [json({ error: { message: 'slow down', code: 429 } }), good],
    2,
  ],
  ['no choices', [json({ choices: [] })], 1, /not a chat completion/],
  ['no content', [completion(null)], 1, /empty/],
  ['an empty content', [completion('')], 1, /empty/],

  // Replies that are incomplete
  ['a reply that is cut off', [completion(said.slice(0, 40), { finish_reason: 'length' })], 1, /cut off/],
  ['a whole reply marked as cut off', [completion(said, { finish_reason: 'length' })], 1, /cut off/],
  ['a filtered reply', [completion('', { finish_reason: 'content_filter' })], 1, /filter/],
  ['a refusal', [completion(null, {}, { refusal: 'I would rather not.' })], 1, /refused: I would rather not/],

  // Replies around which there is more
  ['prose around the JSON', [reply(`Here you are:\n${said}\nAnything else?`)], 1],
  ['a code fence', [reply(`\`\`\`json\n${said}\n\`\`\``)], 1],
  ['a think block', [reply(`<think>{"themes":[]}?</think>\n${said}`)], 1],
  ['a byte order mark', [reply(`\uFEFF${said}`)], 1],

  ['content in parts', [completion(null, {}, { content: [{ type: 'text', text: said }] })], 1],
  [
    'usage that is no number',
    [
      json({
        choices: [{ message: { content: said }, finish_reason: 'stop' }],
        usage: { prompt_tokens: '12', completion_tokens: 1.5 },
      }),
    ],
    1,
  ],

  // Replies of the wrong form, mended by one correction
  ['prose, then a good reply', [reply('I cannot do that.'), good], 2],
  ['JSON that is not closed, then a good reply', [reply(said.slice(0, -2)), good], 2],
  ['another form, then a good reply', [reply({ topics: [] }), good], 2],
  ['ids as text', [reply(said.replaceAll(/(\d)/g, '"$1"'))], 1],
  [
    'three themes, of which two are wanted',
    [reply(themes({ A: [1, 2], B: [3], C: [4] })), reply(placements({ 1: 1 }))],
    2,
  ],
  ['an empty title, then a good reply', [reply(themes({ '': [1, 2], Dear: [3, 4] })), good], 2],
  ['a theme without notes beside one', [reply(themes({ Slow: [1, 2, 3, 4], Dear: [] }))], 1],
  [
    'no list of what is unplaced',
    [reply({ themes: (themes({ Slow: [1, 2], Dear: [3, 4] }) as { themes: object[] }).themes })],
    1,
  ],
  [
    'a field that nobody asked for',
    [reply({ ...themes({ Slow: [1, 2], Dear: [3, 4] }), confidence: 0.9 })],
    1,
  ],
  ['no themes, then a good reply', [reply(themes({}, [1, 2, 3, 4])), good], 2],
  ['prose twice', [reply('No.')], 2, /cannot be used/],

  // Ids
  ['an id that is missing', [reply(themes({ Slow: [1, 2], Dear: [3] })), reply(placements({ 1: 2 }))], 2],
  [
    'an id that is doubled',
    [reply(themes({ Slow: [1, 2, 3], Dear: [3, 4] })), reply(placements({ 1: 2 }))],
    2,
  ],
  ['an id that is invented', [reply(themes({ Slow: [1, 2, 77], Dear: [3, 4] }))], 1],
  ['ids of another group', [reply(themes({ Slow: [1, 2, 5, 6, 7], Dear: [3, 4] }))], 1],
  ['an id that stays missing', [reply(themes({ Slow: [1, 2], Dear: [3] })), reply('No.')], 3],

  // Parameters that are refused, in the words of several servers
  [
    'json_schema refused',
    [failure(400, "'response_format' of type 'json_schema' is not supported"), good],
    2,
  ],
  [
    'json_schema refused by LM Studio',
    [json({ error: "'response_format.type' must be 'text'" }, 400), good],
    2,
  ],
  [
    'every response_format refused',
    [
      failure(400, 'response_format is not supported'),
      failure(422, 'response_format is not supported'),
      good,
    ],
    3,
  ],
  [
    'json_schema refused by FastAPI',
    [json({ detail: [{ loc: ['body', 'response_format'], msg: 'extra fields not permitted' }] }, 422), good],
    2,
  ],
  ['something else refused', [failure(400, 'this prompt is too long')], 1, /400: this prompt is too long/],
]

describe('whatever an endpoint does to one group', () => {
  test.each(rows)('%s', async (_, faults, asked, fails) => {
    const { exitCode, summary, stderr, recorded, ...outcome } = await runAgainst(faults)
    if (!summary) throw new Error(stderr)
    const [coach, lead] = summary.groups
    expect({ exitCode, asked: outcome.asked }).toEqual({ exitCode: fails ? 3 : 0, asked })
    expect(coach?.status).toBe(fails ? 'failed' : 'complete')
    if (fails) expect(coach?.reason).toMatch(fails)
    expect(lead?.status).toBe('complete')
    expect(rowsOf(summary)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    if (fails) expect(recorded).toBe(asked === 2 && fails.source !== 'not JSON' ? 2 : 1) // the other group's, and a first reply that was whole
    expect(stderr).not.toContain('    at ')
  })
})

describe('whatever an endpoint does to all groups', () => {
  test.each<[string, Behaviour, RegExp]>([
    ['401', failure(401, 'Incorrect API key'), /refused the request \(401\): Incorrect API key/],
    ['403', failure(403, 'not yours'), /refused the request \(403\)/],
    [
      '404 of a wrong path',
      text('404 page not found', 404, 'text/plain'),
      /refused the request \(404\): .*page not found/,
    ],
    ['a model it does not have', failure(404, 'model "m" not found'), /no model "m"; it offers "gpt-small"/],
    ['a quota that is used up', failure(429, 'x', { code: 'insufficient_quota' }), /quota is used up/],
    [
      'a redirect',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/v1' }).end(),
      /sends on to http:\/\/127\.0\.0\.1:1\/v1/,
    ],
  ])('%s: exit code 4, and nothing is written', async (_, behaviour, says) => {
    const server = await startEndpoint(behaviour)
    const { exitCode, stderr, files } = await runProgram(
      ['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl, '-o', 'out.json'],
      { files: { 'board.csv': BOARD }, openModel: async (options) => createEndpoint(options) },
    )
    expect(exitCode).toBe(4)
    expect(stderr).toMatch(says)
    expect(Object.keys(files)).toEqual(['board.csv'])
  })

  test('nobody there: exit code 4', async () => {
    const { exitCode, stderr } = await runProgram(
      ['summarize', 'board.csv', '-m', 'm', '--base-url', await addressOfNobody()],
      { files: { 'board.csv': BOARD }, openModel: async (options) => createEndpoint(options) },
    )
    expect(exitCode).toBe(4)
    expect(stderr).toMatch(/cannot be reached .*ECONNREFUSED/)
  })
})

describe('what an endpoint takes', () => {
  const formats = ({ requests }: { requests: WireRequest[] }) =>
    requests.map(({ response_format }) => response_format?.type ?? 'text')

  test('is learnt once: later groups pay nothing', async () => {
    const refuse = failure(400, 'response_format is not supported')
    const server = await startEndpoint((response, request) =>
      (request.response_format ? refuse : good)(response, request),
    )
    const board = Array.from({ length: 40 }, (_, row) => `Persona ${row % 10},Pains,note ${row}`).join('\n')
    const { exitCode } = await runProgram(
      ['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl],
      {
        files: { 'board.csv': `persona,quadrant,note\n${board}` },
        openModel: async (options) => createEndpoint(options),
      },
    )
    expect(exitCode).toBe(0)
    expect(formats(server)).toEqual(['json_schema', 'json_object', ...Array(10).fill('text')])
    expect(server.requests.at(-1)?.messages.at(-1)?.content).toContain('"unplaced"')
  })

  test.each(['json_schema', 'json_object', 'text'])(
    'is kept to when the user says %s',
    async (structured) => {
      const { server } = await runAgainst(
        [failure(400, 'response_format is not supported')],
        ['--structured', structured],
      )
      expect(new Set(formats(server))).toEqual(new Set([structured]))
    },
  )

  test('parameters are passed on; what is refused is left out, and a limit gets its older name', async () => {
    const config = 'parameters:\n  temperature: 0\n  max_completion_tokens: 900\n  reasoning_effort: low\n'
    const refusals: Record<string, Behaviour> = {
      temperature: failure(400, 'Unsupported value', { param: 'temperature' }),
      max_completion_tokens: json(
        {
          object: 'error',
          message: { detail: [{ type: 'extra_forbidden', loc: ['body', 'max_completion_tokens'] }] },
        },
        422,
      ),
    }
    const server = await startEndpoint((response, request) => {
      const refused = Object.keys(refusals).find((name) => name in request)
      const behave = (refused && refusals[refused]) || good
      behave(response, request)
    })
    const { exitCode } = await runProgram(
      ['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl],
      {
        files: { 'board.csv': BOARD, 'sixthemes.yaml': config },
        openModel: async (options) => createEndpoint(options),
      },
    )
    expect(exitCode).toBe(0)
    expect(server.requests).toHaveLength(4)
    const { model: _, messages: __, response_format: ___, ...parameters } = server.requests.at(-1) ?? {}
    expect(parameters).toEqual({ max_tokens: 900, reasoning_effort: 'low' })
  })
})

test('an endpoint that refuses a parameter by both its names is not asked for ever', async () => {
  const config = 'parameters:\n  max_completion_tokens: 900000\n'
  const server = await startEndpoint((response, request) => {
    const behave =
      'max_tokens' in request
        ? failure(400, "'max_tokens' is not supported, use 'max_completion_tokens'")
        : failure(400, 'max_completion_tokens is too large')
    behave(response, request)
  })
  const { exitCode } = await runProgram(['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl], {
    files: { 'board.csv': BOARD, 'sixthemes.yaml': config },
    openModel: async (options) => createEndpoint(options),
  })
  expect(exitCode).toBe(4)
  expect(server.requests.length).toBeLessThanOrEqual(2 * 10)
})

test('a group that failed is asked about again the next time, and nothing else', async () => {
  const first = await runAgainst([reply('No.')])
  expect(first.exitCode).toBe(3)
  const server = await startEndpoint(good)
  const argv = ['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl, '-o', 'out.json']
  const second = await runProgram(argv, {
    files: first.files,
    openModel: async (options) => createEndpoint(options),
  })
  expect(second.exitCode).toBe(0)
  expect(server.requests).toHaveLength(1)
})

describe('an endpoint that refuses all, after a group was answered', () => {
  test.each([
    ['401', failure(401, 'Incorrect API key'), /401/],
    ['403', failure(403, 'not in your plan'), /403/],
    [
      'a quota that is used up',
      failure(429, 'You exceeded your quota', { code: 'insufficient_quota' }),
      /quota/,
    ],
    ['402', failure(402, 'Payment required'), /quota/],
  ])('%s: what was answered is written, and no more is asked', async (_, refusal, says) => {
    const server = await startEndpoint(good, refusal)
    const argv = ['summarize', 'board.csv', '-m', 'm', '--base-url', server.baseUrl, '-o', 'out.json']
    const third = 'Nurse,Pains,h\nNurse,Pains,i\nNurse,Pains,j\n'
    const { exitCode, files } = await runProgram(argv, {
      files: { 'board.csv': BOARD.replace(',Gains,', `${third},Gains,`) },
      openModel: async (options) => createEndpoint(options),
    })
    const { groups } = JSON.parse(files['out.json'] ?? '') as Summary
    expect({ exitCode, asked: server.requests.length }).toEqual({ exitCode: 3, asked: 2 })
    expect(groups.map(({ status }) => status)).toEqual(['complete', 'failed', 'failed'])
    for (const { reason } of groups.slice(1)) expect(reason).toMatch(says)
  })
})
