import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'
import { sortByFirstWord } from '../support/sorting-model.js'

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url))
type Line = {
  custom_id: string
  body: { model: string; messages: { content: string }[]; response_format?: { type: string } }
}

const linesOf = (text = ''): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const completion = (content: unknown, finish = 'stop') => ({
  choices: [
    {
      finish_reason: finish,
      message: { content: typeof content === 'string' ? content : JSON.stringify(content) },
    },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 5 },
})
const answer = (custom_id: string, body: object, status_code = 200) =>
  JSON.stringify({ id: 'x', custom_id, response: { status_code, request_id: 'r', body }, error: null })

const BOARD =
  'persona,quadrant,note\nA,Pains,one\nA,Pains,two\nA,Pains,three\nB,Pains,four\nB,Pains,five\nB,Pains,six\n'
const OPTIONS = ['board.csv', '-m', 'm', '--recordings', 'r']
type Files = Record<string, string | Uint8Array>

const write = (files: Files, ...more: string[]) =>
  runProgram(['batch', 'write', ...OPTIONS, '-o', 'q.jsonl', ...more], { files })
const read = (files: Files, ...answers: string[]) =>
  runProgram(['batch', 'read', ...answers, '--recordings', 'r'], { files })

const asRequest = ({ body }: Line) => ({ ...body, reply: { name: 'themes', schema: {} } }) as never

test('the whole sample workshop, in files: the same bytes as a live run', async () => {
  const sample = 'support-workshop'
  const replies = new Map(
    readdirSync(new URL(`../../fixtures/${sample}/recordings`, import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        name.replace('.json', ''),
        JSON.parse(fixture(`${sample}/recordings/${name}`).toString()).reply.text as string,
      ]),
  )
  const argv = ['support-workshop.csv', '-m', 'gateway-llm', '--recordings', 'new', '--overview']
  let files: Files = { 'support-workshop.csv': fixture(`${sample}/support-workshop.csv`) }
  const rounds: number[] = []
  for (let round = 1; round <= 5; round++) {
    const written = await runProgram(['batch', 'write', ...argv, '-o', 'q.jsonl'], { files })
    files = written.files
    if (written.exitCode === 0) break
    expect(written.stderr).toContain(`Round ${round}: `)
    const lines = linesOf(written.files['q.jsonl'])
    rounds.push(lines.length)
    const answers = lines.map(({ custom_id }) => answer(custom_id, completion(replies.get(custom_id) ?? '')))
    files = { ...files, 'a.jsonl': answers.reverse().join('\r\n') }
    const taken = await runProgram(['batch', 'read', 'a.jsonl', '--recordings', 'new'], { files })
    expect(taken).toMatchObject({ exitCode: 0 })
    files = taken.files
  }
  expect(rounds).toEqual([12, 1])
  const { stdout, requests } = await runProgram(
    ['summarize', ...argv, '--replay', '--title', 'How does it feel to work in support?'],
    { files },
  )
  expect(requests).toEqual([])
  const withoutOverview = stdout
    .replace(/## Overview\n[\s\S]*?(?=\n## How does)/, '')
    .replace('\n\n\n', '\n\n')
  expect(withoutOverview).toBe(fixture(`${sample}/summary.md`).toString())
})

test('large groups: parts, then their merging, each round what follows from the last', async () => {
  const rows = Array.from(
    { length: 24 },
    (_, index) => `A,Pains,${['queue', 'pager', 'noise'][index % 3]} ${index}`,
  )
  let files: Files = { 'board.csv': ['persona,quadrant,note', ...rows, ''].join('\n') }
  const kinds: string[][] = []
  for (let round = 1; round <= 6; round++) {
    const written = await write(files, '--part-notes', '8', '--themes', '3')
    files = written.files
    if (written.exitCode === 0) break
    const lines = linesOf(written.files['q.jsonl'])
    const names = lines.map(
      ({ body }) => (body.response_format as unknown as { json_schema: { name: string } }).json_schema.name,
    )
    kinds.push([...new Set(names)].sort())
    const answers = lines.map((line, index) =>
      answer(
        line.custom_id,
        completion(
          sortByFirstWord({ ...line.body, reply: { name: names[index] ?? '', schema: {} } } as never),
        ),
      ),
    )
    files = (await read({ ...files, 'a.jsonl': answers.join('\n') }, 'a.jsonl')).files
  }
  expect(kinds).toEqual([['themes'], ['merge']])
})

test('what has a recording is not asked, nor what is asked twice', async () => {
  const files = { 'board.csv': BOARD }
  const first = await write(files)
  expect(first).toMatchObject({ exitCode: 3, stdout: '' })
  expect(first.stderr).toMatch(/^Round 1: 2 requests, about [\d,]+ tokens in, written to q.jsonl\n$/)
  const [line] = linesOf(first.files['q.jsonl'])
  if (!line) throw new Error('a line')
  expect(line).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body: { model: 'm' } })
  expect(line.custom_id).toMatch(/^[0-9a-f]{64}$/)
  const answers = { 'a.jsonl': answer(line.custom_id, completion(dealOut(asRequest(line)))) }
  const taken = await read({ ...first.files, ...answers }, 'a.jsonl')
  expect(taken.exitCode).toBe(3)
  expect(taken.stdout).toContain('2 requests asked: 1 answered, 0 failed, 1 absent\n')
  const second = await write(taken.files)
  expect(linesOf(second.files['q.jsonl']).map(({ custom_id }) => custom_id)).not.toContain(line.custom_id)
  expect(second.stderr).toContain('Round 2: 1 request,')
  const again = await read({ ...second.files, ...answers }, 'a.jsonl')
  expect(again.stdout).toContain('1 answer to what is not asked, or is answered already')
})

