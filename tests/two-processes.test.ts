import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBatchServer } from './support/batch-server.js'
import { startEndpoint } from './support/endpoint-server.js'
import { dealOutAfter, folderWithBoard } from './support/large-board.js'
import { spawnProgram } from './support/spawn-program.js'

const GROUPS = 6

const command = (baseUrl: string, out: string): string[] => [
  ...['summarize', 'board.csv', '-m', 'm', '--base-url', baseUrl, '--recordings', 'recordings'],
  ...['--concurrency', '2', '-o', out, '-q'],
]

test('three processes on one folder of recordings ask each request once, and write the same', async () => {
  const server = await startEndpoint(dealOutAfter(60))
  const cwd = await folderWithBoard(GROUPS)
  const outs = ['a.json', 'b.json', 'c.json']
  const done = await Promise.all(outs.map((out) => spawnProgram(command(server.baseUrl, out), { cwd })))
  expect(done.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
  expect(server.requests).toHaveLength(GROUPS)
  const groups = await Promise.all(
    outs.map(async (out) => JSON.parse(await readFile(join(cwd, out), 'utf8')).groups),
  )
  expect(groups[1]).toEqual(groups[0])
  expect(groups[2]).toEqual(groups[0])
  const left = await readdir(join(cwd, 'recordings'))
  expect(left.filter((name) => !name.endsWith('.json'))).toEqual([])
})

test('a claim of a process that is no more blocks nobody', async () => {
  const server = await startEndpoint(dealOutAfter(0))
  const cwd = await folderWithBoard(1)
  expect(await spawnProgram(command(server.baseUrl, 'a.json'), { cwd })).toMatchObject({ exitCode: 0 })
  const [recording = ''] = await readdir(join(cwd, 'recordings'))
  const gone = 2 ** 22 + 1 // beyond the largest number of a process that Linux gives
  const claim = join(cwd, 'recordings', recording.replace(/json$/, 'claim'))
  await rename(join(cwd, 'recordings', recording), claim)
  await writeFile(claim, `${hostname()} ${gone}`)
  expect(await spawnProgram(command(server.baseUrl, 'b.json'), { cwd })).toMatchObject({ exitCode: 0 })
  expect(server.requests).toHaveLength(2)
  expect(await readdir(join(cwd, 'recordings'))).toEqual([recording])
})

test('two processes that submit one file of requests create one batch', async () => {
  const server = await startBatchServer((lines) => ({ status: 'completed', output: lines.map(() => '{}') }))
  const cwd = await folderWithBoard(3)
  const kept = ['--recordings', 'recordings']
  await spawnProgram(['batch', 'write', 'board.csv', '-m', 'm', ...kept], { cwd })
  const submit = ['batch', 'submit', 'requests.jsonl', ...kept, '--base-url', server.baseUrl]
  const done = await Promise.all([submit, submit].map((argv) => spawnProgram(argv, { cwd })))
  expect(server.batches).toHaveLength(1)
  expect(done.map(({ exitCode }) => exitCode)).toContain(3)
  expect(done.every(({ exitCode }) => exitCode === 3 || exitCode === 2)).toBe(true)
  expect((await readdir(cwd)).filter((name) => name.endsWith('.claim'))).toEqual([])
})

test('a recording that is a link is not written through', async () => {
  const server = await startEndpoint(dealOutAfter(0))
  const cwd = await folderWithBoard(1)
  await spawnProgram(command(server.baseUrl, 'a.json'), { cwd })
  const [recording = ''] = await readdir(join(cwd, 'recordings'))
  const victim = join(cwd, 'victim.txt')
  await writeFile(victim, 'as it was')
  await rm(join(cwd, 'recordings', recording))
  await symlink(victim, join(cwd, 'recordings', recording))
  expect(await spawnProgram(command(server.baseUrl, 'b.json'), { cwd })).toMatchObject({ exitCode: 0 })
  expect(await readFile(victim, 'utf8')).toBe('as it was')
})
