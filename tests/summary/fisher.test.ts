import { expect, test } from 'vitest'
import { fisherTest } from '../../src/summary/fisher.js'

test.each([
  // The lady tasting tea (Fisher 1935): all right, and three of four right.
  [4, 4, 0, 4, 0.0286],
  [3, 4, 1, 4, 0.4857],
  // The same shares, and the same again of more notes.
  [5, 50, 5, 50, 1],
  [3, 34, 9, 38, 0.1187],
  [4, 43, 12, 41, 0.0264],
  [30, 340, 90, 380, 0.0],
])('%i of %i, then %i of %i: %d', (a, n, b, m, chance) => {
  expect(fisherTest(a, n, b, m)).toBeCloseTo(chance, 3)
  expect(fisherTest(b, m, a, n)).toBeCloseTo(chance, 3)
})
