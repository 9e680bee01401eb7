import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { createRedaction } from '../../src/prompts/redact.js'

const linesOf = async (file: string): Promise<string[]> => {
  const url = new URL(`../../fixtures/redaction/${file}`, import.meta.url)
  return (await readFile(url, 'utf8')).split('\n').filter((line) => line !== '')
}

/** Each as KIND, tab, text with «what must not be sent»; "¦" keeps scanners from taking an invented key for a real one. */
const must = (await linesOf('must.tsv')).map((line) => {
  const [kind = '', marked = ''] = line.replaceAll('¦', '').split('\t')
  const values = [...marked.matchAll(/«([^»]*)»/g)].map(([, value = '']) => value)
  return { kind, text: marked.replace(/[«»]/g, ''), values }
})
const mustNot = await linesOf('not.tsv')

const redaction = createRedaction()
await redaction.prepare([...must.map(({ text }) => text), ...mustNot])
const redact = (text: string): string => redaction.createRedactor().redact(text)

const KINDS = [...new Set(must.map(({ kind }) => kind))]

describe('what must not be sent', () => {
  test.each(KINDS)('%s', (kind) => {
    const examples = must.filter((example) => example.kind === kind)
    const sent = examples.filter(({ text, values }) => values.some((value) => redact(text).includes(value)))
    const most = Math.ceil(0.05 * examples.length)
    expect(sent.length, JSON.stringify(sent, null, 1)).toBeLessThanOrEqual(most)
  })

  test('recall over all kinds is at least 0.98', () => {
    const kept = must.filter(({ text, values }) => !values.some((value) => redact(text).includes(value)))
    expect(kept.length / must.length).toBeGreaterThanOrEqual(0.98)
  })
})

test('precision over what must be sent as it is is at least 0.98', () => {
  const changed = mustNot.filter((text) => redact(text) !== text)
  expect(must.length / (must.length + changed.length), changed.join('\n')).toBeGreaterThanOrEqual(0.98)
})

test('there are enough examples to say so', () => {
  expect(must.length).toBeGreaterThan(300)
  expect(mustNot.length).toBeGreaterThan(300)
})
