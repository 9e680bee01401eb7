import { describe, expect, test } from 'vitest'
import { TABLES } from '../../src/cli/tables.js'
import { EndpointError } from '../../src/errors/model-trouble.js'
import { UserError } from '../../src/errors/user-error.js'
import type { EvalRow } from '../../src/quality/eval-table.js'
import { optionRows } from '../../src/settings/options.js'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut, type QueuedReply } from '../support/queued-model.js'
import { sortByFirstWord } from '../support/sorting-model.js'

/* Where one part hands over to another: a setting to its message, a command to the next, a failure to what is kept. */

const AT = ['-m', 'm', '--base-url', 'http://127.0.0.1:1/v1']
const BOARD =
  'persona,quadrant,note\nCoach,Pains,queue long\nCoach,Pains,queue slow\nCoach,Pains,pager loud\n'

const run = (argv: readonly string[], more: Setup = {}) =>
  runProgram(argv, { replies: [dealOut], ...more, files: { 'board.csv': BOARD, ...more.files } })

/** Commands that take an option whose value can be wrong. */
const TIMED = await Promise.all(
  TABLES.commands.map(async ({ name, load }) => {
    const { takes, operands } = (await load()).command
    const isTimed = optionRows.some(([key, { group }]) => key === 'timeout' && takes.includes(group))
    return isTimed ? [{ name, operands: operands.map(() => 'board.csv') }] : []
  }),
)

test.each(TIMED.flat())('a bad option of "$name" sends to its own help', async ({ name, operands }) => {
  const { exitCode, stderr } = await run([...name.split(' '), ...operands, '--timeout', 'soon'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`Run "sixthemes ${name} --help" for the options.`)
})

test.each([
  ['SIXTHEMES_OFLINE', 'did you mean SIXTHEMES_OFFLINE?'],
  ['SIXTHEMES_COLOUR_OF_THE_SKY', 'does nothing'],
])('a variable that is none is warned of: %s', async (name, says) => {
  const { stderr } = await run(['inspect', 'board.csv'], { environment: { [name]: '1' } })
  expect(stderr).toContain(name)
  expect(stderr).toContain(says)
})

test.each<[string, string, string[], Record<string, string>]>([
  ['replay: true', 'replay in sixthemes.yaml, line 1', ['--fresh', ...AT], {}],
  [
    'offline: true',
    '(offline is said in sixthemes.yaml, line 1.)',
    ['-m', 'm', '--base-url', 'https://x.example/v1'],
    {},
  ],
  ['export: riddle', '(export is said in sixthemes.yaml, line 1.)', AT, {}],
  ['map: riddle', '(map is said in sixthemes.yaml, line 1.)', AT, {}],
  ['', '(check is said by SIXTHEMES_CHECK.)', AT, { SIXTHEMES_CHECK: '1' }],
  ['maxRequests: 0', '(maxRequests is said in sixthemes.yaml, line 1.)', AT, {}],
  ['previous: gone.json', '(previous is said in sixthemes.yaml, line 1.)', AT, {}],
  [
    '',
    '(offline is said by SIXTHEMES_OFFLINE.)',
    ['-m', 'm', '--base-url', 'https://x.example/v1'],
    { SIXTHEMES_OFFLINE: '1' },
  ],
])('what is blamed is blamed where it stands: %s', async (yaml, says, argv, environment) => {
  const files: Setup['files'] = yaml === '' ? {} : { 'sixthemes.yaml': `${yaml}\n` }
  const { exitCode, stderr } = await run(['summarize', 'board.csv', ...argv], { files, environment })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(says)
})

test('a file of settings that checks documents lets others go to standard output', async () => {
  const files = { 'sixthemes.yaml': 'check: true\n' }
  const made = await run(['summarize', 'board.csv', ...AT, '-f', 'json'], { files })
  expect(made).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('--check') })
  const rendered = await run(['render', 's.json'], { files: { ...files, 's.json': made.stdout } })
  expect(rendered).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('## How does it feel') })
  const typed = await run(['render', 's.json', '--check'], { files: { ...files, 's.json': made.stdout } })
  expect(typed.exitCode).toBe(2)
})

