import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/main.js'
import { TABLES } from '../../src/cli/tables.js'
import type { BatchService, Job } from '../../src/model/batch-service.js'
import type { EndpointOptions } from '../../src/model/endpoint.js'
import type { Model } from '../../src/model/model.js'
import type { Request } from '../../src/model/request.js'
import { CONFIG_FILE } from '../../src/settings/load-settings.js'
import { type OptionGroup, type OptionKey, optionRows } from '../../src/settings/options.js'
import type { World } from '../../src/world/world.js'
import { createFakeWorld } from '../support/fake-world.js'
import { dealOut, themes } from '../support/queued-model.js'

/*
 * Each option of each command does something: what can be seen of a run (output, files, exit code, what is asked, and how the
 * model is opened) is another with it than without it.
 */

const BOARD = `persona,quadrant,note,votes,team,points
Marlene,Pains,we queue for the pager of marlene.weiss@example.org,1,Red,4
Marlene,Pains,there is no budget for tools,0,Blue,2
Marlene,Pains,our tools are slow today,2,Red,0
Marlene,Pains,nobody answers the phone,0,Blue,9
Marlene,Pains,the office is so loud,0,Red,1
Jonas,Gains,thanks from customers,3,Blue,0
Jonas,Gains,time to learn things,0,Red,5
Jonas,Gains,a team that helps,0,Blue,0
`

const manifestAt = (endpoint: string): string =>
  JSON.stringify({
    ...{ schema: 'sixthemes/batch@1', sha256: 'a', requests: 1, mark: 'm', job: 'b1' },
    endpoint,
  })

const FILES = {
  'board.csv': BOARD,
  'plain.csv':
    'the queue is long; and slow\nnobody answers; ever\nthe office is so loud; really\nno budget; none\n',
  'latin.csv': Buffer.from('persona,note\nA,caf\u00e9 closed\nA,tea is cold\nA,no milk today\n', 'latin1'),
  'riddle.csv':
    'Jonas xa,xb of jo@example.org,xc\nthe queue is long,we like our team,r\nnobody answers us,time to learn more,s\nno budget at all,thanks from people,t\n',
  'long.csv': `note\n${Array.from({ length: 30 }, (_, index) => `what we say of thing ${index} is that it is slow\n`).join('')}`,
  'few.csv': 'note\ntea\nmilk\n+1\nsugar cane\n',
  'sheets.xlsx': readFileSync(
    new URL('../../fixtures/exports/cases/boards/a-sheet-for-each-persona.xlsx', import.meta.url),
  ),
  'given.csv': 'theme,quadrant\nTools,Pains\nMoney,Pains\n',
  'decisions.yaml':
    'schema: sixthemes/decisions@1\ndecisions:\n  - { persona: Marlene, quadrant: Pains, note: the office is so loud, to: null }\n',
  'names.txt': 'Jonas\nteam\n',
  'key.txt': 'not-a-real-key\n',
  'requests.jsonl': `{"custom_id":"${'a'.repeat(64)}"}\n`,
  [`r/${'a'.repeat(64)}.asked`]: '',
  'submitted.batch.json': manifestAt('http://127.0.0.1:1/v1'),
}

/** What was submitted to the service that the trial of --offline names. */
const ELSEWHERE = { offline: { files: { 'submitted.batch.json': manifestAt('https://models.example/v1') } } }

type Setup = {
  files: Record<string, string | Uint8Array>
  environment?: Record<string, string>
  isTerminal?: boolean
}

const JOB: Job = { id: 'b1', status: 'completed', isOver: true, counts: undefined, files: [], problems: [] }

/** A service whose one batch is over. */
const SERVICE: BatchService = {
  host: 'here',
  ...{ upload: async () => 'f1', read: async () => '', find: async () => undefined },
  ...{ create: async () => JOB, look: async () => JOB, cancel: async () => JOB },
}

