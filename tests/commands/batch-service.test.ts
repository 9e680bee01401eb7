import { expect, test } from 'vitest'
import {
  type BatchServer,
  type Ending,
  type RequestLine,
  refuse,
  startBatchServer,
} from '../support/batch-server.js'
import { runProgram } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

/* Files of requests, answered by a service with OpenAI's routes over real HTTP on loopback. */

type Files = Record<string, string | Uint8Array>

const BOARD = `persona,quadrant,note
${['A', 'B', 'C'].flatMap((persona) => ['one', 'two', 'three'].map((note) => `${persona},Pains,${note} of ${persona}`)).join('\n')}
`

const completion = (content: string) => ({
  choices: [{ finish_reason: 'stop', message: { content } }],
  usage: { prompt_tokens: 10, completion_tokens: 5 },
})

/** What a model answers to a line, as a service writes it. */
function good({ custom_id, body }: RequestLine, content?: string): string {
  const reply =
    content ?? JSON.stringify(dealOut({ ...body, reply: { name: 'themes', schema: {} } } as never))
  return JSON.stringify({
    id: 'x',
    custom_id,
    response: { status_code: 200, request_id: 'r', body: completion(reply) },
    error: null,
  })
}

const failed = (
  { custom_id }: RequestLine,
  status_code: number,
  body: object | null = null,
  error: unknown = null,
): string => JSON.stringify({ id: 'x', custom_id, response: { status_code, request_id: 'r', body }, error })

const expired = ({ custom_id }: RequestLine): string =>
  JSON.stringify({
    id: 'x',
    custom_id,
    response: null,
    error: { code: 'batch_expired', message: 'not done in time' },
  })

/** A line of one's own with the rest answered. */
const first = (lines: readonly RequestLine[]): RequestLine => {
  const [line] = lines
  if (!line) throw new Error('no line')
  return line
}

const all = (lines: readonly RequestLine[]): Ending => ({
  status: 'completed',
  output: lines.map((line) => good(line)),
})

/** Commands one after the other, over the same files. */
function session(server: BatchServer, start: Files = { 'board.csv': BOARD }) {
  let files = start
  const call = async (...argv: string[]) => {
    const outcome = await runProgram(argv, { files })
    files = outcome.files
    return outcome
  }
  const at = ['--base-url', server.baseUrl]
  const kept = ['--recordings', 'r']
  const as = (requests: string) => ({
    write: () => call('batch', 'write', 'board.csv', '-m', 'm', ...kept, '-o', requests),
    submit: (...more: string[]) => call('batch', 'submit', requests, ...kept, ...at, ...more),
  })
  return {
    ...as('q.jsonl'),
    as,
    status: () => call('batch', 'status', 'q.jsonl', ...at),
    fetch: () => call('batch', 'fetch', 'q.jsonl', ...kept, ...at),
    cancel: () => call('batch', 'cancel', 'q.jsonl', ...at),
    summarize: () => call('summarize', 'board.csv', '-m', 'm', ...kept, '--replay', '-f', 'json'),
    files: () => files,
    change: (path: string, text: string) => {
      files = { ...files, [path]: text }
    },
  }
}

test('requests are uploaded, answered, fetched, and the documents written', async () => {
  const server = await startBatchServer((lines) => ({
    status: 'completed',
    output: lines.map((line) => good(line)).reverse(),
  }))
  const { write, submit, status, fetch, summarize, files } = session(server)
  await write()
  const submitted = await submit()
  expect(submitted).toMatchObject({ exitCode: 3, stderr: '' })
  expect(submitted.stdout).toMatch(
    /^q\.jsonl: 3 requests submitted to 127\.0\.0\.1:\d+; in progress, 0 of 2 done \(batch_1\)\n$/,
  )
  expect(server.uploads).toMatchObject([
    { name: 'q.jsonl', purpose: 'batch', text: files()['q.jsonl']?.toString() },
  ])
  expect(server.batches).toMatchObject([
    { input: 'file-1', window: '24h', metadata: { sixthemes: expect.any(String) } },
  ])
  expect(await status()).toMatchObject({
    exitCode: 3,
    stdout: 'q.jsonl: in progress, 0 of 2 done (batch_1)\n',
  })
  expect(await status()).toMatchObject({ exitCode: 0, stdout: 'q.jsonl: completed, 3 of 2 done (batch_1)\n' })
  const fetched = await fetch()
  expect(fetched).toMatchObject({ exitCode: 0 })
  expect(fetched.stdout).toContain('3 requests asked: 3 answered, 0 failed, 0 absent')
  expect(await write()).toMatchObject({ exitCode: 0 })
  const { groups } = JSON.parse((await summarize()).stdout)
  expect(groups.map(({ status }: { status: string }) => status)).toEqual(['complete', 'complete', 'complete'])
})

