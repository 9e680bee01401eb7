import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf, type Labels } from '../../src/text/agreement.js'

const labels = (text: string): string[] => [...text]

test.each([
  ['the same parts under other names', 'aabbcc', 'xxyyzz', [1, 1, 1, 1]],
  ['everything in one theme', 'aaaaaa', 'xxyyzz', [0.333, 0.5, 0, 0]],
  ['every note a theme of its own', 'abcdef', 'xxyyzz', [1, 0.667, 0.76, 0]],
  ['one note astray', 'aaabbb', 'xxyyyy', [0.833, 0.833, 0.479, 0.324]],
  ['nothing to compare', '', '', [1, 1, 1, 1]],
])('%s', (_, themes, topics, expected) => {
  const { purity, harmonicPurity, normalizedMutualInformation, adjustedRand } = agreementOf(
    labels(themes),
    labels(topics),
  )
  const found = [purity, harmonicPurity, normalizedMutualInformation, adjustedRand]
  expect(found.map((value) => Number(value.toFixed(3)) + 0)).toEqual(expected)
})

/** The same by counting pairs, as its definition has it. */
function randByPairs(one: Labels, other: Labels): number {
  let [both, first, second, neither] = [0, 0, 0, 0]
  one.forEach((_, i) => {
    for (let j = 0; j < i; j++) {
      const [same, alike] = [one[i] === one[j], other[i] === other[j]]
      if (same && alike) both++
      else if (same) first++
      else if (alike) second++
      else neither++
    }
  })
  const below = (both + first) * (first + neither) + (both + second) * (second + neither)
  return below === 0 ? 1 : (2 * (both * neither - first * second)) / below
}

test('the adjusted Rand index is what counting pairs gives', () => {
  const things = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')), {
    minLength: 2,
    maxLength: 30,
  })
  fc.assert(
    fc.property(things, (pairs) => {
      const [themes, topics] = [pairs.map(([theme]) => theme), pairs.map(([, topic]) => topic)]
      expect(agreementOf(themes, topics).adjustedRand).toBeCloseTo(randByPairs(themes, topics), 9)
    }),
  )
})
