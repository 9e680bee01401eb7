import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEndpoint } from './support/endpoint-server.js'
import { dealOutAfter, folderWithBoard } from './support/large-board.js'
import { spawnProgram, startProgram } from './support/spawn-program.js'

const GROUPS = 200
const KILLS = 20
const CONCURRENCY = 4

function recordingsIn(cwd: string): string[] {
  const folder = join(cwd, 'recordings')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
}

test('a run that is killed twenty times loses nothing and pays for nothing twice but what was under way', {
  timeout: 120_000,
}, async () => {
  const server = await startEndpoint(dealOutAfter(5))
  const cwd = await folderWithBoard(GROUPS)
  const argv = [
    'summarize',
    'board.csv',
    '-m',
    'm',
    '--base-url',
    server.baseUrl,
    '--recordings',
    'recordings',
  ]
  const command = [...argv, '--concurrency', String(CONCURRENCY), '-o', 'out.json', '-q']

  let underWay = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const goal = server.requests.length + 1 + Math.floor(Math.random() * 9)
    const killed = startProgram(command, { cwd })
    while (server.requests.length < goal) await new Promise((resolve) => setTimeout(resolve, 1))
    killed.process.kill('SIGKILL')
    await killed.done
    const lost = server.requests.length - underWay - recordingsIn(cwd).length
    expect(lost).toBeLessThanOrEqual(2 * CONCURRENCY)
    underWay += lost
    expect(existsSync(join(cwd, 'out.json'))).toBe(false)
  }

  expect(await spawnProgram(command, { cwd })).toMatchObject({ exitCode: 0, stderr: '' })
  expect(server.requests.length).toBe(GROUPS + underWay)
  expect(recordingsIn(cwd)).toHaveLength(GROUPS)
  expect(await spawnProgram([...command, '--replay'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' })

  const undisturbed = await folderWithBoard(GROUPS)
  expect(await spawnProgram(command, { cwd: undisturbed })).toMatchObject({ exitCode: 0 })
  expect(await readFile(join(cwd, 'out.json'))).toEqual(await readFile(join(undisturbed, 'out.json')))
})
