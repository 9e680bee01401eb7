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

test.each<[string, (text: string) => string]>([
  ['cut off', (text) => text.slice(0, -20)],
  ['empty', () => ''],
  ['without a reply', (text) => text.replace('"text"', '"txet"')],
  ['with an empty reply', (text) => text.replace('{\\"themes\\":[]}', '')],
  ['of another request', (text) => text.replace('"hi"', '"ho"')],
  ['of another form', (text) => text.replace('recording@1', 'recording@9')],
])('a recording that is %s is damaged', async (_, damage) => {
  const { recordings, files } = memoryRecordings()
  await recordings.save(request, reply, purpose)
  const [[name = '', text = ''] = []] = files
  files.set(name, damage(text))
  expect(await recordings.load(request)).toMatchObject({ state: 'damaged', file: `recordings/${name}` })
})