describe('on GitHub', () => {
  test.each<[string, string[], Setup]>([
    [
      'a key of the file',
      ['summarize', 'gone.csv', ...AT],
      { files: { 'sixthemes.yaml': 'github: true\n' } },
    ],
    ['a variable', ['summarize', 'gone.csv', ...AT], { environment: { SIXTHEMES_GITHUB: 'true' } }],
    ['an option that is none', ['summarize', 'board.csv', '--github', '--colour'], {}],
  ])('a refusal is an annotation, said by %s', async (_, argv, setup) => {
    const environment = { GITHUB_STEP_SUMMARY: 'step.md', ...setup.environment }
    const { exitCode, stderr, files } = await run(argv, { ...setup, environment })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^::error::/m)
    expect(files['step.md']).toContain('## No summary')
  })
})

test('what falls short is said on GitHub, beside the groups', async () => {
  const lapsed =
    'schema: sixthemes/decisions@1\ndecisions:\n  - { persona: Coach, quadrant: Pains, theme: gone, title: x }\n'
  const { exitCode, stderr, files } = await run(
    ['summarize', 'board.csv', '--github', '--strict', '--decisions', 'd.yaml', '--min-coverage', '1', ...AT],
    { files: { 'd.yaml': lapsed }, environment: { GITHUB_STEP_SUMMARY: 'step.md' } },
  )
  expect(exitCode).toBe(3)
  expect(stderr).toMatch(/^::error::falls short: .*gone/m)
  expect(files['step.md']).toContain('### Falls short')
})

describe('limits', () => {
  const summary = async (title: string, board = BOARD): Promise<string> =>
    (
      await run(['summarize', 'board.csv', '--title', title, '-f', 'json', ...AT], {
        files: { 'board.csv': board },
      })
    ).stdout

  test('an overview or a comparison that may ask nothing says which limit, and no model is blamed', async () => {
    const files = {
      'a.json': await summary('A'),
      'b.json': (await summary('B', BOARD.replaceAll('queue', 'line')))
        .replace('Alpha', 'Wholly other')
        .replace('Bravo', 'Something else'),
    }
    for (const argv of [
      ['overview', 'a.json'],
      ['compare', 'a.json', 'b.json'],
    ]) {
      const { exitCode, stderr } = await run(
        [...argv, '--max-requests', '0', '--recordings', 'none', ...AT],
        { files },
      )
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('--max-requests'),
      })
      expect(stderr).not.toContain('another model')
    }
  })

  test('what was measured before a limit is printed', async () => {
    const { exitCode, stdout, stderr } = await run([
      'eval',
      'board.csv',
      '--models',
      'm',
      '--base-url',
      'http://127.0.0.1:1/v1',
      '--repeat',
      '2',
      '--max-requests',
      '1',
      '--json',
    ])
    expect(exitCode).toBe(3)
    const [row] = JSON.parse(stdout) as EvalRow[]
    expect(row).toMatchObject({ board: 'board.csv', notes: 3 })
    expect(row).not.toHaveProperty('repeated')
    expect(stderr).toContain('--repeat')
  })
})

test('every board of an eval is read before anything is asked', async () => {
  const { exitCode, requests } = await run(
    ['eval', 'board.csv', 'bad.csv', '--models', 'm', '--base-url', 'http://127.0.0.1:1/v1'],
    { files: { 'bad.csv': 'number\n1\n2\n3\n' } },
  )
  expect({ exitCode, asked: requests.length }).toEqual({ exitCode: 2, asked: 0 })
})

