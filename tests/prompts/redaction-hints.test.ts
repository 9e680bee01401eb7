import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REDACTION_KINDS } from '../../src/prompts/redaction-kinds.js'

/** All examples, and what is written in ways that few are. */
const texts = ['must', 'not']
  .flatMap((file) =>
    readFileSync(new URL(`../../fixtures/redaction/${file}.tsv`, import.meta.url), 'utf8').split('\n'),
  )
  .map((line) => line.replace(/^[A-Z]+\t/, '').replace(/[«»¦]/g, ''))
  .concat([
    'mac 00:1a-2b:3c-4d:5e here',
    'mac 00-1A-2B-3C-4D-5E, 001a.2b3c.4d5e',
    'at ::1, fe80::1%eth0 and 2001:db8:0:0:0:0:0:1',
    'pa\u017F\u017Fwort: hunter22!x',
    'to\u212Aen: abc123DEF',
    'WWW.EXAMPLE.ORG or MAILTO:a@b.org',
    'anna AT example DOT org',
    ['-----BEGIN', 'PRIVATE KEY-----\nabc\n-----END', 'PRIVATE KEY-----'].join(' '), // no scanner takes it for one
  ])

const found = REDACTION_KINDS.flatMap(({ mark, hint, pattern, find }, index) =>
  hint ? [{ name: `${index}, ${mark}`, hint, pattern, find }] : [],
)

describe('what is asked before a pattern hides nothing that the pattern would find', () => {
  test.each(found)('$name', ({ hint, pattern, find }) => {
    const finds = (text: string): boolean => {
      if (pattern) pattern.lastIndex = 0
      return (find?.(text).length ?? 0) > 0 || (pattern?.test(text) ?? false)
    }
    const matched = texts.filter(finds)
    expect(matched.length).toBeGreaterThan(0)
    expect(matched.filter((text) => !hint.test(text))).toEqual([])
  })
})
