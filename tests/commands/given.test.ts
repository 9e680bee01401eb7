import { expect, test } from 'vitest'
import type { Request } from '../../src/model/request.js'
import type { Summary } from '../../src/summary/summary.js'
import { runProgram, type Setup } from '../support/fake-world.js'
import { placements, themes } from '../support/queued-model.js'

const BOARD = `persona,quadrant,note
Coach,Pains,no time
Coach,Pains,never any time
Coach,Pains,tools are slow
Coach,Pains,the canteen
Coach,Pains,cold soup
Coach,Pains,no salt
Coach,Gains,thanks
`
const GIVEN =
  'quadrant,theme,definition,include,id\nPains,No time,hours that lack,rota,time\nPains,Tools,,,tools\nPains,Money,pay,,money\n'

const ASK = [
  'summarize',
  'board.csv',
  '-m',
  'm',
  '--base-url',
  'http://127.0.0.1:1/v1',
  '--recordings',
  'r',
  '--given',
  'given.csv',
]

/** Places notes by a word of theirs. */
function placeByWord({ messages, reply }: Request): object {
  const data = messages.at(-1)?.content ?? ''
  if (reply.name === 'themes') return themes({ Food: [1, 2, 3] })
  const notes = [...data.matchAll(/^\[(\d+),"(.*)"\],?$/gm)].map(([, id, text = '']) => {
    const theme = /time/.test(text) ? 1 : /tools/.test(text) ? 2 : null
    return [Number(id), theme] as const
  })
  return placements(Object.fromEntries(notes))
}

const summarize = (argv: readonly string[] = [], setup: Setup = {}) =>
  runProgram([...ASK, '-f', 'json', ...argv], {
    ...setup,
    files: { 'board.csv': BOARD, 'given.csv': GIVEN, ...setup.files },
    replies: setup.replies ?? [placeByWord],
  })

const groupOf = (json: string) => {
  const { groups } = JSON.parse(json) as Summary
  const group = groups.find(({ quadrant }) => quadrant === 'Pains')
  if (!group) throw new Error('no such group')
  return group
}

test('notes are placed in the given themes, whose words are copied; those without notes are there too', async () => {
  const { exitCode, stdout, requests } = await summarize()
  expect(exitCode).toBe(0)
  const { themes, unplaced, checks } = groupOf(stdout)
  expect(
    themes.map(({ id, title, summary, given, notes }) => [id, title, summary, given, notes.length]),
  ).toEqual([
    ['time', 'No time', 'hours that lack', true, 2],
    ['tools', 'Tools', '', true, 1],
    ['money', 'Money', 'pay', true, 0],
  ])
  expect(unplaced.map(({ text }) => text)).toEqual(['the canteen', 'cold soup', 'no salt'])
  expect(checks).toMatchObject({ coverage: 0.5, findings: [{ check: 'coverage', share: 0.5 }] })
  expect(JSON.parse(stdout)).toMatchObject({
    given: { themes: 3, prompt: { id: 'given-themes', version: 1 } },
  })
  expect(requests).toHaveLength(1)
  expect(requests[0]?.messages[1]?.content).toContain(
    '{"number":1,"title":"No time","definition":"hours that lack","include":"rota"},\n{"number":2,"title":"Tools"}',
  )
})

test('groups without given themes are asked as ever, or listed', async () => {
  const { stdout } = await summarize()
  const { groups } = JSON.parse(stdout) as Summary
  expect(groups.find(({ quadrant }) => quadrant === 'Gains')?.status).toBe('listed')
})

test('even one note is placed where themes are given', async () => {
  const given = 'theme\nThanks\n'
  const { stdout } = await summarize([], {
    files: { 'board.csv': 'note\nthanks\n', 'given.csv': given },
    replies: [placements({ 1: 1 })],
  })
  expect((JSON.parse(stdout) as Summary).groups[0]).toMatchObject({ status: 'complete', unplaced: [] })
})

test('a changed definition asks anew, a new note asks its part only, a re-sorted list of notes nothing', async () => {
  const parts = ['--part-notes', '4']
  const { files } = await summarize(parts)
  const again = await summarize(parts, { files })
  expect(again.requests).toHaveLength(0)
  const defined = await summarize(parts, { files: { ...files, 'given.csv': GIVEN.replace('pay', 'wages') } })
  const all = defined.requests.length
  expect(all).toBeGreaterThan(1)
  const added = await summarize(parts, { files: { ...files, 'board.csv': `${BOARD}Coach,Pains,queue\n` } })
  expect(added.requests.length).toBeLessThan(all)
  expect(added.requests.length).toBeGreaterThan(0)
})

