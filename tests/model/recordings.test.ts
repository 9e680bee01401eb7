import { expect, test } from 'vitest'
import { keyOf, type Request } from '../../src/model/request.js'
import { memoryRecordings } from '../support/memory-recordings.js'

const request: Request = {
  model: 'm',
  messages: [{ role: 'user', content: 'hi' }],
  reply: { name: 'themes', schema: { type: 'object' } },
}
const reply = { text: '{"themes":[]}', usage: { inputTokens: 5, outputTokens: null } }
const purpose = { persona: 'Coach', quadrant: 'Pains', prompt: 'six-themes@2' }

test('what was saved is loaded again', async () => {
  const { recordings, files } = memoryRecordings()
  expect(await recordings.load(request)).toEqual({ state: 'missing' })
  await recordings.save(request, reply, purpose)
  expect([...files.keys()]).toEqual([`${keyOf(request)}.json`])
  expect(await recordings.load(request)).toEqual({ state: 'found', reply })
})

test('a recording says what it is for', async () => {
  const { recordings, files } = memoryRecordings()
  await recordings.save(request, reply, purpose)
  expect(JSON.parse([...files.values()][0] ?? '')).toEqual({
    schema: 'sixthemes/recording@1',
    for: purpose,
    request,
    reply,
  })
})

test.each<[string, (text: string) => string, string]>([
  ['cut off', (text) => text.slice(0, -20), 'it is not whole JSON'],
  ['empty', () => '', 'it is not whole JSON'],
  ['a number', () => '7', 'at its top'],
  ['without a reply', (text) => text.replace('"text"', '"txet"'), 'at reply.text'],
  ['with an empty reply', (text) => text.replace('{\\"themes\\":[]}', ''), 'at reply.text'],
  ['of another request', (text) => text.replace('"hi"', '"ho"'), 'it is of another request'],
  ['of another form', (text) => text.replace('recording@1', 'recording@9'), 'at schema'],
])('a recording that is %s is damaged', async (_, damage, cause) => {
  const { recordings, files } = memoryRecordings()
  await recordings.save(request, reply, purpose)
  const [[name = '', text = ''] = []] = files
  files.set(name, damage(text))
  expect(await recordings.load(request)).toEqual({
    ...{ state: 'damaged', file: `recordings/${name}`, cause },
  })
  expect(await recordings.list()).toEqual([{ file: name, key: keyOf(request), state: 'damaged' }])
})

const requestOf = (content: string): Request => ({ ...request, messages: [{ role: 'user', content }] })

test('all recordings are listed, with what they are for and what they took; other files are none', async () => {
  const { recordings, files } = memoryRecordings()
  const usages = [
    { inputTokens: 5, outputTokens: 2 },
    { inputTokens: 5, outputTokens: null },
    { inputTokens: null, outputTokens: 2 },
  ]
  for (let index = 0; index < 40; index++) {
    const usage = usages[index % 3] ?? { inputTokens: 0, outputTokens: 0 }
    await recordings.save(requestOf(`note ${index}`), { ...reply, usage }, purpose)
  }
  files.set('README.md', 'not a recording')
  files.set(`${'a'.repeat(63)}.json`, 'nor this')
  const listed = await recordings.list()
  expect(listed.map(({ file }) => file)).toEqual(
    [...files.keys()].filter((name) => /^.{64}\.json$/.test(name)).sort(),
  )
  const byKey = new Map(listed.map((one) => [one.key, one]))
  const tokens = [0, 1, 2].map((index) => byKey.get(keyOf(requestOf(`note ${index}`))))
  expect(tokens).toMatchObject([
    { state: 'whole', purpose, model: 'm', tokens: 7 },
    { state: 'whole', tokens: null },
    { state: 'whole', tokens: null },
  ])
})

test('a recording that says of nothing what it is for is listed all the same', async () => {
  const { recordings, files } = memoryRecordings()
  await recordings.save(request, reply, purpose)
  const [[name = '', text = ''] = []] = files
  const { for: _, ...content } = JSON.parse(text)
  files.set(name, JSON.stringify(content))
  expect(await recordings.list()).toMatchObject([{ purpose: { persona: '', quadrant: '', prompt: '' } }])
})

const { signal } = new AbortController()

test('a request is claimed once; who comes second waits for the recording', async () => {
  const { recordings, claims } = memoryRecordings()
  const first = await recordings.claim(request, signal)
  expect(first.reply).toBeUndefined()
  expect([...claims]).toEqual([`${keyOf(request)}.claim`])
  let isDone = false
  const second = recordings.claim(request, signal).finally(() => {
    isDone = true
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isDone).toBe(false)
  await recordings.save(request, reply, purpose)
  await first.release?.()
  expect(await second).toEqual({ reply })
  expect(claims.size).toBe(0)
})

test('who waits for another process asks by itself once that has gone', async () => {
  const { recordings } = memoryRecordings()
  const first = await recordings.claim(request, signal)
  const second = recordings.claim(request, signal)
  await first.release?.()
  expect((await second).release).toBeDefined()
})

test('who waits notices an abort', async () => {
  const { recordings } = memoryRecordings()
  await recordings.claim(request, signal)
  const stop = new AbortController()
  const waiting = recordings.claim(request, stop.signal)
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
})