/** Everything that can be seen of a run. */
async function see(argv: readonly string[], { files, environment = {} }: Setup) {
  const opened: Omit<EndpointOptions, 'describeForm' | 'log'>[] = []
  const requests: Request[] = []
  let active = 0
  let atOnce = 0
  const openModel = async ({ describeForm, log, ...options }: EndpointOptions): Promise<Model> => {
    opened.push(options)
    return {
      host: 'here',
      complete: async (request) => {
        requests.push(request)
        atOnce = Math.max(atOnce, ++active)
        await new Promise((resolve) => setTimeout(resolve, 2))
        active--
        return { text: JSON.stringify(answer(request)), usage: { inputTokens: 100, outputTokens: 20 } }
      },
    }
  }
  const openBatchService: World['openBatchService'] = async ({ log, ...options }) => {
    opened.push(options as EndpointOptions)
    return SERVICE
  }
  const fake = createFakeWorld({ files, environment, openModel, openBatchService })
  const exitCode = await run(argv, fake.world)
  return {
    exitCode,
    stdout: fake.stdout.join(''),
    stderr: fake.stderr.join(''),
    files: [...fake.files].map(([path, bytes]): [string, string] => [
      path,
      Buffer.from(bytes).toString('latin1'),
    ]),
    ...{ opened, requests: requests.map(({ messages, model }) => ({ messages, model })), atOnce },
  }
}

function answer(request: Request): object {
  switch (request.reply.name) {
    case 'matches':
      return { matches: [] }
    case 'overview':
      return {
        personas: [{ persona: 1, statements: [{ text: 'All are busy.', themes: [1, 2] }] }],
        quadrants: [],
      }
    case 'columns':
      return { notes: [1, 2], quadrants: [], personas: [], votes: [], ids: [3], personal: [] }
    case 'continued':
      return { ...themes({ Tools: [1, 2] }, [3]), continued: [] }
    case 'given':
      return { placements: [{ note: 1, theme: 1 }] }
    case 'placements':
      return { placements: [{ note: 1, theme: null }] }
    default:
      return answerGroup(request)
  }
}

/** Summaries of themes hold an address; of a board with "+1" the last note belongs nowhere. */
function answerGroup(request: Request): object {
  const { themes, unplaced } = dealOut(request) as {
    themes: { summary: string; notes: number[] }[]
    unplaced: number[]
  }
  const isOut = request.messages.some(({ content }) => content.includes('+1'))
  const last = isOut ? Math.max(...themes.flatMap(({ notes }) => notes)) : 0
  return {
    themes: themes.map((theme) => ({
      ...theme,
      summary: `${theme.summary} Ask jo@example.org.`,
      notes: theme.notes.filter((note) => note !== last),
    })),
    unplaced: isOut ? [...unplaced, last] : unplaced,
  }
}

/** What is tried with an option: the words of the command line, and what else is there. */
type Trial = {
  with: readonly string[]
  /** Words that both runs have. */
  both?: readonly string[]
  /** Instead of the operands that the command usually has. */
  on?: readonly string[]
  files?: Setup['files']
  environment?: Record<string, string>
  /** Whether both come after a run without it. */
  isAgain?: boolean
  /** Whether what is asked about the board is recorded in r. */
  isRecorded?: boolean
}

const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_OUTPUT: 'out.txt' }
const PRICES = { [CONFIG_FILE]: 'prices: { input: 1, output: 2, asOf: 2026-01-01 }\n' }
const JUST_NOW = ['--recordings', 'just-now']

