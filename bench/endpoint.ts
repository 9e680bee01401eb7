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
const SIMPLE = fileURLToPath(new URL('../bench/simple.mjs', import.meta.url))
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
        aim: { ratio: 1.15 },
      },
      {
        name: `${name}, after the first round`,
        taken: all - first,
        yardstick: (rounds - 1) * DELAY,
        against: 'ideal',
        aim: { ratio: 1.15 },
      },
    ]
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

export type Cost = { name: string; seconds: number; cpuSeconds: number; megabytes: number }

/** The same board through this program and through a simple script, in turns: time, processor time and peak of memory. */
export async function benchSimple(): Promise<Cost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sixthemes-bench-'))
  const server = spawn(process.execPath, [SERVER, String(DELAY)], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [url] = await once(server.stdout, 'data')
    const board = await writeBoard(folder, GROUPS)
    const endpoint = String(url).trim()
    const ours = [
      'summarize',
      board,
      '-m',
      'm',
      '--base-url',
      endpoint,
      '--fresh',
      '-q',
      '-o',
      join(folder, 'a.json'),
    ]
    const pace = ['--concurrency', String(CONCURRENCY), '--recordings', join(folder, 'rec')]
    const theirs = [board, endpoint, String(CONCURRENCY), join(folder, 'b.json')]
    const rounds = { ours: [] as Omit<Cost, 'name'>[], theirs: [] as Omit<Cost, 'name'>[] }
    for (let round = 0; round < 3; round++) {
      rounds.ours.push(await costOf(BIN, [...ours, ...pace]))
      rounds.theirs.push(await costOf(SIMPLE, theirs))
    }
    return [
      { name: 'this program', ...medianCost(rounds.ours) },
      { name: 'a script of forty lines (csv-parse, openai, p-limit)', ...medianCost(rounds.theirs) },
    ]
  } finally {
    server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Has a process say on its standard error what it took, when it ends. */
const SAYS_COST =
  'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.resourceUsage())))'

async function costOf(script: string, argv: readonly string[]): Promise<Omit<Cost, 'name'>> {
  let said = ''
  const seconds = await timeOf(async () => {
    const child = spawn(process.execPath, ['--import', SAYS_COST, script, ...argv], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`${script} ended with ${code}: ${said}`)
  })
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '')
  return {
    seconds: seconds / 1_000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1_000,
  }
}

function medianCost(costs: readonly Omit<Cost, 'name'>[]): Omit<Cost, 'name'> {
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: median(costs.map(({ megabytes }) => megabytes)),
  }
}

async function writeBoard(folder: string, groups: number): Promise<string> {
  const rows = Array.from({ length: groups * 4 }, (_, row) => `Persona ${row % groups},Pains,note ${row}`)
  const board = join(folder, 'board.csv')
  await writeFile(board, ['persona,quadrant,note', ...rows, ''].join('\n'))
  return board
}

/** Median milliseconds of a whole run over a board of so many groups. */
async function timeOfRun(folder: string, groups: number, url: string): Promise<number> {
  const board = await writeBoard(folder, groups)
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
