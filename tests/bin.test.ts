import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { addressOfNobody, type Behaviour, failure, startEndpoint } from './support/endpoint-server.js'
import { dealOutAfter, folderWithBoard } from './support/large-board.js'
import { emptyFolder, spawnProgram, startProgram } from './support/spawn-program.js'

const FILE = 'board.csv'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SAMPLE = 'fixtures/support-workshop/support-workshop.csv'
const REPLAY = ['--config', 'fixtures/support-workshop/sixthemes.yaml']

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(await spawnProgram(['--version'], { cwd: ROOT })).toMatchObject({
    exitCode: 0,
    stdout: `${version}\n`,
    stderr: '',
  })
})

test.each([
  ['Markdown', 'md', 'summary.md'],
  ['JSON', 'json', 'summary.json'],
])('the sample workshop from its recordings, as %s', async (_, format, expected) => {
  const { exitCode, stdout, stderr } = await spawnProgram(['summarize', SAMPLE, ...REPLAY, '-f', format], {
    cwd: ROOT,
  })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('12 groups; 383 of 410 notes placed; 0 requests made, 12 from recordings')
  await expect(stdout).toMatchFileSnapshot(`../fixtures/support-workshop/${expected}`)
})

test('three groups of the sample with the first prompt, from its recordings', async () => {
  const cwd = await emptyFolder()
  const rows = readFileSync(join(ROOT, SAMPLE), 'utf8').split('\r\n')
  const engineer = rows
    .filter((row, index) => index === 0 || row.startsWith('Support engineer,'))
    .join('\r\n')
  await writeFile(join(cwd, 'engineer.csv'), engineer)
  const argv = ['summarize', 'engineer.csv', '-m', 'gateway-llm', '--prompt', 'six-themes@1', '--replay']
  const recordings = join(ROOT, 'fixtures/support-workshop/recordings')
  const { exitCode, stdout } = await spawnProgram([...argv, '--recordings', recordings, '-f', 'json'], {
    cwd,
  })
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout).groups.map(({ status }: { status: string }) => status)).toEqual([
    'complete',
    'complete',
    'complete',
  ])
})

test('the sample with its rows shuffled is answered from the same recordings', async () => {
  const cwd = await emptyFolder()
  const [header, ...rows] = readFileSync(join(ROOT, SAMPLE), 'utf8').trimEnd().split('\r\n')
  const shuffled = rows
    .map((row, index) => ({ row, rank: (index * 7919) % rows.length }))
    .sort((a, b) => a.rank - b.rank)
  await writeFile(join(cwd, 'shuffled.csv'), [header, ...shuffled.map(({ row }) => row)].join('\r\n'))
  const config = join(ROOT, 'fixtures/support-workshop/sixthemes.yaml')
  const { exitCode, stderr } = await spawnProgram(['summarize', 'shuffled.csv', '--config', config], { cwd })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('0 requests made, 12 from recordings')
})

test('the document alone is on standard output, so it can be piped', async () => {
  const input = readFileSync(join(ROOT, SAMPLE), 'utf8')
  const { stdout } = await spawnProgram(['summarize', '-', ...REPLAY, '-f', 'json', '-q'], {
    cwd: ROOT,
    input,
  })
  expect(JSON.parse(stdout).sources[0].notes).toBe(410)
})

test('a run asks, records and writes; the next one asks nothing and writes the same bytes', async () => {
  const cwd = await folderWithBoard(5)
  const server = await startEndpoint(dealOutAfter(0))
  const argv = [
    'summarize',
    FILE,
    '-m',
    'small',
    '--base-url',
    server.baseUrl,
    '-o',
    'out.md',
    '-o',
    'out.json',
  ]
  expect(await spawnProgram(argv, { cwd })).toMatchObject({ exitCode: 0, stdout: '' })
  const written = await Promise.all(['out.md', 'out.json'].map((name) => readFile(join(cwd, name), 'utf8')))
  expect(server.requests).toHaveLength(5)
  expect(await spawnProgram(argv, { cwd })).toMatchObject({ exitCode: 0 })
  expect(server.requests).toHaveLength(5)
  expect(await Promise.all(['out.md', 'out.json'].map((name) => readFile(join(cwd, name), 'utf8')))).toEqual(
    written,
  )
  expect(readdirSync(cwd).sort()).toEqual(['board.csv', 'cache', 'out.json', 'out.md'])
})

test('a run that is killed goes on where it stopped, and nothing is asked twice but what was under way', async () => {
  const cwd = await folderWithBoard(30)
  const server = await startEndpoint(dealOutAfter(20))
  const argv = [
    'summarize',
    FILE,
    '-m',
    'small',
    '--base-url',
    server.baseUrl,
    '--concurrency',
    '2',
    '-o',
    'out.json',
  ]
  const killed = startProgram(argv, { cwd })
  while (server.requests.length < 12) await new Promise((resolve) => setTimeout(resolve, 5))
  killed.process.kill('SIGKILL')
  await killed.done
  expect(readdirSync(cwd)).not.toContain('out.json')
  const before = server.requests.length
  const recorded = readdirSync(join(cwd, 'cache/sixthemes/recordings')).filter((name) =>
    name.endsWith('.json'),
  ).length
  expect(recorded).toBeGreaterThan(0)
  expect(before - recorded).toBeLessThanOrEqual(2 * 2) // at the endpoint, or answered and about to be recorded
  expect(await spawnProgram(argv, { cwd })).toMatchObject({ exitCode: 0 })
  expect(server.requests.length - before).toBe(30 - recorded)
})

