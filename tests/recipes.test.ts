import { readFileSync } from 'node:fs'
import { raw } from 'jq-wasm'
import { expect, test } from 'vitest'

const DOCUMENTS = readFileSync(new URL('../docs/documents.md', import.meta.url), 'utf8')
const SUMMARY = readFileSync(new URL('../fixtures/support-workshop/summary.json', import.meta.url), 'utf8')

const [, block = ''] = DOCUMENTS.split(/<!-- \/?recipes -->/)
const recipes = [...block.matchAll(/^# (.*)\njq (-\w) '([^']+)' summary\.json$/gm)].map(
  ([, title = '', flag = '', filter = '']) => ({ title, flag, filter }),
)

/** First line and number of lines of what each recipe prints for the sample. */
const EXPECTED: Record<string, [first: string, lines: number]> = {
  'a theme a line': ['Support executive / Gains: Support valued by the business', 72],
  'the largest theme of each group, with its share': [
    'Support executive\tGains\tSupport valued by the business\t0.24',
    12,
  ],
  'notes in no theme, and where they stand': ['row 238: walk the floor (should do it more)', 27],
  'how many notes each persona has in themes': [
    '{"Knowledge coach":91,"Support engineer":115,"Support executive":76,"Team lead":101}',
    1,
  ],
  'groups with a finding': ['', 1],
}

test('every recipe of the README is tried', () => {
  expect(recipes.map(({ title }) => title)).toEqual(Object.keys(EXPECTED))
})

test.each(recipes)('$title', async ({ title, flag, filter }) => {
  const lines = (await raw(SUMMARY, filter, [flag])).trimEnd().split('\n')
  expect([lines[0], lines.length]).toEqual(EXPECTED[title])
})
