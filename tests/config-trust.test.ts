import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEndpoint } from './support/endpoint-server.js'
import { dealOutAfter, folderWithBoard } from './support/large-board.js'
import { spawnProgram } from './support/spawn-program.js'

/* A settings file may come with a folder that somebody sent: one that was found is obeyed in less than one that was named. */

const KEY = 'sk-test-not-a-real-key'

async function summarizeWith(yaml: string, flags: readonly string[]) {
  const cwd = await folderWithBoard(1)
  await writeFile(join(cwd, 'sixthemes.yaml'), yaml)
  const environment = { OPENAI_API_KEY: KEY }
  return spawnProgram(['summarize', 'board.csv', '-m', 'small', ...flags], {
    cwd,
    environment,
  })
}

test('the key of the environment is not sent to an address that a found file gives', async () => {
  const server = await startEndpoint(dealOutAfter(0))
  const { exitCode } = await summarizeWith(`baseUrl: ${server.baseUrl}\n`, [])
  expect(exitCode).toBe(0)
  expect(server.headers).toHaveLength(1)
  expect(JSON.stringify(server.headers)).not.toContain(KEY)
})

test.each([
  ['a file that was named', ['--config', 'sixthemes.yaml'], (url: string) => `baseUrl: ${url}\n`],
  ['a flag', undefined, () => ''],
])('it is sent to the address of %s', async (_, flags, yaml) => {
  const server = await startEndpoint(dealOutAfter(0))
  await summarizeWith(yaml(server.baseUrl), flags ?? ['--base-url', server.baseUrl])
  expect(server.headers[0]?.authorization).toBe(`Bearer ${KEY}`)
})

const OUT = ['-o', 'out.md']
const NOBODY = ['--base-url', 'http://127.0.0.1:1/v1']

test.each([
  ['another address', 'baseUrl: https://example.com/v1', OUT],
  ['a key elsewhere', 'apiKeyFile: ../key', [...OUT, ...NOBODY]],
  ['names elsewhere', 'redactNames: /etc/hostname', [...OUT, ...NOBODY]],
  ['a document elsewhere', 'output: ../out.md', NOBODY],
  ['recordings elsewhere', 'recordings: ../../r', [...OUT, ...NOBODY]],
])('a found file that names %s is refused with its line', async (_, line, flags) => {
  const { exitCode, stderr } = await summarizeWith(`# mine\n${line}\n`, flags)
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(new RegExp(`sixthemes\\.yaml, line 2.*${line.split(':')[0]}`))
})
