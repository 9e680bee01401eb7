import { expect, test } from 'vitest'
import { guardCommands, guardJson } from '../../src/text/guard-commands.js'

test.each([
  '::error::x',
  'a\n::set-output name=x::y',
  'a\r::error::x',
  '##[error]x',
  '##vso[task.setvariable variable=x]y',
  'note ##VSO[task.complete]',
])('what a CI runner would take for a command is broken up: %j', (text) => {
  expect(guardCommands(text)).not.toMatch(/(?:^|[\r\n])\s*::|##(?:vso)?\[/i)
  expect(guardCommands(text).replaceAll('\u200B', '')).toBe(text)
})

test('JSON keeps its value, and has no command in its text', () => {
  const json = JSON.stringify({ note: '##vso[x] and ##[error]' })
  expect(guardJson(json)).not.toMatch(/##(?:vso)?\[/)
  expect(JSON.parse(guardJson(json))).toEqual(JSON.parse(json))
})

test('anything else stays as it is', () => {
  expect(guardCommands('## heading, a::b and #[x]')).toBe('## heading, a::b and #[x]')
})
