import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { EndpointError } from '../../src/errors/model-trouble.js'
import type { Overview } from '../../src/summary/overview.js'
import type { Summary } from '../../src/summary/summary.js'
import { runProgram } from '../support/fake-world.js'
import { dealOut, type QueuedReply } from '../support/queued-model.js'
import { spawnProgram } from '../support/spawn-program.js'

const BOARD = `persona,quadrant,note
Coach,Pains,no time
Coach,Pains,no budget
Coach,Pains,slow tools
Lead,Pains,queue
Lead,Pains,noise
Lead,Pains,pager of a@example.com
`
const asking = ['-m', 'small', '--base-url', 'http://127.0.0.1:1/v1', '--recordings', 'r']
const first = await runProgram(['summarize', 'board.csv', ...asking, '-o', 'summary.json'], {
  files: { 'board.csv': BOARD },
  replies: [dealOut],
})
const { files } = first
const summary = JSON.parse(files['summary.json'] ?? '') as Summary
const ids = summary.groups.map(({ themes }) => themes.map(({ id }) => id)) // two themes a group: 1 and 2, 3 and 4

const said = (text: string, ...themes: number[]) => ({ text, themes })
const REPLY = {
  personas: [
    { persona: 1, statements: [said('Coaches lack "no time" and "money".', 1, 2), said('Of another.', 3)] },
    { persona: 2, statements: [said('Leads wait.', 4, 4, 9), said(' ', 3)] },
    { persona: 7, statements: [said('Nobody.', 1)] },
  ],
  quadrants: [
    {
      quadrant: 1,
      shared: [said('Both suffer.', 1, 3), said('Only one.', 1, 2)],
      apart: [said('They differ.', 2, 4)],
    },
  ],
}

const overviewOf = async (argv: readonly string[], replies: QueuedReply[], more = files) =>
  runProgram(['overview', 'summary.json', ...asking, ...argv], { files: more, replies })

test('statements keep the themes they may cite; those that rest on none are left out and counted', async () => {
  const { stdout, exitCode } = await overviewOf(['-f', 'json'], [REPLY])
  expect(exitCode).toBe(0)
  const { prompt, ...overview } = JSON.parse(stdout) as Overview
  expect(prompt).toMatchObject({ id: 'overview', version: 1 })
  const [coach = [], lead = []] = ids
  expect(overview).toEqual({
    personas: [
      { persona: 'Coach', statements: [{ text: 'Coaches lack "no time" and money.', themes: coach }] },
      { persona: 'Lead', statements: [{ text: 'Leads wait.', themes: [lead[1]] }] },
    ],
    quadrants: [
      {
        quadrant: 'Pains',
        shared: [{ text: 'Both suffer.', themes: [coach[0], lead[0]] }],
        apart: [{ text: 'They differ.', themes: [coach[1], lead[1]] }],
      },
    ],
    unfounded: 4,
  })
})

test('the document names the themes of each statement', async () => {
  const { stdout } = await overviewOf([], [REPLY])
  await expect(stdout).toMatchFileSnapshot('../../fixtures/documents/overview.md')
})

test('names that are to be replaced are replaced here too, and stand in the document', async () => {
  const named = { ...files, 'names.txt': 'Alpha\n' }
  const reply = { ...REPLY, personas: [{ persona: 1, statements: [said('It is about [NAME_1].', 1)] }] }
  const argv = ['--redact-names', 'names.txt']
  const { requests, stdout } = await overviewOf(argv, [reply], named)
  expect(JSON.stringify(requests)).not.toContain('Alpha')
  expect(stdout).toContain('It is about Alpha.')
})

test('it is asked for once, and personal data does not go along', async () => {
  const { files: recorded, requests } = await overviewOf(['-o', 'o.md'], [REPLY])
  expect(requests).toHaveLength(1)
  expect(JSON.stringify(requests)).not.toContain('a@example.com')
  const again = await overviewOf(['-o', 'o.md', '--replay'], [], recorded)
  expect(again).toMatchObject({ exitCode: 0, requests: [] })
  expect(again.files['o.md']).toBe(recorded['o.md'])
})

test('--overview puts it into the documents of a summary, and counts what it took', async () => {
  const run = await runProgram(
    ['summarize', 'board.csv', ...asking, '--overview', '-o', 'summary.md', '-o', 'summary.json'],
    { files, replies: [REPLY] },
  )
  expect(run.requests).toHaveLength(1)
  expect(run.files['summary.md']).toMatch(/^# Board\n\n## Overview\n\n\*\*Coach\.\*\*/)
  const whole = JSON.parse(run.files['summary.json'] ?? '') as Summary
  expect(whole.overview?.personas).toHaveLength(2)
  expect(whole.usage.requests).toBe(summary.usage.requests + 1)
})

test.each<[string, string[], QueuedReply[], number, RegExp]>([
  ['no model', ['--model', ''], [], 2, /--model: expected a text/],
  [
    'a recording that is missing',
    ['--replay', '-m', 'other'],
    [],
    2,
    /no recorded reply in r:\n {4}- Overview/,
  ],
  ['a reply that stays unusable', [], ['no', 'no'], 4, /There is no overview: the reply cannot be used/],
  [
    'an endpoint that fails',
    [],
    [new EndpointError('cut-off', 'it broke')],
    4,
    /There is no overview: it broke/,
  ],
  ['another format', ['-o', 'a.csv'], [], 2, /an overview cannot be written as csv/],
])('%s is an error', async (_, argv, replies, code, says) => {
  const { exitCode, stderr } = await overviewOf(argv, replies)
  expect(exitCode).toBe(code)
  expect(stderr).toMatch(says)
})

test('a summary is written without an overview where none comes, with exit code 3', async () => {
  const { exitCode, stderr, stdout } = await runProgram(['summarize', 'board.csv', ...asking, '--overview'], {
    files,
    replies: ['no', 'no'],
  })
  expect(exitCode).toBe(3)
  expect(stderr).toContain('There is no overview')
  expect(stdout).toContain('## How does it feel to be a coach?')
})

test('what a user allows counts for groups and overview together, and nothing is asked beyond it', async () => {
  const argv = ['summarize', 'board.csv', ...asking, '--overview', '--fresh']
  const { requests, exitCode, stderr } = await runProgram([...argv, '--max-requests', '2'], {
    files,
    replies: [dealOut],
  })
  expect({ requests, exitCode }).toEqual({ requests: [], exitCode: 2 })
  expect(stderr).toContain('This run would take 3 requests')
  const dry = await runProgram([...argv, '--dry-run'], { files })
  expect(dry.stdout).toContain('3 requests to small')
})

test('notes are listed also where there is no theme to give an overview of', async () => {
  const few = { 'board.csv': 'note\na\nb\n' }
  const run = await runProgram(['summarize', 'board.csv', ...asking, '--overview'], { files: few })
  expect(run.exitCode).toBe(3)
  expect(run.stdout).toContain('2 notes, too few to summarise')
})

test('the baseline gives none', async () => {
  const { exitCode, stderr } = await runProgram(['summarize', 'board.csv', '-m', 'baseline', '--overview'], {
    files,
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--overview and --model baseline cannot be used together')
})

test('that of the sample, from its recording', async () => {
  const sample = 'fixtures/support-workshop'
  const argv = [
    'overview',
    `${sample}/summary.json`,
    '-m',
    'gateway-llm',
    '--recordings',
    `${sample}/recordings`,
  ]
  const { stdout } = await spawnProgram([...argv, '--replay', '-q'], { cwd: process.cwd() })
  expect(stdout).toBe(await readFile(`${sample}/overview.md`, 'utf8'))
})
