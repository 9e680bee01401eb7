import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProgram } from '../support/fake-world.js'

const released = readFileSync(new URL('../../prompts/six-themes.v2.prompt', import.meta.url), 'utf8')

test.each([[['prompts']], [['prompts', 'list']]])('%j lists prompts with their hashes', async (argv) => {
  const { exitCode, stdout } = await runProgram(argv)
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(
    /six-themes@1\n.*\n {2}themes, sha256 [0-9a-f]{64}\nsix-themes@2\n.*\n {2}themes, sha256 [0-9a-f]{64}\nsix-themes@3 \(default\)\n/,
  )
})

const copy = released.replace('name: six-themes\nversion: 2', 'name: mine\nversion: 1')

test('show prints a prompt as it is', async () => {
  expect((await runProgram(['prompts', 'show', 'six-themes@2'])).stdout).toBe(released)
})

test('copy writes it to a file under a name of its own, but over none', async () => {
  const copied = await runProgram(['prompts', 'copy', 'six-themes@2', 'mine.prompt'])
  expect(copied).toMatchObject({ exitCode: 0, files: { 'mine.prompt': copy } })
  const again = await runProgram(['prompts', 'copy', 'six-themes@1', 'mine.prompt'], { files: copied.files })
  expect(again).toMatchObject({ exitCode: 2, files: { 'mine.prompt': copy } })
})

test('copy names the file after the prompt', async () => {
  const { files } = await runProgram(['prompts', 'copy', 'six-themes@2'])
  expect(files['my-six-themes.prompt']).toBe(copy.replace('name: mine', 'name: my-six-themes'))
})

test('an unknown prompt is an error that names the known ones', async () => {
  const { exitCode, stderr } = await runProgram(['prompts', 'show', './six-themes@2'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('"place-notes@1"')
})
