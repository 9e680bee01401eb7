import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from '../src/cli/tables.js'
import { optionRows } from '../src/settings/options.js'
import { runProgram } from './support/fake-world.js'

const helpOf = async (argv: readonly string[]): Promise<string> => {
  const { exitCode, stdout } = await runProgram([...argv, '--help'])
  expect(exitCode).toBe(0)
  return stdout.trimEnd()
}

test('docs/commands.md is what every command says of itself', async () => {
  const parts = [
    '# Commands',
    '',
    'Each option of `summarize` is also a key of `sixthemes.yaml` and a variable: see [settings](settings.md).',
    ...['', '## sixthemes', '', '```', await helpOf([]), '```'],
  ]
  for (const { name } of COMMANDS)
    parts.push('', `## ${name}`, '', '```', await helpOf(name.split(' ')), '```')
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot('../docs/commands.md')
})

test('every option belongs to a command, and its help says so', async () => {
  const help = await Promise.all(COMMANDS.map(({ name }) => helpOf(name.split(' '))))
  for (const [, { flags }] of optionRows) expect(help.some((text) => text.includes(flags))).toBe(true)
})

test('the README is read in five minutes, and leads to every page', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme.split('\n').length).toBeLessThanOrEqual(150)
  for (const page of readdirSync(new URL('../docs', import.meta.url)))
    expect(readme).toContain(`docs/${page}`)
})
