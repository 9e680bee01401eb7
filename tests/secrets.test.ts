import { readdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Behaviour, failure, startEndpoint } from './support/endpoint-server.js'
import { dealOutAfter } from './support/large-board.js'
import { emptyFolder, type SpawnOptions, spawnProgram } from './support/spawn-program.js'

// Assembled here, so that no file of the repository holds anything that looks like a key.
const KEY = ['sk', 'planted', '0123456789abcdef0123456789'].join('-')

const good = dealOutAfter(0)
const echo = (status: number): Behaviour => failure(status, `Incorrect API key provided: ${KEY}.`)

const BOARD = 'persona,note\nCoach,a\nCoach,b\nCoach,c\nLead,d\nLead,e\nLead,f\n'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

type Case = [
  title: string,
  behaviours: Behaviour[],
  argv: string[],
  environment: SpawnOptions['environment'],
  address?: (url: string) => string,
]

const cases: Case[] = [
  ['the environment', [good], [], { OPENAI_API_KEY: KEY }],
  ['a key file', [good], ['--api-key-file', 'key.txt'], {}],
  ['an error that repeats it for all', [echo(401)], [], { OPENAI_API_KEY: KEY }],
  ['an error that repeats it for one group', [good, echo(400)], [], { OPENAI_API_KEY: KEY }],
  ['an error on the way', [good, echo(500), good], [], { OPENAI_API_KEY: KEY }],
  ['the address of the endpoint', [good], [], {}, (url) => url.replace('://', `://user:${KEY}@`)],
  ['the query of the address', [good], [], {}, (url) => `${url}?key=${KEY}`],
]

test.each(cases)(
  'a key in %s is in no output, recording or document',
  async (_, behaviours, argv, environment, address = (url) => url) => {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, 'board.csv'), BOARD)
    await writeFile(join(cwd, 'key.txt'), KEY)
    const server = await startEndpoint(...behaviours)
    const command = [
      'summarize',
      'board.csv',
      '-m',
      'm',
      '-o',
      'out.md',
      '-o',
      'out.json',
      '--concurrency',
      '1',
      '--verbose',
    ]
    const settings = { ...environment, SIXTHEMES_BASE_URL: address(server.baseUrl), OPENAI_LOG: 'debug' }
    const { stdout, stderr } = await spawnProgram([...command, ...argv], { cwd, environment: settings })
    const written = filesBelow(cwd)
      .filter((path) => !path.endsWith('key.txt'))
      .map((path) => readFileSync(path, 'utf8'))
    expect([stdout, stderr, ...written].filter((text) => text.includes(KEY))).toEqual([])
    expect(stderr).toMatch(/baseUrl = |the key in OPENAI_API_KEY/)
  },
)

test('the repository holds nothing that looks like a key', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folders = ['src', 'prompts', 'fixtures', 'tests', 'bench', 'schema']
  const suspicious = folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((path) =>
      /\b(?:sk|ghp|xoxb)-[A-Za-z0-9]{20,}|Bearer [A-Za-z0-9]{20,}/.test(readFileSync(path, 'utf8')),
    )
  expect(suspicious).toEqual([])
})
