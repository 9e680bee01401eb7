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

export async function benchEndpoint(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'sixthemes-bench-'))
  const server = spawn(process.execPath, [SERVER, String(DELAY)], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [url] = await once(server.stdout, 'data')
    const rows = Array.from({ length: GROUPS * 4 }, (_, row) => `Persona ${row % GROUPS},Pains,note ${row}`)
    const board = join(folder, 'board.csv')
    await writeFile(board, ['persona,quadrant,note', ...rows, ''].join('\n'))
    const argv = [
      'summarize',
      board,
      '-m',
      'm',
      '--base-url',
      String(url).trim(),
      '--concurrency',
      String(CONCURRENCY),
      '--fresh',
      '-q',
    ]
    const run = async () => {
      const child = spawn(process.execPath, [BIN, ...argv, '--recordings', join(folder, 'rec')], {
        stdio: 'ignore',
      })
      const [code] = await once(child, 'exit')
      if (code !== 0) throw new Error(`the run ended with ${code}`)
    }
    const times: number[] = []
    for (let round = 0; round < 3; round++) times.push(await timeOf(run))
    return {
      name: '(d) 1,000 groups at 50 ms a reply, 16 at a time (whole process)',
      taken: median(times),
      yardstick: Math.ceil(GROUPS / CONCURRENCY) * DELAY,
      against: 'ideal',
      aim: 1.15,
    }
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}
