import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished, test } from 'vitest'
import type { Request } from '../src/model/request.js'
import type { Summary } from '../src/summary/summary.js'
import { folderWithBoard } from './support/large-board.js'
import { dealOut } from './support/queued-model.js'
import { spawnProgram } from './support/spawn-program.js'

const GROUPS = 200

/** A server that others wrote, with drops, broken JSON, disconnects and rate limits, seeded by chance. */
async function startMock(chaos: object): Promise<{ mock: LLMock; baseUrl: string }> {
  const mock = new LLMock({ host: '127.0.0.1', port: 0, logLevel: 'silent', journalMaxEntries: 0, chaos })
  mock.onMessage(/./, (request) => ({ content: JSON.stringify(dealOut(request as unknown as Request)) }))
  await mock.start()
  onTestFinished(() => mock.stop())
  return { mock, baseUrl: `${mock.url}/v1` }
}

test('against an unruly server of others no note is lost, and what failed is made good by the next run', {
  timeout: 120_000,
}, async () => {
  const cwd = await folderWithBoard(GROUPS)
  const chaos = { dropRate: 0.1, malformedRate: 0.1, disconnectRate: 0.1, rateLimitRate: 0.03 }
  const unruly = await startMock(chaos)
  const argv = [
    'summarize',
    'board.csv',
    '-m',
    'gpt-small',
    '--concurrency',
    '16',
    '--timeout',
    '5',
    '-o',
    'out.json',
    '-q',
  ]
  const first = await spawnProgram([...argv, '--base-url', unruly.baseUrl], { cwd })
  expect([0, 3]).toContain(first.exitCode)
  expect(unruly.mock.getRequests().length).toBeGreaterThan(GROUPS)

  const read = async (): Promise<Summary> => JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8'))
  const seen = (summary: Summary): number[] =>
    summary.groups
      .flatMap(({ themes, unplaced }) => [...themes.flatMap(({ notes }) => notes), ...unplaced])
      .flatMap(({ from }) => from.map(({ row }) => row))
      .sort((a, b) => a - b)
  const all = Array.from({ length: GROUPS * 4 }, (_, row) => row + 1)
  const summary = await read()
  expect(seen(summary)).toEqual(all)
  const failed = summary.groups.filter(({ status }) => status === 'failed').length
  expect(first.exitCode).toBe(failed === 0 ? 0 : 3)

  const calm = await startMock({})
  const second = await spawnProgram([...argv, '--base-url', calm.baseUrl], { cwd })
  expect(second.exitCode).toBe(0)
  expect(calm.mock.getRequests()).toHaveLength(failed)
  expect(seen(await read())).toEqual(all)
})