test('an eval of topics alone has no board', async () => {
  const { exitCode, stderr } = await run(['eval', 'board.topics.csv', '--models', 'm'], {
    files: { 'board.topics.csv': 'row,topic\n1,a\n' },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('board.topics.csv')
})

test('eval says which model it asks', async () => {
  const { stderr } = await run([
    'eval',
    'board.csv',
    '--models',
    'small',
    '--base-url',
    'http://127.0.0.1:1/v1',
  ])
  expect(stderr).toContain('Asking small at')
})

describe('--each', () => {
  const list = (...notes: string[]): string => ['note', ...notes, ''].join('\n')
  const files = {
    'a/answers.csv': list('queue long', 'queue slow', 'noise loud'),
    'b/answers.csv': list('poison pill', 'pager at night', 'pager broken'),
    'c/answers.csv': list('noise all day', 'pager loud', 'queue never ends'),
    'out/': '',
  }
  const argv = ['summarize', '*/answers.csv', '--each', '-o', 'out/{name}.md', ...AT]
  const refusing: QueuedReply = (request) =>
    JSON.stringify(request.messages).includes('poison')
      ? new EndpointError('rejected', 'no')
      : sortByFirstWord(request)

  test('one workshop that fails does not keep the others from their documents', async () => {
    const { exitCode, stderr, files: after } = await run(argv, { files, replies: [refusing] })
    expect(exitCode).toBe(3)
    expect(
      Object.keys(after)
        .filter((path) => path.endsWith('.md'))
        .sort(),
    ).toEqual(['out/a-answers.md', 'out/c-answers.md'])
    expect(stderr).toContain('b/answers.csv: ')
    expect(stderr).toContain('1 of 3 have no documents')
    expect(after['out/a-answers.md']).toContain('# A answers')
  })

  test('one that cannot be read is found before anything is asked', async () => {
    const { exitCode, requests } = await run(argv, { files: { ...files, 'b/answers.csv': 'number\n1\n2\n' } })
    expect({ exitCode, asked: requests.length }).toEqual({ exitCode: 2, asked: 0 })
  })
})

test('a model that is gone for the overview leaves the summary that is recorded', async () => {
  const { files } = await run(['summarize', 'board.csv', '--recordings', 'r', ...AT])
  const gone = new UserError('model-unknown', { host: 'h', model: 'm', offered: [], nearest: undefined })
  const { exitCode, stdout } = await run(
    ['summarize', 'board.csv', '--recordings', 'r', '--overview', ...AT],
    {
      files,
      replies: [gone],
    },
  )
  expect(exitCode).toBe(3)
  expect(stdout).toContain('queue long')
})

test('counts beyond what can be told apart are summed to one that can be read again', async () => {
  const boards = BOARD + BOARD.replaceAll('Coach', 'Lead').replace(/^.*\n/, '')
  const huge = {
    text: JSON.stringify({ themes: [{ title: 'All', summary: 'All.', notes: [1, 2, 3] }], unplaced: [] }),
  }
  const usage = { inputTokens: Number.MAX_SAFE_INTEGER, outputTokens: Number.MAX_SAFE_INTEGER }
  const { stdout } = await run(['summarize', 'board.csv', '-f', 'json', ...AT], {
    files: { 'board.csv': boards },
    openModel: async () => ({ host: '127.0.0.1', complete: async () => ({ ...huge, usage }) }),
  })
  const { exitCode, stderr } = await run(['render', 'summary.json'], { files: { 'summary.json': stdout } })
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
})

test('what is cleared is everything that holds notes: rounds of eval, and what is asked in batches', async () => {
  const asked = await run(['batch', 'write', 'board.csv', '-m', 'm', '--recordings', 'r'])
  const rounds = await run(
    [
      'eval',
      'board.csv',
      '--models',
      'm',
      '--base-url',
      'http://127.0.0.1:1/v1',
      '--repeat',
      '2',
      '--recordings',
      'r',
    ],
    { files: asked.files },
  )
  const { files, stdout } = await run(['recordings', 'clear', '--recordings', 'r'], { files: rounds.files })
  expect(Object.keys(files).filter((path) => path.startsWith('r/'))).toEqual([])
  expect(stdout).toMatch(/^2 recordings and \d files? of what is asked in batches removed/)
})

test('two summaries of one title are told apart by their files', async () => {
  const { stdout } = await run(['summarize', 'board.csv', '--title', 'Answers', '-f', 'json', ...AT])
  const files = { 'spring/s.json': stdout, 'autumn/s.json': stdout.replace('"rows": 3', '"rows": 3 ') }
  const compared = await run(['compare', 'spring/s.json', 'autumn/s.json', '--no-model'], { files })
  expect(compared.stdout).toContain('Answers (autumn-s), compared with Answers (spring-s)')
})

describe('what a command reads is not written over', () => {
  const summary = async () => (await run(['summarize', 'board.csv', '-f', 'json', ...AT])).stdout
  test.each<[string, string[], Record<string, string>]>([
    ['summarize --each', ['summarize', 'board.csv', '--each', '-o', '{name}.csv', ...AT], {}],
    ['batch write, the export', ['batch', 'write', 'board.csv', '-m', 'm', '-o', 'board.csv'], {}],
    [
      'batch write, the names',
      ['batch', 'write', 'board.csv', '-m', 'm', '--redact-names', 'names.txt', '-o', 'names.txt'],
      { 'names.txt': 'Ida\n' },
    ],
    [
      'render, the settings',
      ['render', 'summary.json', '-f', 'md', '-o', 'sixthemes.yaml'],
      { 'sixthemes.yaml': 'title: x\n' },
    ],
    [
      'compare, the settings',
      ['compare', 'summary.json', 'summary.json', '-c', 'conf.md', '-o', 'conf.md'],
      { 'conf.md': 'title: x\n' },
    ],
    ['review, the summary', ['review', 'summary.json', '--decisions', 'summary.json'], {}],
    ['revise, the table', ['revise', 'summary.json', 'board.csv', '--decisions', 'board.csv'], {}],
    [
      'overview, the settings',
      ['overview', 'summary.json', '-c', 'conf.md', '-o', 'conf.md', ...AT],
      { 'conf.md': 'title: x\n' },
    ],
  ])('%s', async (_, argv, more) => {
    const before = { 'summary.json': await summary(), ...more }
    const { exitCode, stderr, files } = await run(argv, { files: before })
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('named as input and as output'),
    })
    for (const [path, text] of Object.entries({ 'board.csv': BOARD, ...more })) expect(files[path]).toBe(text)
  })
})

