import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProgram } from '../support/fake-world.js'

const source = readFileSync(new URL('../../prompts/six-themes.v2.prompt', import.meta.url), 'utf8')

test.each([[['prompts']], [['prompts', 'list']]])('%j lists prompts with their hashes', async (argv) => {
  const { exitCode, stdout } = await runProgram(argv)
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(
    /six-themes@1\n.*\n {2}themes, sha256 [0-9a-f]{64}\nsix-themes@2\n.*\n {2}themes, sha256 [0-9a-f]{64}\nsix-themes@3 \(default\)\n/,
  )
})

test('show prints a prompt as it is', async () => {
  expect((await runProgram(['prompts', 'show', 'six-themes@2'])).stdout).toBe(source)
})

test('copy writes it to a file, but over none', async () => {
  const copied = await runProgram(['prompts', 'copy', 'six-themes@2', 'mine.prompt'])
  expect(copied).toMatchObject({ exitCode: 0, files: { 'mine.prompt': source } })
  const again = await runProgram(['prompts', 'copy', 'six-themes@1', 'mine.prompt'], { files: copied.files })
  expect(again).toMatchObject({ exitCode: 2, files: { 'mine.prompt': source } })
})

test('copy names the file after the prompt', async () => {
  expect((await runProgram(['prompts', 'copy', 'six-themes@2'])).files).toHaveProperty(
    ['six-themes.v2.prompt'],
    source,
  )
})

test('an unknown prompt is an error that names the known ones', async () => {
  const { exitCode, stderr } = await runProgram(['prompts', 'show', './six-themes@2'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('"place-notes@1"')
})
