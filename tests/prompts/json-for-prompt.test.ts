import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonForPrompt } from '../../src/prompts/template.js'

const inLines = (values: readonly unknown[]): string =>
  `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`

test.each([
  ['no elements', []],
  ['one', [[1, 'a']]],
  [
    'what looks like the end of an element',
    [
      [1, 'a],[b'],
      [2, '"],["'],
    ],
  ],
  ['elements that hold others', [[[1], [2]], 5]],
  ['elements that hold others, as many as there are', [[[1], [2]], [3]]],
])('an element stands on a line: %s', (_, values) => {
  expect(jsonForPrompt(values)).toBe(inLines(values))
})

test('whatever notes say, each is on a line of its own', () => {
  const text = fc.string({ unit: fc.constantFrom(']', '[', ',', '"', '\\', 'a', '\n', '5') })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), text)), (pairs) => {
      expect(jsonForPrompt(pairs)).toBe(inLines(pairs))
    }),
  )
})
