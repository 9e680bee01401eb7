// How long 1,000 groups take at an endpoint that answers in 50 ms, 16 at a time, beside the least that could be.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measured, median, timeOf } from './measure.js'

const GROUPS = 1_000
const CONCURRENCY = 16
const DELAY = 50
const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url))
const SERVER = fileURLToPath(new URL('../bench/slow-endpoint.mjs', import.meta.url))

/** Two figures: the whole process, and the asking alone, for which the time of one round of replies is taken off. */
export async function benchEndpoint(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sixthemes-bench-'))
  const server = spawn(process.execPath, [SERVER, String(DELAY)], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [url] = await once(server.stdout, 'data')
    const all = await timeOfRun(folder, GROUPS, String(url).trim())
    const first = await timeOfRun(folder, CONCURRENCY, String(url).trim())
    const rounds = Math.ceil(GROUPS / CONCURRENCY)
    const name = `(d) 1,000 groups at ${DELAY} ms a reply, ${CONCURRENCY} at a time`
    return [
      {
        name: `${name}, the whole process`,
        taken: all,
        yardstick: rounds * DELAY,
        against: 'ideal',
        aim: 1.15,
      },
      {
        name: `${name}, after the first round`,
        taken: all - first,
        yardstick: (rounds - 1) * DELAY,
        against: 'ideal',
        aim: 1.15,
      },
    ]
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Median milliseconds of a whole run over a board of so many groups. */
async function timeOfRun(folder: string, groups: number, url: string): Promise<number> {
  const rows = Array.from({ length: groups * 4 }, (_, row) => `Persona ${row % groups},Pains,note ${row}`)
  const board = join(folder, 'board.csv')
  await writeFile(board, ['persona,quadrant,note', ...rows, ''].join('\n'))
  const argv = [
    'summarize',
    board,
    '-m',
    'm',
    '--base-url',
    url,
    '--concurrency',
    String(CONCURRENCY),
    '--fresh',
    '-q',
  ]
  const run = async (): Promise<void> => {
    const child = spawn(process.execPath, [BIN, ...argv, '--recordings', join(folder, 'rec')], {
      stdio: 'ignore',
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`the run ended with ${code}`)
  }
  const times: number[] = []
  for (let round = 0; round < 3; round++) times.push(await timeOf(run))
  return median(times)
}