type Case = [name: string, end: (lines: readonly RequestLine[]) => Ending, says: RegExp[], open: number]

test.each<Case>([
  [
    'all lines failed, and there is no file of answers',
    (lines) => ({
      status: 'completed',
      errors: lines.map((line) => failed(line, 500, { error: { message: 'overloaded' } })),
    }),
    [/0 answered, 3 failed, 0 absent/, /3 failed: 500: overloaded/],
    3,
  ],
  [
    'a part expired',
    (lines) => ({ status: 'expired', output: [good(first(lines))], errors: lines.slice(1).map(expired) }),
    [/expired/, /1 answered, 2 failed, 0 absent/, /2 failed: not done in time/],
    2,
  ],
  [
    'states are written in capitals',
    (lines) => ({ status: 'COMPLETED', output: lines.map((line) => good(line)) }),
    [/3 answered/],
    0,
  ],
  [
    'a line is lost',
    (lines) => ({ status: 'completed', output: lines.slice(1).map((line) => good(line)) }),
    [/2 answered, 0 failed, 1 absent/],
    1,
  ],
  [
    'a line comes twice',
    (lines) => ({ status: 'completed', output: [...lines, first(lines)].map((line) => good(line)) }),
    [/3 answered, 0 failed, 0 absent/],
    0,
  ],
  [
    'a line is there with status 0 and no error, and counts say that all is well',
    (lines) => ({
      status: 'completed',
      output: lines.slice(1).map((line) => good(line)),
      errors: [failed(first(lines), 0)],
      counts: { total: 3, completed: 3, failed: 0 },
    }),
    [/3 of 3 done/, /2 answered, 1 failed, 0 absent/],
    1,
  ],
  [
    'a line of the answers is broken',
    (lines) => ({
      status: 'completed',
      output: ['{"id": "x", "custom_', ...lines.slice(1).map((line) => good(line))],
    }),
    [/2 answered, 0 failed, 1 absent/, /1 line that cannot be read/],
    1,
  ],
  [
    'an answer is cut off, which is none',
    (lines) => ({
      status: 'completed',
      output: [
        ...lines.slice(1).map((line) => good(line)),
        failed(first(lines), 200, {
          choices: [{ finish_reason: 'length', message: { content: '{"themes": [' } }],
        }),
      ],
    }),
    [/2 answered, 1 failed/],
    1,
  ],
  [
    'the file turns out invalid later',
    (lines) => ({
      status: 'failed',
      problems: [
        { code: 'duplicate_custom_id', line: 2, message: `${first(lines).custom_id} is there twice` },
      ],
    }),
    [/failed/, /line 2: duplicate_custom_id: [0-9a-f]{64} is there twice/, /0 answered, 0 failed, 3 absent/],
    3,
  ],
])(
  '%s: the account is right, and the next round asks what is open and nothing else',
  async (_, end, says, open) => {
    let rounds = 0
    const server = await startBatchServer((lines) => (rounds++ === 0 ? end(lines) : all(lines)))
    const { write, submit, status, fetch, summarize } = session(server)
    await write()
    await submit()
    await status()
    const fetched = await fetch()
    expect(fetched.exitCode).toBe(open > 0 ? 3 : 0)
    for (const said of says) expect(fetched.stdout).toMatch(said)
    if (open > 0) {
      expect((await write()).stderr).toContain(`Round 2: ${open} request`)
      await submit()
      await status()
      expect(await fetch()).toMatchObject({ exitCode: 0 })
      expect(server.uploads[1]?.text.split('\n').filter(Boolean)).toHaveLength(open)
    }
    expect(await write()).toMatchObject({ exitCode: 0 })
    expect(await summarize()).toMatchObject({ exitCode: 0 })
    expect(server.batches).toHaveLength(open > 0 ? 2 : 1)
  },
)