// biome-ignore format: a table reads best a row a line
const TRIALS: Record<OptionKey, Trial> = {
  output: { with: ['-o', 'out.md'] },
  each: { with: ['--each'], both: ['-o', '{name}.md'] },
  format: { with: ['-f', 'json'] },
  showNotes: { with: ['--show-notes', 'none'] },
  as: { with: ['--as', 'given'], both: ['-f', 'csv'] },
  title: { with: ['--title', 'Monday'] },
  export: { with: ['--export', 'survey'] },
  note: { with: ['--note', 'team'] },
  persona: { with: ['--persona', 'team'] },
  quadrant: { with: ['--quadrant', 'team'] },
  votes: { with: ['--votes', 'points'] },
  delimiter: { with: ['--delimiter', 'none'], on: ['plain.csv'] },
  encoding: { with: ['--encoding', 'windows-1251'], on: ['latin.csv'] },
  sheet: { with: ['--sheet', 'Guide'], on: ['sheets.xlsx'] },
  headerRows: { with: ['--header-rows', '1'], on: ['plain.csv'], both: ['--delimiter', 'none'] },
  askColumns: { with: ['--ask-columns'], on: ['riddle.csv'] },
  map: { with: ['--map', 'says-thinks-does-feels'] },
  themes: { with: ['--themes', '2'] },
  runs: { with: ['--runs', '2'] },
  overview: { with: ['--overview'] },
  previous: { with: ['--previous', 'before.json'] },
  partNotes: { with: ['--part-notes', '3'] },
  partTokens: { with: ['--part-tokens', '100'], on: ['long.csv'] },
  given: { with: ['--given', 'given.csv'] },
  suggest: { with: ['--suggest'], both: ['--given', 'given.csv'] },
  heartbeat: { with: ['--heartbeat'] },
  decisions: { with: ['--decisions', 'decisions.yaml'] },
  language: { with: ['--language', 'German'] },
  prompt: { with: ['--prompt', 'six-themes@1'] },
  model: { with: ['-m', 'another'] },
  baseUrl: { with: ['--base-url', 'http://127.0.0.1:2/v1'] },
  apiKeyFile: { with: ['--api-key-file', 'key.txt'] },
  recordings: { with: JUST_NOW },
  replay: { with: ['--replay'] },
  fresh: { with: ['--fresh'], isAgain: true },
  dryRun: { with: ['--dry-run'] },
  offline: { with: ['--offline'], both: ['--base-url', 'https://models.example/v1'] },
  redact: { with: ['--no-redact'] },
  redactNames: { with: ['--redact-names', 'names.txt'] },
  concurrency: { with: ['--concurrency', '2'] },
  timeout: { with: ['--timeout', '7'] },
  structured: { with: ['--structured', 'text'] },
  maxRequests: { with: ['--max-requests', '0'] },
  maxInputTokens: { with: ['--max-input-tokens', '1'] },
  maxCost: { with: ['--max-cost', '0'], files: PRICES },
  minCoverage: { with: ['--min-coverage', '1'], on: ['few.csv'] },
  check: { with: ['--check'], both: ['-o', 'out.md'] },
  github: { with: ['--github'], environment: GITHUB },
  strict: { with: ['--strict'], on: ['few.csv'] },
  quiet: { with: ['-q'] },
  verbose: { with: ['--verbose'] },
}

/** What a command is run with, and what of its options is tried in another way. */
type Usual = {
  argv: readonly string[]
  on: readonly string[]
  trials?: Partial<Record<OptionKey, Partial<Trial>>>
}

const AT = ['--base-url', 'http://127.0.0.1:1/v1']
const ASKS = ['-m', 'small', '--base-url', 'http://127.0.0.1:1/v1']

/** Commands that ask only where columns are not plain. */
function askingColumns(more: Usual['trials'] = {}): Usual['trials'] {
  const groups: OptionGroup[] = [
    'endpoint',
    'asking',
    'structure',
    'limits',
    'model',
    'recordings',
    'redaction',
    'progress',
  ]
  const keys = optionRows.filter(([, { group }]) => groups.includes(group)).map(([key]) => key)
  const trials = keys.map((key): [OptionKey, Partial<Trial>] => {
    return [key, { on: ['riddle.csv'], both: [...(TRIALS[key].both ?? []), '--ask-columns'] }]
  })
  return { ...Object.fromEntries(trials), ...more }
}

const USUAL: Record<string, Usual> = {
  summarize: { argv: ['summarize', ...ASKS], on: ['board.csv'] },
  inspect: {
    argv: ['inspect', ...ASKS],
    on: ['board.csv'],
    trials: askingColumns({ themes: { both: ['--prompts'] } }),
  },
  init: { argv: ['init', ...ASKS], on: ['board.csv'], trials: askingColumns() },
  render: {
    argv: ['render'],
    on: ['before.json'],
    trials: {
      minCoverage: { on: ['few.json'] },
      strict: { on: ['few.json'] },
      quiet: { both: ['-o', 'out.md'] },
    },
  },
  revise: {
    argv: ['revise'],
    on: ['before.json', 'before.csv'],
    trials: { decisions: { with: ['--decisions', 'other.yaml'] } },
  },
  review: {
    argv: ['review'],
    on: ['before.json'],
    trials: {
      ...Object.fromEntries(
        (['showNotes', 'title', 'as'] as const).map((key) => [
          key,
          { both: ['-o', 'out.md', '-o', 'out.csv'] },
        ]),
      ),
      format: { both: ['-o', 'out.text'] },
      decisions: { with: ['--decisions', 'other.yaml'] },
    },
  },
  compare: { argv: ['compare', ...ASKS], on: ['before.json', 'after.json'] },
  overview: { argv: ['overview', ...ASKS], on: ['before.json'] },
  // votes change nothing that is measured; that they are none is found all the same
  eval: { argv: ['eval', ...ASKS], on: ['board.csv'], trials: { votes: { with: ['--votes', 'nowhere'] } } },
  'batch write': {
    argv: ['batch', 'write', '-m', 'small', '--recordings', 'r'],
    on: ['board.csv'],
    trials: {
      votes: { with: ['--votes', 'nowhere'] },
      decisions: { with: ['--decisions', 'nowhere.yaml'] }, // they change what an overview is asked about
      overview: { isRecorded: true },
      suggest: { isRecorded: true },
      language: { both: [] },
    },
  },
  'batch read': {
    argv: ['batch', 'read'],
    on: ['few.csv'],
    trials: { ...ELSEWHERE, recordings: { files: { [`just-now/${'a'.repeat(64)}.asked`]: '' } } },
  },
  'batch submit': {
    argv: ['batch', 'submit', ...AT, '--recordings', 'r'],
    on: ['requests.jsonl'],
    trials: { recordings: { with: ['--recordings', 'elsewhere'] } },
  },
  'batch status': { argv: ['batch', 'status', ...AT], on: ['submitted.jsonl'], trials: ELSEWHERE },
  'batch cancel': { argv: ['batch', 'cancel', ...AT], on: ['submitted.jsonl'], trials: ELSEWHERE },
  'batch fetch': {
    argv: ['batch', 'fetch', ...AT],
    on: ['submitted.jsonl'],
    trials: { ...ELSEWHERE, recordings: { files: { [`just-now/${'a'.repeat(64)}.asked`]: '' } } },
  },
  'recordings list': { argv: ['recordings', 'list'], on: [] },
  'recordings prune': {
    argv: ['recordings', 'prune', '-m', 'small', '--recordings', 'r'],
    on: ['board.csv'],
    trials: {
      votes: { with: ['--votes', 'nowhere'] },
      headerRows: { with: ['--header-rows', '0'], on: ['board.csv'], both: [] },
    },
  },
  'recordings clear': { argv: ['recordings', 'clear', '--recordings', 'r'], on: [] },
}