const FAULTS: [string, (key: string) => string[], string][] = [
  [
    'status 400 and no error',
    (key) => [answer(key, { error: { message: 'too long' } }, 400)],
    '1 failed: 400: too long',
  ],
  ['status 0, an empty body, no error', (key) => [answer(key, {}, 0)], '1 failed: no answer'],
  [
    'a text for an error',
    (key) => [JSON.stringify({ custom_id: key, response: null, error: 'expired' })],
    '1 failed: expired',
  ],
  [
    'an error with a code alone',
    (key) => [JSON.stringify({ custom_id: key, error: { code: 'batch_expired' } })],
    '1 failed: batch_expired',
  ],
  [
    'a reply that was cut off',
    (key) => [answer(key, completion('{', 'length'))],
    '1 failed: the reply was cut off',
  ],
  ['an empty reply', (key) => [answer(key, completion(''))], '1 failed: the reply is empty'],
  [
    'a refusal',
    (key) => [answer(key, { choices: [{ message: { refusal: 'no' } }] })],
    '1 failed: the model refused: no',
  ],
  ['no completion', (key) => [answer(key, { hello: 1 })], '1 failed: the answer is not a chat completion'],
  ['a bad line', (key) => ['{"custom_id":', answer(key, {}, 500)], '1 line that cannot be read'],
  ['nothing', () => [], '0 answered, 0 failed, 2 absent'],
]

test.each(FAULTS)('%s is no answer, and is asked again', async (_, faults, says) => {
  const first = await write({ 'board.csv': BOARD })
  const [line] = linesOf(first.files['q.jsonl'])
  const taken = await read({ ...first.files, 'a.jsonl': faults(line?.custom_id ?? '').join('\n') }, 'a.jsonl')
  expect(taken.exitCode).toBe(3)
  expect(taken.stdout).toContain(says)
  expect(linesOf((await write(taken.files)).files['q.jsonl'])).toHaveLength(2)
})

test('answers are read as any engine writes them: no envelope, a byte order mark, blank lines, in several files', async () => {
  const first = await write({ 'board.csv': BOARD })
  const lines = linesOf(first.files['q.jsonl'])
  const [one, other] = lines.map((line) => ({
    key: line.custom_id,
    body: completion(dealOut(asRequest(line))),
  }))
  if (!one || !other) throw new Error('two lines')
  const files = {
    ...first.files,
    'a.jsonl': `\uFEFF\r\n${JSON.stringify({ custom_id: one.key, response: one.body, extra: 1 })}\r\n\r\n`,
    'b.jsonl': `${answer(one.key, {}, 500)}\n${answer(other.key, other.body)}\n${answer(other.key, completion('{"other":1}'))}`,
  }
  const taken = await read(files, 'b.jsonl', 'a.jsonl')
  expect(taken).toMatchObject({ exitCode: 0 })
  expect(taken.stdout).toContain('2 requests asked: 2 answered, 0 failed, 0 absent\n')
  expect(taken.stdout).toContain('1 other answer to the same request; the first is kept')
  const done = await write(taken.files)
  expect(done).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Nothing is missing') })
})

test('a form that an engine refuses is asked for in the next way in the next round', async () => {
  let { files } = await write({ 'board.csv': BOARD })
  const types: (string | undefined)[] = []
  for (let round = 0; round < 3; round++) {
    const lines = linesOf(files['q.jsonl'])
    types.push(lines[0]?.body.response_format?.type)
    const refusal = { error: { message: 'response_format json_schema is not supported' } }
    const answers = lines.map(({ custom_id }) => answer(custom_id, refusal, 400)).join('\n')
    const taken = await read({ ...files, 'a.jsonl': answers }, 'a.jsonl')
    files = (await write(taken.files)).files
  }
  expect(types).toEqual(['json_schema', 'json_object', undefined])
  const { files: chosen } = await write({ 'board.csv': BOARD }, '--structured', 'text')
  expect(linesOf(chosen['q.jsonl'])[0]?.body.response_format).toBeUndefined()
})

test.each([
  ['--max-requests', '1'],
  ['--max-bytes', '3000'],
])('files are cut by %s', async (flag, value) => {
  const { files, stderr } = await write({ 'board.csv': BOARD }, flag, value)
  expect(stderr).toContain('written to q-1.jsonl, q-2.jsonl')
  expect([linesOf(files['q-1.jsonl']).length, linesOf(files['q-2.jsonl']).length]).toEqual([1, 1])
})

test.each<[string, string[], Setup['files'], string]>([
  ['no model', ['batch', 'write', 'board.csv'], { 'board.csv': BOARD }, 'No model is named'],
  [
    'a limit that is none',
    ['batch', 'write', ...OPTIONS, '--max-bytes', 'few'],
    { 'board.csv': BOARD },
    '--max-bytes: expected a whole number',
  ],
  ['no such answers', ['batch', 'read', 'a.jsonl'], {}, 'there is no such file'],
])('%s is refused', async (_, argv, files, says) => {
  expect(await runProgram(argv, { files: files ?? {} })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(says),
  })
})
