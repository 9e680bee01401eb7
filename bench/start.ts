// How long the program takes to start, and to write the sample from its recordings, beside an empty Node process.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inTurns, type Measured } from './measure.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SAMPLE = [
  'fixtures/support-workshop/support-workshop.csv',
  '--config',
  'fixtures/support-workshop/sixthemes.yaml',
]

const node = (...argv: string[]) => execFileSync(process.execPath, argv, { cwd: ROOT, stdio: 'pipe' })
const empty = () => node('-e', '0')

export async function benchStart(): Promise<Measured[]> {
  const help = await inTurns(21, () => node('dist/bin.js', '--help'), empty)
  const sample = await inTurns(15, () => node('dist/bin.js', 'summarize', ...SAMPLE), empty)
  return [
    { name: '(a) --help', ...help, against: 'node -e 0', aim: { over: 30 } },
    {
      name: '(b) the sample workshop from its recordings',
      ...sample,
      against: 'node -e 0',
      aim: { ratio: 3.8 },
    },
  ]
}
