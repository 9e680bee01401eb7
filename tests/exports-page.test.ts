import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KINDS } from '../src/notes/exports/kinds.js'
import { ENCODINGS } from '../src/text/encoding.js'

const PAGE = readFileSync(new URL('../docs/exports.md', import.meta.url), 'utf8')

test('docs/exports.md has every kind of export and every tool that --export takes, and no other', () => {
  const [, names = ''] = PAGE.split(/<!-- \/?names -->/)
  const rows = KINDS.filter((kind, index) => KINDS.findIndex(({ name }) => name === kind.name) === index).map(
    ({ name, tools = [] }) => `| \`${name}\` | ${tools.map((tool) => `\`${tool}\``).join(', ')} |`,
  )
  expect(names.trim().split('\n').slice(2)).toEqual(rows)
})

test('docs/exports.md has every encoding that --encoding takes', () => {
  for (const name of ENCODINGS) expect(PAGE).toContain(`\`${name}\``)
})