test('Ctrl-C stops at once, keeps what was recorded and says how to go on', async () => {
  const cwd = await folderWithBoard(10)
  const server = await startEndpoint(dealOutAfter(0), dealOutAfter(0), () => running.process.kill('SIGINT'))
  const argv = [
    'summarize',
    FILE,
    '-m',
    'small',
    '--base-url',
    server.baseUrl,
    '--concurrency',
    '1',
    '-o',
    'out.md',
  ]
  const running = startProgram(argv, { cwd })
  const { exitCode, stderr } = await running.done
  expect(exitCode).toBe(130)
  expect(stderr).toContain('the same command goes on from there')
  expect(readdirSync(join(cwd, 'cache/sixthemes/recordings'))).toHaveLength(2)
  expect(readdirSync(cwd)).not.toContain('out.md')
})

test.each<[string, Behaviour, RegExp]>([
  [
    '401',
    failure(401, 'Incorrect API key provided'),
    /refused the request \(401\): Incorrect API key provided/,
  ],
  [
    'an unknown model',
    failure(404, 'The model `small` does not exist', { code: 'model_not_found' }),
    /no model "small"; it offers "gpt-small", "gpt-large"/,
  ],
])('%s ends with exit code 4 and leaves existing output as it is', async (_, behaviour, says) => {
  const cwd = await folderWithBoard(3)
  await writeFile(join(cwd, 'out.md'), 'precious')
  const server = await startEndpoint(behaviour)
  const argv = ['summarize', FILE, '-m', 'small', '--base-url', server.baseUrl, '-o', 'out.md']
  const { exitCode, stderr } = await spawnProgram(argv, { cwd, environment: { OPENAI_API_KEY: 'test-key' } })
  expect(exitCode).toBe(4)
  expect(stderr).toMatch(says)
  expect(stderr).not.toContain('test-key')
  expect(await readFile(join(cwd, 'out.md'), 'utf8')).toBe('precious')
})

test('an endpoint that is not there ends with exit code 4', async () => {
  const cwd = await folderWithBoard(3)
  const argv = ['summarize', FILE, '-m', 'small', '--base-url', await addressOfNobody(), '-o', 'out.md']
  const { exitCode, stderr } = await spawnProgram(argv, { cwd })
  expect(exitCode).toBe(4)
  expect(stderr).toMatch(/127\.0\.0\.1:\d+ cannot be reached .*ECONNREFUSED/)
  expect(readdirSync(cwd)).not.toContain('out.md')
})

test('real folders and files that cannot be used are told apart', async () => {
  const cwd = await folderWithBoard(1)
  await mkdir(join(cwd, 'folder'))
  const replay = ['-m', 'small', '--replay']
  const says = async (...argv: string[]): Promise<string> =>
    (await spawnProgram(['summarize', ...argv, ...replay], { cwd })).stderr
  expect(await says('folder')).toContain('folder: this is a folder')
  expect(await says('nothing.csv')).toContain('nothing.csv: there is no such file')
  expect(await says(`${FILE}/x.csv`)).toContain('there is no such file')
  expect(await says(FILE, '-o', 'folder', '-f', 'md')).toContain('it is a folder')
  expect(await says(FILE, '-o', 'nowhere/out.md')).toContain('there is no folder nowhere')
  expect(await says(FILE, '-o', `${FILE}/out.md`)).toContain(`there is no folder ${FILE}`)
  expect(await says(FILE, '-o', `./folder/../${FILE}`, '-f', 'md')).toContain('named as input and as output')
})

test('the key may stand in a FILE, and goes nowhere but to the endpoint', async () => {
  const cwd = await folderWithBoard(1)
  await writeFile(join(cwd, 'key.txt'), 'test-key-from-file\n')
  const server = await startEndpoint(dealOutAfter(0))
  const argv = [
    'summarize',
    FILE,
    '-m',
    'small',
    '--base-url',
    server.baseUrl,
    '--api-key-file',
    'key.txt',
    '--verbose',
    '-o',
    'out.json',
  ]
  const { exitCode, stdout, stderr } = await spawnProgram(argv, { cwd })
  expect(exitCode).toBe(0)
  expect(server.headers[0]?.authorization).toBe('Bearer test-key-from-file')
  const cache = join(cwd, 'cache/sixthemes/recordings')
  const recordings = readdirSync(cache).map((name) => readFileSync(join(cache, name), 'utf8'))
  expect([stdout, stderr, readFileSync(join(cwd, 'out.json'), 'utf8'), ...recordings].join()).not.toContain(
    'test-key',
  )
})
