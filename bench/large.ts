// Reading 1,000,000 notes (about 100 MB) beside csv-parse on the same bytes: time, notes per second, and the peak of
// memory over the size of the file. Each runs in a process of its own.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { readSources } from '../src/notes/exports/read-source.js'
import { board } from './board.js'
import { timeOf } from './measure.js'

const NOTES = 1_000_000

export type LargeReading = { bytes: number; ours: Usage; theirs: Usage }
type Usage = { milliseconds: number; peakBytes: number }

export async function benchLarge(): Promise<LargeReading> {
  const folder = await mkdtemp(join(tmpdir(), 'sixthemes-bench-'))
  try {
    const file = join(folder, 'board.csv')
    writeFileSync(file, board(NOTES, 80))
    const script = fileURLToPath(new URL('large.js', import.meta.url))
    const run = (how: string): Usage =>
      JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=8192', script, how, file]).toString())
    return { bytes: readFileSync(file).length, ours: run('ours'), theirs: run('theirs') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const [how, file] = process.argv.slice(2)
if (file !== undefined) {
  const bytes = readFileSync(file)
  let kept: unknown
  const milliseconds = await timeOf(() => {
    kept = how === 'ours' ? readSources([{ file, bytes }], { named: {} }) : parse(bytes)
  })
  if (kept === undefined) throw new Error('nothing was read')
  console.log(JSON.stringify({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 }))
}
