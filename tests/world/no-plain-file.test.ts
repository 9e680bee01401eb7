import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, spawnProgram, startProgram } from '../support/spawn-program.js'

/* What is no plain file: pipes and devices, as inputs, as settings that lie there, in the place of recordings. */

const BOARD = 'note\nqueue long\nqueue slow\npager loud\n'
const pipe = (path: string): void => void execFileSync('mkfifo', [path])

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

test('a pipe is read when somebody writes to it', async () => {
  const cwd = await emptyFolder()
  pipe(join(cwd, 'p'))
  const { done } = startProgram(['inspect', 'p', '--json'], { cwd })
  await waitFor(300)
  await writeFile(join(cwd, 'p'), BOARD)
  const { exitCode, stdout } = await done
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout).sources[0]).toMatchObject({ notes: 3 })
})

test.each([
  ['an export', ['inspect', 'p']],
  ['names', ['summarize', 'board.csv', '-m', 'baseline', '--redact-names', 'p']],
  ['decisions', ['summarize', 'board.csv', '-m', 'baseline', '--decisions', 'p']],
  ['a summary', ['render', 'p']],
])('where nobody writes to a pipe that is %s, the first Ctrl-C ends the run', async (_, argv) => {
  const cwd = await emptyFolder()
  await writeFile(join(cwd, 'board.csv'), BOARD)
  pipe(join(cwd, 'p'))
  const { process, done } = startProgram(argv, { cwd })
  await waitFor(1_500)
  process.kill('SIGINT')
  expect((await done).exitCode).toBe(130)
})

test('a device that does not end is refused', async () => {
  const { exitCode, stderr } = await spawnProgram(['inspect', '/dev/zero'], { cwd: await emptyFolder() })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('does not end') })
})

test('settings that lie there are a file, and neither a pipe nor a folder', async () => {
  for (const [make, says] of [
    [pipe, 'merely lay here'],
    [(path: string) => mkdir(path), 'folder'],
  ] as const) {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, 'board.csv'), BOARD)
    await make(join(cwd, 'sixthemes.yaml'))
    const { exitCode, stderr } = await spawnProgram(['inspect', 'board.csv'], { cwd })
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(says) })
  }
})

test.each([
  ['asked', ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1']],
  ['replayed', ['summarize', 'board.csv', '-m', 'm', '--replay']],
  ['listed', ['recordings', 'list']],
])('a file in the place of recordings is named where they are %s', async (_, argv) => {
  const cwd = await emptyFolder()
  await writeFile(join(cwd, 'board.csv'), BOARD)
  const { exitCode, stderr } = await spawnProgram([...argv, '--recordings', 'board.csv'], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('this is a file') })
})

test('a standard error that is full takes nothing from what was done', async () => {
  const cwd = await emptyFolder()
  await writeFile(join(cwd, 'board.csv'), BOARD)
  const program = new URL('../../dist/bin.js', import.meta.url).pathname
  execFileSync(
    'sh',
    ['-c', `"${process.execPath}" "${program}" summarize board.csv -m baseline -o a.md 2>/dev/full`],
    {
      cwd,
    },
  )
})
