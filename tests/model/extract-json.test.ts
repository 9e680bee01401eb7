import { expect, test } from 'vitest'
import { extractJson } from '../../src/model/extract-json.js'

test.each([
  ['plain', '{"a":1}'],
  ['after a byte order mark', '\uFEFF{"a":1}'],
  ['in a code fence', '```json\n{"a":1}\n```'],
  ['in prose', 'Here you are: {"a":1} Anything else?'],
  ['after thoughts', '<think>maybe {"a":2}?</think>{"a":1}'],
])('an object %s is found', (_, reply) => {
  expect(extractJson(reply)).toEqual({ ok: true, value: { a: 1 } })
})

test('braces and quotation marks in texts do not end an object', () => {
  const value = { a: '}{ "quoted" \\', b: { c: '{' } }
  expect(extractJson(`x ${JSON.stringify(value)} y`)).toEqual({ ok: true, value })
})

test.each([
  ['nothing', ''],
  ['prose', 'I cannot do that.'],
  ['a list', '[1, 2]'],
  ['an object that is cut off', '{"themes":[{"title":"a"},{"title":"b'],
  ['an object that is broken', '{"a":1,}'],
])('%s is refused, not repaired', (_, reply) => {
  expect(extractJson(reply)).toMatchObject({ ok: false })
})

test.each([
  ['lists', `{"themes":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ['objects', '{"a":'.repeat(60_000)],
])('what is nested without end is no reply: %s', (_, text) => {
  expect(extractJson(text)).toEqual({ ok: false, problem: 'its JSON is nested more than 100 deep' })
})

test('brackets in strings are text', () => {
  const value = { a: '}]["{\\', b: [{ c: '\\"}' }] }
  expect(extractJson(`Here: ${JSON.stringify(value)} and more }`)).toEqual({ ok: true, value })
})