test.each(['constructor', '__proto__', 'toString'])(
  'a language is no property of ours: %s',
  async (language) => {
    const { exitCode } = await run(['summarize', 'board.csv', '--language', language, ...AT])
    expect(exitCode).toBe(0)
  },
)

test.each(['summarize', 'inspect', 'eval', 'batch write'])(
  'that personal data is sent as it is, is said by %s, quiet or not',
  async (name) => {
    const quiet = name === 'batch write' ? [] : ['-q']
    const model = name === 'inspect' ? [] : name === 'batch write' ? ['-m', 'm'] : AT
    const { stderr } = await run([...name.split(' '), 'board.csv', ...model, ...quiet], {
      files: { 'sixthemes.yaml': 'redact: false\n' },
    })
    expect(stderr).toContain('personal data is sent as it is')
  },
)

test('a file’s name gives no setting to what init writes', async () => {
  const name = 'x\nredact: false\n#.csv'
  const { files } = await run(['init', name, '-c', 'own.yaml'], { files: { [name]: BOARD } })
  expect(String(files['own.yaml'])).not.toMatch(/^redact/m)
})

test.each([
  '\u00AD',
  '\u3164',
  '\u1160',
  '\u034F',
  '\u180B',
  '\u180E',
  '\u17B4',
  '\u2065',
  '\u{E0100}',
  '\u0301',
])('a cell of what shows nothing is no note: %j', async (nothing) => {
  const { stdout } = await run(['summarize', 'board.csv', '-f', 'json', ...AT], {
    files: { 'board.csv': `${BOARD}Coach,Pains,${nothing}\n` },
  })
  expect(JSON.parse(stdout).sources[0]).toMatchObject({ notes: 3, dropped: [{ row: 4, reason: 'empty' }] })
})

