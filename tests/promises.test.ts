import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEndpoint } from '../src/model/endpoint.js'
import { type Behaviour, startEndpoint } from './support/endpoint-server.js'
import { runProgram } from './support/fake-world.js'
import { dealOutAfter, folderWithBoard } from './support/large-board.js'
import { themes } from './support/queued-model.js'
import { spawnProgram } from './support/spawn-program.js'

/* What is promised, and what nothing else would notice if it were gone. */

const ASK = [
  'summarize',
  'board.csv',
  '-m',
  'small',
  '--base-url',
  'http://127.0.0.1:1/v1',
  '--recordings',
  'r',
]

test('among themes of as many notes the one with more votes comes first', async () => {
  const board = 'persona,quadrant,note,votes\nA,Pains,one,0\nA,Pains,two,0\nA,Pains,three,5\nA,Pains,four,0\n'
  const reply = themes({ First: [1, 2], Voted: [3, 4] })
  const { stdout } = await runProgram([...ASK, '-f', 'json'], {
    files: { 'board.csv': board },
    replies: [reply],
  })
  const [group] = JSON.parse(stdout).groups
  expect(group.themes.map(({ title }: { title: string }) => title)).toEqual(['Voted', 'First'])
})

/** Runs the built program over a board of so many groups, with recordings in r. → the folder it ran in */
async function summarizeBoard(groups: number, baseUrl: string): Promise<string> {
  const cwd = await folderWithBoard(groups)
  const argv = ['summarize', 'board.csv', '-m', 'm', '--base-url', baseUrl, '--recordings', 'r', '-o', 'a.md']
  expect(await spawnProgram(argv, { cwd })).toMatchObject({ exitCode: 0 })
  return cwd
}

test('recordings can be read by their owner alone', async () => {
  const server = await startEndpoint(dealOutAfter(0))
  const cwd = await summarizeBoard(1, server.baseUrl)
  const [name = ''] = await readdir(join(cwd, 'r'))
  const modes = await Promise.all([join(cwd, 'r'), join(cwd, 'r', name)].map((path) => stat(path)))
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600'])
})

test('a model on this machine is first asked one thing at a time', async () => {
  let active = 0
  const atOnce: number[] = []
  const behaviour: Behaviour = (response, request) => {
    atOnce.push(++active)
    setTimeout(() => {
      active--
      dealOutAfter(0)(response, request)
    }, 80)
  }
  const server = await startEndpoint(behaviour)
  await summarizeBoard(2, server.baseUrl)
  expect(atOnce).toEqual([1, 1])
})

test('nothing new is begun after a bug', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, index) => `P${index},Pains,one\nP${index},Pains,two\nP${index},Pains,three\n`,
  ).join('')
  let asked = 0
  const bug = (): object => {
    asked++
    throw new TypeError('a bug')
  }
  const { exitCode, stderr } = await runProgram([...ASK, '-o', 'a.md'], {
    files: { 'board.csv': `persona,quadrant,note\n${rows}` },
    replies: [bug],
  })
  expect(exitCode).toBe(70)
  expect(stderr).toContain('this is a bug in sixthemes')
  expect(asked).toBe(1)
})

test('documents say who answered, live and from recordings alike, and recordings without it say nothing', async () => {
  const board = 'persona,quadrant,note\nA,Pains,one\nA,Pains,two\nA,Pains,three\n'
  const openModel = async () => ({
    host: 'api.models.example:8443',
    complete: async () => ({
      text: JSON.stringify(themes({ First: [1, 2, 3] })),
      usage: { inputTokens: 1, outputTokens: 1 },
    }),
  })
  const argv = [...ASK, '-o', 'a.json', '-o', 'a.md', '-o', 'a.html']
  const live = await runProgram(argv, { files: { 'board.csv': board }, openModel })
  expect(JSON.parse(String(live.files['a.json'])).hosts).toEqual(['api.models.example'])
  expect(String(live.files['a.md'])).toContain('- Asked at api.models.example.\n')
  expect(String(live.files['a.html'])).toContain('Asked at api.models.example')

  const replayed = await runProgram([...argv, '--replay'], { files: live.files })
  for (const file of ['a.json', 'a.md', 'a.html'])
    expect(String(replayed.files[file])).toBe(String(live.files[file]))

  const name = Object.keys(live.files).find((file) => file.startsWith('r/')) ?? ''
  const recording = JSON.parse(String(live.files[name]))
  delete recording.reply.host
  const old = await runProgram([...argv, '--replay'], {
    files: { ...live.files, [name]: JSON.stringify(recording) },
  })
  expect(String(old.files['a.md'])).not.toContain('Asked at')
  expect(JSON.parse(String(old.files['a.json']))).not.toHaveProperty('hosts')
})

test('a model on this machine has no name', async () => {
  const server = await startEndpoint(dealOutAfter(0))
  const board = 'persona,quadrant,note\nA,Pains,one\nA,Pains,two\nA,Pains,three\n'
  const argv = ['summarize', 'board.csv', '-m', 'small', '--recordings', 'r', '--base-url', server.baseUrl]
  const { stdout } = await runProgram(argv, {
    files: { 'board.csv': board },
    openModel: async (options) => createEndpoint(options),
  })
  expect(stdout).toContain('- Asked at an address on this machine.\n')
})
