import { expect, test } from 'vitest'
import { fold, foldName } from '../../src/text/fold.js'

test.each([
  ['VPN drops', 'vpn  drops '],
  ['ＶＰＮ', 'vpn'],
  ['ｶﾞ', 'ガ'],
  ['a\n b', 'a b'],
  ['É', 'é'],
  ['e\u0301', 'é'],
])('%j and %j say the same words', (a, b) => {
  expect(fold(a)).toBe(fold(b))
})

test.each([
  ['too slow', 'two slow'],
  ['slow!', 'slow'],
  ['resume', 'résumé'],
  ['x2', 'X²'],
])('%j and %j do not', (a, b) => {
  expect(fold(a)).not.toBe(fold(b))
})

test.each([
  ['Think and Feel', 'think & feel'],
  ['Think/Feel', 'think & feel'],
  ['1. What do they *', 'what do they'],
  ['\u00A0Pains\u200B:', 'pains'],
  ['<strong>Gains</strong>', 'gains'],
  ['😀 Gains', 'gains'],
])('as a name, %j is %j', (written, name) => {
  expect(foldName(written)).toBe(name)
})