test('notes that the reply leaves out are asked about once more', async () => {
  const replies = [placements({ 1: 1 }), (request: Request) => placeByWord(request)]
  const { stdout, requests } = await summarize([], { replies })
  expect(requests).toHaveLength(2)
  expect(groupOf(stdout).checks).toMatchObject({ omitted: 5, unsettled: 0 })
})

test('what fits none is asked about where that is wanted, and stays where it is', async () => {
  const { stdout, requests } = await summarize(['--suggest'])
  expect(requests).toHaveLength(2)
  const { suggested, unplaced } = groupOf(stdout)
  expect(suggested).toEqual([{ title: 'Food', summary: 'About food.', notes: unplaced.map(({ id }) => id) }])
  const markdown = await summarize(['--suggest', '-f', 'md'])
  expect(markdown.stdout).toContain(
    'They would make these themes, which nobody gave:\n\n- Food (3 notes): About food.',
  )
  expect(markdown.stdout).toContain('3. **Money** (0 notes): pay')
  expect(markdown.stdout).toContain(
    '- 3 themes given beforehand; notes were placed in them by prompt given-themes@1',
  )
})

test('with the same list the counts of two waves can be compared, and the themes of one are the list of the next', async () => {
  const first = await summarize(['-o', 'first.json', '-o', 'list.csv', '-o', 'list.qdc', '--as', 'given'])
  expect(first.files['list.csv']).toContain('No time,Coach,Pains,hours that lack,,,no time,time\r\n')
  const files = { ...first.files, 'board.csv': BOARD.replace('tools are slow', 'no time at all') }
  const next = await summarize(['--given', 'list.csv', '--previous', 'first.json', '-o', 'next.json'], {
    files,
  })
  const [time] = groupOf(next.files['next.json'] ?? '').themes
  expect(time).toMatchObject({ id: 'time', continues: 'time', before: { notes: 2, of: 6 } })
  const compared = await runProgram(['compare', 'first.json', 'next.json', '-q'], { files: next.files })
  expect(compared.stdout).toContain('| No time | 33% (2) | 50% (3) |')
  const codebook = await summarize(['--given', 'list.qdc'], { files: first.files })
  expect(groupOf(codebook.stdout).themes.map(({ title }) => title)).toEqual(['No time', 'Tools', 'Money'])
})

test('a codebook is written with the same bytes each time, all of its names escaped', async () => {
  const hostile = GIVEN.replace('Tools', '"</Code> & ""tools"""')
  const { stdout } = await summarize(['-f', 'qdc'], { files: { 'given.csv': hostile } })
  expect(stdout).toContain('name="&lt;/Code&gt; &amp; &quot;tools&quot;" isCodable="true"')
  expect((await summarize(['-f', 'qdc'], { files: { 'given.csv': hostile } })).stdout).toBe(stdout)
})

test.each<[string, string, string, string[], string]>([
  ['a list without themes', 'given.csv', 'note\na\n', [], 'row 0: there is no column "theme"'],
  ['a theme twice', 'given.csv', 'theme\na\nA\n', [], 'row 2: the same title is given at 1 already'],
  ['broken YAML', 'given.yaml', 'a: [', ['--given', 'given.yaml'], 'line 1'],
  ['a broken codebook', 'given.qdc', '<CodeBook><Codes>', ['--given', 'given.qdc'], 'line 1'],
  [
    'a list for nobody',
    'given.csv',
    'theme,persona\nA,Nurse\n',
    [],
    'no group of the notes is one that these themes are for ("Nurse / …")',
  ],
  [
    'the baseline',
    'given.csv',
    GIVEN,
    ['-m', 'baseline'],
    '--model baseline cannot place notes in given themes',
  ],
])('%s is refused, and nothing is asked or written', async (_, name, text, argv, says) => {
  const { exitCode, stderr, requests, files } = await summarize([...argv, '-o', 'out.md'], {
    files: { [name]: text },
  })
  expect([exitCode, requests.length, files['out.md']]).toEqual([2, 0, undefined])
  expect(stderr).toContain(says)
})

test('what would be asked can be seen', async () => {
  const { stdout } = await runProgram(['inspect', ...ASK.slice(1)], {
    files: { 'board.csv': BOARD, 'given.csv': GIVEN },
  })
  expect(stdout).toContain('1 group asked with given-themes@1, where themes were given')
})
