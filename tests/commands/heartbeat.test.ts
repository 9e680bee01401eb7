import { expect, test } from 'vitest'
import type { Request } from '../../src/model/request.js'
import type { Summary } from '../../src/summary/summary.js'
import type { Feeling } from '../../src/text/feeling.js'
import { readFeelings } from '../../src/themes/replies/feelings-reply.js'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const said = (...feelings: [note: number, feeling: string][]) => ({
  feelings: feelings.map(([note, feeling]) => ({ note, feeling })),
})

test.each<[string, object, Record<number, Feeling> | RegExp]>([
  ['each note once', said([1, 'pleasant'], [2, 'unpleasant']), { 1: 'pleasant', 2: 'unpleasant' }],
  ['the same twice', said([1, 'neutral'], [1, 'neutral']), { 1: 'neutral' }],
  ['in two ways', said([1, 'neutral'], [1, 'pleasant'], [1, 'neutral'], [2, 'neutral']), { 2: 'neutral' }],
  ['notes that are not there', said([0, 'neutral'], [3, 'neutral'], [2, 'pleasant']), { 2: 'pleasant' }],
  ['none of them', said([9, 'neutral']), /none of the notes/],
  ['an invented feeling', said([1, 'joyful']), /schema/],
  ['something else', { themes: [] }, /schema/],
])('a reply about feelings: %s', (_, reply, expected) => {
  const read = readFeelings(reply, 2)
  if (expected instanceof RegExp)
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(expected) })
  else
    expect(read).toEqual({
      ok: true,
      value: new Map(Object.entries(expected).map(([id, f]) => [Number(id), f])),
    })
})

const BOARD = `quadrant,note
Arriving,warm welcome
Arriving,cold rain
Arriving,cold rain
Arriving,bus line 4
Waiting,cold tea
Waiting,warm soup
Waiting,a chair
Leaving,bye
`

/** Says of notes how they feel by a word of theirs; `skip` leaves out the notes with a word when there are several. */
const feelBy =
  (skip = /nothing/) =>
  (request: Request): object => {
    if (request.reply.name !== 'feelings') return dealOut(request)
    const notes = [...(request.messages.at(-1)?.content ?? '').matchAll(/^\[(\d+),"(.*)"\],?$/gm)]
    const shown = notes.length > 1 ? notes.filter(([, , text = '']) => !skip.test(text)) : notes
    return said(
      ...shown.map(([, id, text = '']): [number, string] => [
        Number(id),
        /warm/.test(text) ? 'pleasant' : /cold/.test(text) ? 'unpleasant' : 'neutral',
      ]),
    )
  }

const CONFIG = `maps:
  visit:
    journey: true
    quadrants: [{ name: Arriving }, { name: Waiting }, { name: Leaving }]
map: visit
`

const summarize = (argv: readonly string[], { files, ...setup }: Setup = {}) =>
  runProgram(
    [
      'summarize',
      'board.csv',
      '-m',
      'm',
      '--base-url',
      'http://127.0.0.1:1/v1',
      '--recordings',
      'r',
      ...argv,
    ],
    { replies: [feelBy()], files: { 'board.csv': BOARD, 'sixthemes.yaml': CONFIG, ...files }, ...setup },
  )

test('each note says how it feels, code counts them, and every format shows it', async () => {
  const { exitCode, files, requests } = await summarize([
    '--heartbeat',
    '-o',
    's.json',
    '-o',
    's.md',
    '-o',
    's.csv',
    '-o',
    's.html',
  ])
  expect(exitCode).toBe(0)
  expect(requests.map(({ reply }) => reply.name).sort()).toEqual(['feelings', 'feelings', 'themes', 'themes'])
  const { groups, journey, heartbeat, usage }: Summary = JSON.parse(files['s.json'] ?? '')
  expect(journey).toBe(true)
  expect(heartbeat?.prompt).toMatchObject({ id: 'heartbeat', version: 1 })
  expect(usage.requests).toBe(4)
  expect(groups.map((group) => group.heartbeat)).toEqual([
    { pleasant: 1, neutral: 1, unpleasant: 2, unsaid: 0 },
    { pleasant: 1, neutral: 1, unpleasant: 1, unsaid: 0 },
    undefined, // listed without asking
  ])
  expect(files['s.md']).toContain('| Arriving | 1 (25%) | 1 (25%) | 2 (50%) |\n')
  expect(files['s.md']).toContain('| Leaving | – | – | – |\n')
  expect(files['s.csv']).toContain('cold rain,,unpleasant,')
  expect(files['s.html']).toContain('<td>50%</td>')
  // Arriving lies below the middle, Waiting on it; nobody was asked about Leaving, where the line ends
  expect(files['s.html']).toContain('class="way" d="M167 60C')
  expect(files['s.html']).toContain('class="dots" d="M167 60h0M500 50h0"')
})

test('a note that the reply leaves out is asked about again, and is without a feeling where that says nothing', async () => {
  const { stdout, requests } = await summarize(['--heartbeat', '-f', 'json'], {
    replies: [feelBy(/tea|soup/)],
  })
  const { groups }: Summary = JSON.parse(stdout)
  const again = requests.filter(({ messages }) => /^Notes: 2$/m.test(messages.at(-1)?.content ?? ''))
  expect(again).toHaveLength(1)
  expect(groups[1]?.heartbeat).toEqual({ pleasant: 0, neutral: 1, unpleasant: 0, unsaid: 2 })
  const { stdout: text } = await summarize(['--heartbeat'], { replies: [feelBy(/tea|soup/)] })
  expect(text).toContain('| Waiting | 0 (0%) | 1 (100%) | 0 (0%) | 2 |')
})

test('themes do not depend on the feelings: where these cannot be had, the rest is written', async () => {
  const { exitCode, stdout } = await summarize(['--heartbeat', '-f', 'json'], {
    replies: [(request) => (request.reply.name === 'feelings' ? 'no idea' : dealOut(request))],
  })
  const { groups }: Summary = JSON.parse(stdout)
  expect(exitCode).toBe(0)
  expect(groups.map(({ status, heartbeat }) => [status, heartbeat])).toEqual([
    ['complete', undefined],
    ['complete', undefined],
    ['listed', undefined],
  ])
})

test('a journey is drawn as a path also where nobody asked how it feels, and another map is not', async () => {
  const { stdout } = await summarize(['-f', 'html'])
  expect(stdout).toContain('class="dots" d="M167 50h0M500 50h0M833 50h0"')
  const plain = await summarize(['-f', 'html'], { files: { 'sixthemes.yaml': '' } })
  expect(plain.stdout).not.toContain('class="way"')
})

test('a summary whose heartbeat does not follow from its notes is refused', async () => {
  const { files } = await summarize(['--heartbeat', '-o', 's.json'])
  const edited = (files['s.json'] ?? '').replace('"unpleasant": 2', '"unpleasant": 0')
  const { exitCode, stderr } = await runProgram(['render', 's.json'], { files: { 's.json': edited } })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('All / Arriving: its heartbeat does not follow from the notes (unpleasant: 2)')
})

test('the baseline cannot say how notes feel', async () => {
  const { exitCode, stderr } = await runProgram(['summarize', 'board.csv', '-m', 'baseline', '--heartbeat'], {
    files: { 'board.csv': BOARD },
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--heartbeat')
})