test('what a map of one’s own says of a quadrant is sent without personal data', async () => {
  const config =
    'maps:\n  own:\n    quadrants:\n      - name: Pains\n        lens: what zq@secret.example and Zed Quist dislike\nmap: own\n'
  const { requests, files } = await run(
    ['summarize', 'board.csv', ...AT, '-c', 'own.yaml', '--redact-names', 'names.txt', '--recordings', 'r'],
    { files: { 'own.yaml': config, 'names.txt': 'Zed Quist\n' } },
  )
  expect(JSON.stringify(requests)).toContain('[EMAIL_1]')
  const sentAndRecorded = Object.entries(files).filter(([file]) => file.startsWith('r/'))
  expect(JSON.stringify([requests, sentAndRecorded])).not.toMatch(/zq@secret|Zed Quist/)
})

test.each([
  ['given themes', ['--given', 'given.csv', '-o', 'given.csv', ...AT], 'input and as output'],
  ['a recording', ['-m', 'baseline', '-o', `${'a'.repeat(64)}.json`], 'input and as output'],
  [
    'another workshop',
    ['other.csv', '--each', '-m', 'baseline', '-o', '{name}.md', '-o', 'other.md'],
    'twice',
  ],
  [
    'two names that become one',
    ['boardx.csv', '--each', '-m', 'baseline', '-o', '{name}x.md', '-o', '{name}.md'],
    'twice',
  ],
])('an output never takes the place of %s', async (_, argv, says) => {
  const files = { 'given.csv': 'theme\nQueues\n', 'other.csv': BOARD, 'boardx.csv': BOARD }
  const { exitCode, stderr, requests } = await run(['summarize', 'board.csv', ...argv], { files })
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(says) })
  expect(requests).toEqual([])
})

const KEY_LIKE = 'sk-proj-abcdefghijklmnopqrstuvwx'

test.each([
  ['as a file', ['summarize', 'board.csv', ...AT, '--api-key-file', KEY_LIKE], {}],
  ['as a file in the environment', ['summarize', 'board.csv', ...AT], { SIXTHEMES_API_KEY_FILE: KEY_LIKE }],
  ['as an option', ['summarize', 'board.csv', `--api-key=${KEY_LIKE}`], {}],
  ['as a command', [KEY_LIKE], {}],
])('a key that is given %s is not printed', async (_, argv, environment) => {
  const { exitCode, stdout, stderr } = await run(argv, { environment })
  expect(exitCode).toBe(2)
  expect(`${stdout}${stderr}`).not.toContain(KEY_LIKE)
})

test('a key of several lines is blamed, and not the endpoint', async () => {
  const { exitCode, stderr } = await run(['summarize', 'board.csv', ...AT], {
    environment: { OPENAI_API_KEY: 'sk bad\nkey' },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('OPENAI_API_KEY: this is no API key')
})

test('in a CI runner nothing that is printed is a command to it', async () => {
  const files = { '##[error]f.csv': 'note\n##[error]x\nb\nc\n' }
  const environment = { GITHUB_ACTIONS: 'true' }
  for (const argv of [
    ['inspect', '##[error]f.csv', '--json'],
    ['init', '##[error]f.csv', '-c', 'made.yaml'],
    ['summarize', '##[error]f.csv', '--##[error]x'],
  ]) {
    const { stdout, stderr } = await run(argv, { files, environment })
    expect(`${stdout}${stderr}`).not.toBe('')
    expect(`${stdout}${stderr}`).not.toContain('##[')
  }
})

test('a title that nobody can see is none', async () => {
  const reply = JSON.stringify({
    themes: [{ title: '\u200b', summary: 'x', notes: [1, 2, 3] }],
    unplaced: [],
  })
  const { exitCode, requests, stdout } = await run(['summarize', 'board.csv', ...AT], { replies: [reply] })
  expect(requests.length).toBeGreaterThan(1)
  expect(exitCode).not.toBe(0)
  expect(stdout).not.toContain('****')
})

test('requests go to standard output where it is named', async () => {
  const { stdout, stderr } = await run([
    'batch',
    'write',
    'board.csv',
    '-m',
    'm',
    '--recordings',
    'r',
    '-o',
    '-',
  ])
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toHaveProperty('custom_id')
  expect(stderr).toContain('written to standard output')
})