test('what is submitted is submitted once', async () => {
  const server = await startBatchServer(all)
  const { write, submit } = session(server)
  await write()
  await submit()
  const again = await submit()
  expect(again).toMatchObject({ exitCode: 3 })
  expect(again.stdout).toContain('submitted before, and nothing is sent')
  expect(server.uploads).toHaveLength(1)
  expect(server.batches).toHaveLength(1)
})

test('the same requests under another name are not paid again, until they are fetched', async () => {
  const server = await startBatchServer(all)
  const { write, submit, status, fetch, as } = session(server)
  await write()
  await submit()
  const other = as('other.jsonl')
  await other.write()
  const refused = await other.submit()
  expect(refused).toMatchObject({ exitCode: 2 })
  expect(refused.stderr).toContain('3 of its requests are in a batch already that was submitted from q.jsonl')
  expect(server.batches).toHaveLength(1)
  await status()
  expect(await fetch()).toMatchObject({ exitCode: 0 })
  expect(await write()).toMatchObject({ exitCode: 0 })
})

test('what a service sends instead of answers is not taken for them, and is fetched again', async () => {
  const server = await startBatchServer((lines) => ({ ...all(lines), output: ['<html>busy</html>'] }))
  const { write, submit, status, fetch } = session(server)
  await write()
  await submit()
  await status()
  const { exitCode, stdout } = await fetch()
  expect(exitCode).toBe(3)
  expect(stdout).toContain('no answers: nothing is taken')
  expect((await submit()).stdout).toContain('submitted before, and nothing is sent')
  expect(server.batches).toHaveLength(1)
})

test.each<[after: string, isCut: (asked: string) => boolean, uploads: number]>([
  ['the upload', (asked) => asked === 'POST /files', 2],
  ['the creation', (asked) => asked === 'POST /batches', 1],
])('after %s was done and its answer lost, a second submit goes on: one batch', async (_, isCut, uploads) => {
  const server = await startBatchServer(all)
  const { write, submit, status, fetch } = session(server)
  await write()
  // the service does what it was asked, and the connection breaks before it says so
  server.trouble = (_request, response) => {
    if (isCut(server.asked.at(-1) ?? '')) response.end = () => response.destroy() as never
    return false
  }
  const cut = await submit()
  expect(cut).toMatchObject({ exitCode: 4 })
  expect(cut.stderr).toContain('the same command goes on from there')
  server.trouble = undefined
  expect(await submit()).toMatchObject({ exitCode: 3 })
  expect(server.uploads).toHaveLength(uploads)
  expect(server.batches).toHaveLength(1)
  await status()
  expect(await fetch()).toMatchObject({ exitCode: 0 })
})

test('where the service lists no batches, what may have been created is not created again', async () => {
  const server = await startBatchServer(all)
  const { write, submit, files } = session(server)
  await write()
  server.trouble = (request, response) => {
    if (request.method === 'POST' && request.url === '/v1/batches')
      response.end = () => response.destroy() as never
    if (request.method !== 'GET') return false
    refuse(response, 404, 'Not Found')
    return true
  }
  await submit()
  const second = await submit()
  expect(second).toMatchObject({ exitCode: 2 })
  expect(second.stderr).toMatch(/does not list its batches/)
  expect(second.stderr).toContain(JSON.parse(String(files()['q.batch.json'])).mark)
  expect(server.batches).toHaveLength(1)
})

test('a refused creation was none: it is uploaded and created anew', async () => {
  const server = await startBatchServer(all)
  const { write, submit } = session(server)
  await write()
  server.trouble = (request, response) => {
    if (request.url !== '/v1/batches') return false
    response.statusCode = 400
    response.end('{"errors":{"data":[{"code":"model_not_found","message":"no such deployment"}]}}') // as Azure has it
    return true
  }
  const refused = await submit()
  expect(refused).toMatchObject({ exitCode: 4 })
  expect(refused.stderr).toContain('no such deployment')
  server.trouble = undefined
  expect(await submit()).toMatchObject({ exitCode: 3 })
  expect(server.batches).toHaveLength(1)
})

