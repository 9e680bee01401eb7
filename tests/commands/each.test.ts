import { expect, test } from 'vitest'
import type { Summary } from '../../src/summary/summary.js'
import { namesOfFiles } from '../../src/text/names-of-files.js'
import { titleOfFiles } from '../../src/text/title-of-file.js'
import { runProgram } from '../support/fake-world.js'
import { sortByFirstWord } from '../support/sorting-model.js'

const board = (...notes: string[]): string => ['note', ...notes, ''].join('\n')
const TEAMS = {
  'teams/team-01.csv': board('queue long', 'queue slow', 'noise loud'),
  'teams/team-02.csv': board('queue again', 'pager at night', 'pager broken'),
  'teams/team-03.csv': board('noise all day', 'pager loud', 'queue never ends'),
}
const ARGV = [
  'summarize',
  'teams/*.csv',
  '--each',
  '-m',
  'm',
  '--base-url',
  'http://127.0.0.1:1/v1',
  '--themes',
  '3',
]

const summarize = (...argv: string[]) =>
  runProgram([...ARGV, ...argv], { files: { ...TEAMS, 'out/': '' }, replies: [sortByFirstWord] })

test('each file has its documents, and all together have one, which says in how many files a theme occurs', async () => {
  const { exitCode, files, requests, stderr } = await summarize(
    '-o',
    'out/{name}.md',
    '-o',
    'out/{name}.json',
    '-o',
    'all.md',
    '-o',
    'all.html',
  )
  expect(exitCode).toBe(0)
  const made = Object.keys(files).filter(
    (path) => /\.(md|json|html)$/.test(path) && !path.startsWith('cache'),
  )
  expect(made.sort()).toEqual([
    ...['all.html', 'all.md'],
    ...['01', '02', '03'].flatMap((team) => [`out/team-${team}.json`, `out/team-${team}.md`]),
  ])
  expect(requests).toHaveLength(4)
  expect(files['out/team-02.md']).toMatch(/^# Team 02\n/)
  expect(files['out/team-02.md']).not.toContain('files')
  expect(files['all.md']).toMatch(/^# Team \(3 files\)\n/)
  expect(files['all.md']).toContain('**queue** (4 notes, in 3 of 3 files)')
  expect(files['all.md']).toContain('**noise** (2 notes, in 2 of 3 files)')
  expect(files['all.html']).toContain('in 2 of 3 files')
  const one = JSON.parse(files['out/team-01.json'] ?? '') as Summary
  expect([one.across, one.sources.map(({ file }) => file)]).toEqual([undefined, ['team-01.csv']])
  expect(stderr).toContain('Written: out/team-03.md, out/team-03.json\n')
})

test('a second run asks nothing, and one changed team asks for itself and for all', async () => {
  const first = await summarize('-o', 'out/{name}.md', '-o', 'all.md')
  const again = await runProgram([...ARGV, '-o', 'out/{name}.md', '-o', 'all.md'], { files: first.files })
  expect(again).toMatchObject({ exitCode: 0, requests: [] })
  const files = { ...first.files, 'teams/team-01.csv': board('queue long', 'queue slow', 'noise odd') }
  const changed = await runProgram([...ARGV, '-o', 'out/{name}.md', '-o', 'all.md'], {
    files,
    replies: [sortByFirstWord],
  })
  expect(changed.requests).toHaveLength(2)
})

test('limits bind all of it together', async () => {
  const { requests } = await summarize('-o', 'out/{name}.md', '-o', 'all.md', '--max-requests', '2')
  expect(requests.length).toBeLessThanOrEqual(2)
})

test('--check covers all documents', async () => {
  const { files } = await summarize('-o', 'out/{name}.md', '-o', 'all.md')
  const check = [...ARGV, '-o', 'out/{name}.md', '-o', 'all.md', '--check']
  expect(await runProgram(check, { files })).toMatchObject({ exitCode: 0 })
  const other = await runProgram(check, { files: { ...files, 'out/team-02.md': 'x' } })
  expect(other.exitCode).toBe(1)
  expect(other.stderr).toContain('out/team-02.md is not what a run writes now')
})

test('without a place for the name it is refused', async () => {
  const { exitCode, stderr, requests } = await summarize('-o', 'all.md')
  expect([exitCode, requests.length]).toEqual([2, 0])
  expect(stderr).toContain('no output has a place for its name')
})

test('names are told apart, and titles say what they are about', () => {
  expect(namesOfFiles(['a/notes.csv', 'b/notes.csv', 'c.csv'])).toEqual(['a-notes', 'b-notes', 'c'])
  expect(titleOfFiles(['a/team-01.csv', 'a/team-12.csv'])).toBe('Team (2 files)')
  expect(titleOfFiles(['monday.csv', 'friday.csv'])).toBe('Monday and Friday')
  expect(titleOfFiles(['a.csv', 'b.csv', 'c.csv'])).toBe('A and 2 more files')
  expect(titleOfFiles(['x/support-workshop.csv'])).toBe('Support workshop')
})
