import { expect, test } from 'vitest'
import { bareWords, NOTHING } from '../../src/notes/say-nothing.js'

test.each(Object.entries(NOTHING))('what says nothing in %s is written as it is compared', (_, words) => {
  expect(words.split('|').filter((said) => bareWords(said) !== said)).toEqual([])
})