test('a batch that is cancelled keeps what was answered', async () => {
  const server = await startBatchServer((lines) => ({ status: 'completed', output: [good(first(lines))] }))
  const { write, submit, cancel, fetch } = session(server)
  await write()
  await submit()
  expect(await cancel()).toMatchObject({ exitCode: 0, stdout: 'q.jsonl: cancelled, 1 of 2 done (batch_1)\n' })
  expect((await cancel()).stdout).toContain('was over before')
  expect((await fetch()).stdout).toContain('1 answered, 0 failed, 2 absent')
  expect((await write()).stderr).toContain('Round 2: 2 requests')
})

test('what is not over yet is not fetched', async () => {
  const server = await startBatchServer(all)
  const { write, submit, fetch } = session(server)
  await write()
  await submit()
  expect(await fetch()).toMatchObject({
    exitCode: 3,
    stdout: 'q.jsonl: in progress, 0 of 2 done (batch_1)\n',
  })
  expect(await fetch()).toMatchObject({ exitCode: 0 })
})

test('another window goes to the service', async () => {
  const server = await startBatchServer(all)
  const { write, submit } = session(server)
  await write()
  await submit('--window', '7d')
  expect(server.batches).toMatchObject([{ window: '7d' }])
})

test('what is answered is not submitted again', async () => {
  const server = await startBatchServer(all)
  const { write, submit, status, fetch } = session(server)
  await write()
  await submit()
  await status()
  await fetch()
  const again = await submit()
  expect(again).toMatchObject({ exitCode: 2 })
  expect(again.stderr).toContain('3 of its 3 requests are not asked in r, or are answered already')
  expect(server.batches).toHaveLength(1)
})

test('a file that was written over before its answers were fetched is not submitted', async () => {
  const server = await startBatchServer(all)
  const { write, submit, change, files } = session(server)
  await write()
  await submit()
  const [line] = String(files()['q.jsonl']).split('\n')
  change('q.jsonl', `${line}\n`)
  const other = await submit()
  expect(other).toMatchObject({ exitCode: 2 })
  expect(other.stderr).toContain('what it held before was submitted and is not fetched yet')
})

test.each<[what: string, path: string, text: string | undefined, says: RegExp]>([
  [
    'was never submitted',
    'q.batch.json',
    undefined,
    /q\.jsonl was not submitted: there is no batch in q\.batch\.json/,
  ],
  [
    'has a manifest that was changed',
    'q.batch.json',
    '{"schema":1}',
    /q\.batch\.json: this is not what "batch submit" writes/,
  ],
  [
    'was submitted elsewhere',
    'q.batch.json',
    JSON.stringify({
      schema: 'sixthemes/batch@1',
      sha256: 'a',
      requests: 1,
      endpoint: 'https://api.example/v1',
      mark: 'm',
      job: 'batch_9',
    }),
    /q\.jsonl was submitted to https:\/\/api\.example\/v1, and --base-url is/,
  ],
])('a file that %s has no status', async (_, path, text, says) => {
  const server = await startBatchServer(all)
  const { status, change } = session(server)
  if (text !== undefined) change(path, text)
  const outcome = await status()
  expect(outcome).toMatchObject({ exitCode: 2, stdout: '' })
  expect(outcome.stderr).toMatch(says)
  expect(server.asked).toEqual([])
})

test.each<[what: string, status: number, says: RegExp]>([
  [
    'no such routes',
    404,
    /does not seem to have routes for files and batches: uploading the requests came back with 404/,
  ],
  ['no right to use it', 401, /refused the request \(401\)/],
  ['no room for the file', 413, /refused uploading the requests: 413/],
  ['trouble of its own', 503, /uploading the requests did not go through \(503/],
])('an endpoint with %s is said to have it', async (_, code, says) => {
  const server = await startBatchServer(all)
  const { write, submit } = session(server)
  await write()
  server.trouble = (_request, response) => {
    refuse(response, code, 'no')
    return true
  }
  const outcome = await submit()
  expect(outcome).toMatchObject({ exitCode: 4 })
  expect(outcome.stderr).toMatch(says)
})

test('an endpoint elsewhere needs a key, and is refused where everything must stay here', async () => {
  const files = { 'q.jsonl': '{}\n' }
  const there = ['batch', 'status', 'q.jsonl', '--base-url', 'https://api.example/v1']
  expect((await runProgram(there, { files })).stderr).toContain('no API key for api.example')
  expect((await runProgram([...there, '--offline'], { files })).stderr).toContain(
    '--offline allows only endpoints on this machine',
  )
})