const summaryOf = async (title: string, board: string): Promise<string> => {
  const argv = ['summarize', 'board.csv', ...ASKS, '--title', title, '-f', 'json']
  return (await see(argv, { files: { 'board.csv': board } })).stdout
}

const FEW = await see(['summarize', 'few.csv', ...ASKS, '-f', 'json'], { files: FILES })

const revised = await see(['summarize', 'board.csv', ...ASKS, '-f', 'csv'], { files: FILES })

const SUMMARIES = {
  'few.json': FEW.stdout,
  'before.json': await summaryOf('Before', BOARD),
  'before.csv': revised.stdout.replace(/(?<=Gains,)\w+/, 'Renamed'),
  'after.json': (await summaryOf('After', BOARD.replaceAll(/(?<=,)(?=[a-z]+ [a-z])/g, 'now '))).replaceAll(
    '"title": "',
    '"title": "Now ',
  ),
}

/** A run without the option and one with it, in the same place. */
async function tryOption(name: string, { argv: own, on, trials }: Usual, key: OptionKey) {
  const trial = { ...TRIALS[key], ...trials?.[key] }
  const operands = trial.on ?? on
  const argv = [...own, ...operands, ...(trial.both ?? [])]
  const { environment = {} } = trial
  let files: Setup['files'] = { ...FILES, ...SUMMARIES, ...trial.files }
  if (name.startsWith('recordings') || trial.isRecorded) {
    const [file = 'board.csv'] = operands
    files = filesAfter(
      await see(['summarize', file, ...ASKS, '--recordings', 'r', ...(trial.both ?? [])], { files }),
    )
  }
  if (trial.isAgain) files = filesAfter(await see(argv, { files }))
  return {
    without: await see(argv, { files, environment }),
    having: await see([...argv, ...trial.with], { files, environment }),
  }
}

/** What a run leaves behind, but for what "init" writes once. */
function filesAfter({ files }: Awaited<ReturnType<typeof see>>): Setup['files'] {
  const kept = files.filter(([path]) => path !== CONFIG_FILE)
  return Object.fromEntries(kept.map(([path, text]) => [path, Buffer.from(text, 'latin1')]))
}

const PAIRS = await Promise.all(
  TABLES.commands.map(async ({ name, load }) => {
    const { command } = await load()
    return optionRows.flatMap(([key, { group }]) => (command.takes.includes(group) ? [{ name, key }] : []))
  }),
)

test.each(PAIRS.flat())('$name: $key does something', async ({ name, key }) => {
  const usual = USUAL[name]
  if (!usual) throw new Error(`what is "${name}" run with?`)
  const { without, having } = await tryOption(name, usual, key)
  expect([without.exitCode, having.exitCode]).not.toContain(70)
  expect(having).not.toEqual(without)
})
