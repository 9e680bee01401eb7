import { expect, test } from 'vitest'
import { canonicalJson, keyOf, type Request } from '../../src/model/request.js'

const request: Request = {
  model: 'm',
  messages: [{ role: 'user', content: 'hi' }],
  reply: { name: 'themes', schema: { type: 'object' } },
}

test('canonical JSON sorts keys, keeps lists and leaves out what is undefined', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'x' }, e: undefined })).toBe(
    '{"a":{"c":"x","d":null},"b":[2,1]}',
  )
})

test('the order of keys does not change the key', () => {
  const { model, messages, reply } = request
  expect(keyOf({ reply, messages, model })).toBe(keyOf(request))
})

test.each<[string, Partial<Request>]>([
  ['model', { model: 'other' }],
  ['messages', { messages: [{ role: 'user', content: 'hi!' }] }],
  ['role', { messages: [{ role: 'system', content: 'hi' }] }],
  ['reply schema', { reply: { name: 'themes', schema: { type: 'array' } } }],
])('another %s changes it', (_, change) => {
  expect(keyOf({ ...request, ...change })).not.toBe(keyOf(request))
})

test('keys stay as they are, so that recordings are found again by later versions', () => {
  expect(keyOf(request)).toBe('c493a60e6fc337acf180f5265a0a0b93175fd8894424345a3af079279f1c5c55')
})
