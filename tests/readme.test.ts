import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OPTIONS } from '../src/options.js'
import { runProgram } from './support/fake-world.js'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README shows the help text as it is', async () => {
  const { stdout } = await runProgram(['summarize', '--help'])
  const [, shown] = /<!-- help:summarize -->\n```\n([\s\S]*?)\n```\n<!-- \/help -->/.exec(README) ?? []
  expect(shown).toBe(stdout.trimEnd())
})

test('every option of the table is in the help text', async () => {
  const { stdout } = await runProgram(['summarize', '--help'])
  for (const { flags } of OPTIONS) expect(stdout).toContain(flags)
})

test.each(['summarize', 'inspect', 'prompts', 'init'])('%s has a help text', async (command) => {
  const { exitCode, stdout } = await runProgram([command, '--help'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain(`Usage: sixthemes ${command}`)
})
