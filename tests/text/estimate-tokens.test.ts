import { expect, test } from 'vitest'
import { estimateTokens } from '../../src/text/estimate-tokens.js'

// Counts with the o200k_base vocabulary, taken once with a tokenizer.
test.each([
  ['English', 'The ticket queue never stops growing, and nobody reads the knowledge base before asking.', 16],
  ['Japanese', '人が足りない、残業ばかりで休みが取れない。', 19],
  ['a list of notes', '[\n[1,"VPN drops mid remote session"],\n[2,"Tabs. 43 tabs"],\n[3,"jet lag"]\n]', 26],
])('%s is estimated within a half', (_, text, counted) => {
  const estimate = estimateTokens(text)
  expect(estimate).toBeGreaterThan(counted / 1.5)
  expect(estimate).toBeLessThan(counted * 1.5)
})

test('no text, no tokens', () => {
  expect(estimateTokens('')).toBe(0)
})
