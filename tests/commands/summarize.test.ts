import { expect, test } from 'vitest'
import type { Request } from '../../src/model/request.js'
import type { Summary } from '../../src/summary/summary.js'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut, placements, themes } from '../support/queued-model.js'
import { sortByFirstWord } from '../support/sorting-model.js'

const BOARD = `persona,quadrant,note,votes
Coach,Pains,no time,1
Coach,Pains,no budget,0
Coach,Pains,slow tools,2
Coach,Gains,thanks,0
Lead,Pains,queue,3
Lead,Pains,Queue ,0
Lead,Pains,noise,0
Lead,Pains,pager,1
`
const SHUFFLED = [BOARD.split('\n')[0], ...BOARD.trim().split('\n').slice(1).reverse(), ''].join('\n')

const setup = (more: Setup = {}): Setup => ({ files: { 'board.csv': BOARD }, replies: [dealOut], ...more })
const ask = ['summarize', 'board.csv', '-m', 'small', '--base-url', 'http://127.0.0.1:1/v1']

test('the main job: themes per group on standard output, progress on standard error', async () => {
  const { exitCode, stdout, stderr, requests } = await runProgram(ask, setup())
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^# Board\n/)
  expect(stdout).toContain('### What makes it hard for a coach to do their work? — Pains')
  expect(stderr).toContain('Coach / Pains: 2 themes, 3 of 3 notes placed\n')
  expect(stderr).toContain('Coach / Gains: 1 note, listed as it is\n')
  expect(stderr).toMatch(
    /3 groups; 7 of 8 notes placed, 1 listed; 2 requests made, 0 from recordings; 200 tokens in, 40 out; [\d.]+ s\n$/,
  )
  expect(requests).toHaveLength(2)
})

test('the host is named once, before the first request', async () => {
  const { stderr } = await runProgram(ask, setup())
  expect(stderr.match(/Asking small at 127\.0\.0\.1:1\n/g)).toHaveLength(1)
  expect(stderr.indexOf('Asking')).toBeLessThan(stderr.indexOf('Coach / Pains'))
})

test('quiet is quiet', async () => {
  const { stdout, stderr } = await runProgram([...ask, '-q'], setup())
  expect(stderr).toBe('')
  expect(stdout).not.toBe('')
})

test('verbose says which layer gave what', async () => {
  const { stderr } = await runProgram(
    [...ask, '--verbose'],
    setup({ environment: { SIXTHEMES_THEMES: '4' } }),
  )
  expect(stderr).toContain('model = "small" (flag)')
  expect(stderr).toContain('themes = 4 (environment (SIXTHEMES_THEMES))')
  expect(stderr).toContain('timeout = 300 (default)')
})

test('several outputs are written, each in its format, and nothing on standard output', async () => {
  const { exitCode, stdout, files } = await runProgram(
    [...ask, '-o', 'a.md', '-o', 'b.json', '-o', 'c.txt', '-f', 'json'],
    setup(),
  )
  expect(exitCode).toBe(0)
  expect(stdout).toBe('')
  expect(files['a.md']).toMatch(/^# Board/)
  expect(JSON.parse(files['b.json'] ?? '')).toMatchObject({ schema: 'sixthemes/summary@1' })
  expect(files['c.txt']).toBe(files['b.json'])
})

test('JSON on standard output', async () => {
  const { stdout } = await runProgram([...ask, '-f', 'json'], setup())
  const summary = JSON.parse(stdout) as Summary
  expect(summary.sources).toMatchObject([{ file: 'board.csv', rows: 8, notes: 8, dropped: [] }])
  expect(summary.groups.map(({ persona, quadrant, status }) => [persona, quadrant, status])).toEqual([
    ['Coach', 'Gains', 'listed'],
    ['Coach', 'Pains', 'complete'],
    ['Lead', 'Pains', 'complete'],
  ])
})

test('a second run asks nothing and writes the same bytes', async () => {
  const first = await runProgram([...ask, '-o', 'out.json'], setup())
  const second = await runProgram([...ask, '-o', 'out.json'], { files: first.files })
  expect(second).toMatchObject({ exitCode: 0, requests: [] })
  expect(second.files).toEqual(first.files)
})

test('a replay needs neither key nor endpoint', async () => {
  const { files } = await runProgram(ask, setup())
  const { exitCode, requests } = await runProgram(['summarize', 'board.csv', '-m', 'small', '--replay'], {
    files,
  })
  expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] })
})

test('shuffled rows ask nothing, one changed note asks for its group alone', async () => {
  const { files } = await runProgram(ask, setup())
  const shuffled = await runProgram(ask, { files: { ...files, 'board.csv': SHUFFLED } })
  expect(shuffled).toMatchObject({ exitCode: 0, requests: [] })
  const changed = { ...files, 'board.csv': BOARD.replace('no budget', 'no money') }
  const again = await runProgram(ask, { files: changed, replies: [dealOut] })
  expect(again.requests).toHaveLength(1)
  expect(again.requests[0]?.messages[1]?.content).toContain('no money')
})

test('fresh asks for everything again', async () => {
  const { files } = await runProgram(ask, setup())
  expect((await runProgram([...ask, '--fresh'], { files, replies: [dealOut] })).requests).toHaveLength(2)
})

test('recordings go to the folder that is named', async () => {
  const { files } = await runProgram([...ask, '--recordings', 'rec'], setup())
  expect(Object.keys(files).filter((path) => path.startsWith('rec/'))).toHaveLength(2)
})

test('several files are one workshop', async () => {
  const files = { 'a.csv': 'persona,note\nCoach,tea\nCoach,milk', 'b.csv': 'Role;Sticky\nCoach;sugar\n' }
  const { stdout, requests } = await runProgram(
    ['summarize', 'a.csv', 'b.csv', ...ask.slice(2), '-f', 'json'],
    { files, replies: [dealOut] },
  )
  expect(requests).toHaveLength(1)
  expect((JSON.parse(stdout) as Summary).groups[0]?.themes.flatMap(({ notes }) => notes)).toContainEqual({
    id: 'f2r1',
    text: 'sugar',
    from: [{ file: 1, row: 1 }],
  })
})

test('standard input is a file called "-"', async () => {
  const { exitCode, stdout } = await runProgram(['summarize', '-', ...ask.slice(2), '-f', 'json'], {
    input: BOARD,
    replies: [dealOut],
  })
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    title: 'Standard input',
    sources: [{ file: 'standard input', notes: 8 }],
  })
})

test('sixthemes.yaml of the working directory counts, and its own maps', async () => {
  const config = `
model: small
baseUrl: http://127.0.0.1:1/v1
title: Retro
showNotes: none
map: retro
maps:
  retro:
    persona: How was the sprint for {a persona}?
    quadrants:
      - name: To improve
        aliases: [pains]
        question: What should {persona} change?
        lens: what to change
`
  const { stdout } = await runProgram(
    ['summarize', 'board.csv'],
    setup({ files: { 'board.csv': BOARD, 'sixthemes.yaml': config } }),
  )
  expect(stdout).toContain(
    '# Retro\n\n## How was the sprint for a coach?\n\n### What should Coach change? — To improve\n',
  )
  expect(stdout).toContain('### Gains\n')
})

test("a template of one's own is used, and named in the document", async () => {
  const template = `---
name: mine
version: 7
description: x
input: { schema: { notes: array, lens: string } }
output: { schema: themes }
---
{{role "user"}}
Look for {{lens}} in {{json notes}}
`
  const files = { 'board.csv': BOARD, 'mine.prompt': template }
  const { stdout, requests } = await runProgram(
    [...ask, '--prompt', 'mine.prompt', '-f', 'json'],
    setup({ files }),
  )
  expect(requests[0]?.messages).toEqual([
    { role: 'user', content: expect.stringContaining('Look for what stands in the way') },
  ])
  expect(JSON.parse(stdout).prompt).toMatchObject({ id: 'mine', version: 7 })
})

const uselessForCoach = (request: Request): string | object =>
  JSON.stringify(request.messages).includes('Persona: Coach') ? 'no' : dealOut(request)

test('a group that fails is named in the document, the others are there, and the exit code says so', async () => {
  const { exitCode, stdout, stderr } = await runProgram(ask, setup({ replies: [uselessForCoach] }))
  expect(exitCode).toBe(3)
  expect(stdout).toContain('> **This group could not be summarised**: the reply cannot be used')
  expect(stdout).toContain('- 1 group could not be summarised: Coach / Pains.')
  expect(stdout).toContain('“queue” (×2, 3 votes)')
  expect(stderr).toContain('FAILED Coach / Pains')
})

test('after a failure the next run asks only for what failed', async () => {
  const first = await runProgram(ask, setup({ replies: [uselessForCoach] }))
  const second = await runProgram(ask, { files: first.files, replies: [dealOut] })
  expect(second.exitCode).toBe(0)
  expect(second.requests).toHaveLength(1)
})

test('personal data is not sent, but stands in the document', async () => {
  const files = { 'board.csv': `${BOARD}Lead,Pains,ask dana@example.com,0\n` }
  const { stdout, requests } = await runProgram([...ask, '-f', 'json'], setup({ files }))
  expect(JSON.stringify(requests)).not.toContain('dana@example.com')
  expect(stdout).toContain('dana@example.com')
  const open = await runProgram([...ask, '--no-redact'], setup({ files }))
  expect(JSON.stringify(open.requests)).toContain('dana@example.com')
})

test('an interrupt ends the run with 130 and says how to go on', async () => {
  const { createFakeWorld } = await import('../support/fake-world.js')
  const { Interrupted } = await import('../../src/world/world.js')
  const { run } = await import('../../src/cli/main.js')
  const fake = createFakeWorld(
    setup({
      replies: [
        () => {
          fake.interrupt.abort(new Interrupted('interrupted'))
          return themes({ A: [1, 2, 3] })
        },
      ],
    }),
  )
  expect(await run([...ask, '--concurrency', '1'], fake.world)).toBe(130)
  expect(fake.stdout).toEqual([])
  expect(fake.stderr.join('')).toContain('recorded')
  expect([...fake.files.keys()].filter((path) => path.startsWith('cache/'))).toHaveLength(1)
})

test('a bug says so, with its stack', async () => {
  const { exitCode, stdout, stderr } = await runProgram(ask, setup({ replies: [new TypeError('oops')] }))
  expect(exitCode).toBe(70)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/this is a bug in sixthemes[\s\S]*TypeError: oops\n\s+at /)
})

test('personal data of persona, quadrant and left-over notes is not sent either', async () => {
  const board =
    'persona,quadrant,note\nana@example.com,b@example.com,c@example.com\nana@example.com,b@example.com,d\nana@example.com,b@example.com,e\n'
  const replies = [themes({ A: [1] }), placements({ 1: 1, 2: 1 })]
  const { exitCode, requests } = await runProgram(ask, { files: { 'board.csv': board }, replies })
  expect(exitCode).toBe(0)
  expect(requests).toHaveLength(2)
  expect(JSON.stringify(requests)).not.toContain('@example.com')
})

test('a file name cannot act in the document', async () => {
  const files = { '*b*[x](y).csv': BOARD }
  const { stdout } = await runProgram(['summarize', '*b*[x](y).csv', ...ask.slice(2), '--title', 'T'], {
    files,
    replies: [dealOut],
  })
  expect(stdout).toContain('- \\*b\\*\\[x\\](y).csv: 8 rows')
})

test('notes stand in file order, in themes and out of them', async () => {
  const files = { 'board.csv': 'note\nz\ny\nx\nw\nv\nu\n' }
  const reply = themes({ A: [2, 4, 6] }, [1, 3, 5]) // canonical order: u v w x y z
  const { stdout } = await runProgram([...ask, '-f', 'json'], { files, replies: [reply] })
  const [group] = (JSON.parse(stdout) as Summary).groups
  expect(group?.themes[0]?.notes.map(({ text }) => text)).toEqual(['z', 'x', 'v'])
  expect(group?.unplaced.map(({ text }) => text)).toEqual(['y', 'w', 'u'])
})

/** Two of three notes in a theme, or all of them. */
const twoOfThree = (summary: string) => ({
  themes: [{ title: 'Slow', summary, notes: [1, 2] }],
  unplaced: [3],
})
const allOfThree = (summary: string) => ({
  themes: [{ title: 'Slow', summary, notes: [1, 2, 3] }],
  unplaced: [],
})

test.each([
  ['a finding', ['--strict'], allOfThree('Slow, 7 times.'), 3],
  ['no finding', ['--strict'], allOfThree('Slow tools, no budget.'), 0],
  ['a finding that nobody is strict about', [], allOfThree('Slow, 7 times.'), 0],
  ['notes in no theme, more than usual', ['--strict'], twoOfThree('Slow tools.'), 3],
  ['the same, not strictly', [], twoOfThree('Slow tools.'), 0],
  ['fewer notes in themes than wanted', ['--min-coverage', '0.7'], twoOfThree('Slow tools.'), 3],
  ['as many as wanted', ['--min-coverage', '0.6', '--strict'], twoOfThree('Slow tools.'), 0],
])('%s, with %j: the exit code, and the document all the same', async (_, flags, reply, code) => {
  const files = { 'board.csv': 'note\nno budget\nslow tools\ntea\n' }
  const { exitCode, stdout } = await runProgram([...ask, ...flags], { files, replies: [reply] })
  expect(exitCode).toBe(code)
  expect(stdout).toContain('1. **Slow**')
})

test('thresholds of checks stand in sixthemes.yaml', async () => {
  const files = {
    'board.csv': 'note\nno budget\nslow tools\ntea\n',
    'sixthemes.yaml': 'checks: { grounding: 1 }',
  }
  const { stdout } = await runProgram([...ask, '-f', 'json'], {
    files,
    replies: [allOfThree('Tools of elsewhere.')],
  })
  const { groups } = JSON.parse(stdout) as Summary
  expect(groups[0]?.checks?.findings).toEqual([{ check: 'grounding', theme: 1, share: 0.67 }])
})

test('the baseline asks nothing, and says in every document that no model was used', async () => {
  const argv = ['summarize', 'board.csv', '-m', 'baseline', '-o', 'a.md', '-o', 'b.json']
  const { exitCode, files, requests } = await runProgram(argv, { files: { 'board.csv': BOARD } })
  expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] })
  expect(files['a.md']).toMatch(/^# Board\n\n> \*\*Please note\*\*: No language model was used\./)
  const { model, notice, prompt, usage } = JSON.parse(files['b.json'] ?? '') as Summary
  expect({ model, prompt, requests: usage.requests }).toEqual({
    model: 'baseline',
    prompt: undefined,
    requests: 0,
  })
  expect(notice).toContain('No language model was used')
})

test('a language is asked for by name or tag', async () => {
  for (const [language, said] of [
    ['de', 'German'],
    ['Klingon', 'Klingon'],
  ] as const) {
    const { requests } = await runProgram([...ask, '--language', language], setup())
    expect(requests[0]?.messages[0]?.content).toContain(`Write titles and summaries in ${said}, whatever`)
  }
})

test('a large group is announced, split and merged', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `${['queue', 'pager', 'stairs'][index % 3]} ${index}`)
  const files = { 'board.csv': ['note', ...rows, ''].join('\n') }
  const { stdout } = await runProgram([...ask, '--part-notes', '20', '--dry-run'], { files })
  expect(stdout).toContain('1 large group in several requests, and one more for each to merge its parts')
  const run = await runProgram([...ask, '--part-notes', '20', '-f', 'json'], {
    files,
    replies: [sortByFirstWord],
  })
  const { groups, usage } = JSON.parse(run.stdout) as Summary
  expect(groups[0]?.themes.map(({ title, share }) => [title, share]).sort()).toEqual([
    ['pager', 0.33],
    ['queue', 0.33],
    ['stairs', 0.33],
  ])
  expect(usage.requests).toBe(run.requests.length)
})

test('NDJSON on standard output is a line for each group, written as it finishes', async () => {
  const { stdout, exitCode } = await runProgram([...ask, '-f', 'ndjson', '-o', '-', '-o', 'b.json'], setup())
  expect(exitCode).toBe(0)
  const groups = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Summary['groups'][number])
  expect(groups.map(({ persona, quadrant }) => `${persona} ${quadrant}`).sort()).toEqual([
    'Coach Gains',
    'Coach Pains',
    'Lead Pains',
  ])
})

test('themes of last time go along with --previous, and the next summary says which it went on from', async () => {
  const first = await runProgram([...ask, '-o', 'spring.json'], setup())
  const spring = JSON.parse(first.files['spring.json'] ?? '') as Summary
  const [coach] = spring.groups.filter(({ status }) => status === 'complete')
  const goOn = (request: Request) => {
    const { themes, unplaced } = dealOut(request) as { themes: object[]; unplaced: number[] }
    return {
      themes: themes.slice(0, 2).map((theme, index) => ({ ...theme, continues: index === 0 ? 2 : null })),
      unplaced,
    }
  }
  const next = await runProgram(
    [...ask, '--previous', 'spring.json', '-o', 'autumn.json', '-o', 'autumn.md'],
    {
      files: first.files,
      replies: [(request) => (request.reply.name === 'continued' ? goOn(request) : dealOut(request))],
    },
  )
  const autumn = JSON.parse(next.files['autumn.json'] ?? '') as Summary
  expect(autumn.previous).toMatchObject({ title: 'Board', prompt: { id: 'continue-themes', version: 1 } })
  const [now] = autumn.groups.filter(({ status }) => status === 'complete')
  const continued = now?.themes.filter(({ continues }) => continues !== undefined)
  expect(continued?.map(({ id, continues }) => [id, continues])).toEqual([
    [coach?.themes[1]?.id, coach?.themes[1]?.id],
  ])
  expect(next.files['autumn.md']).toMatch(/\(\d notes?(?:, \d votes?)?, new\)/)
  expect(next.files['autumn.md']).toContain('Themes go on from “Board”')
})

test.each([
  ['a file that is no summary', ['--previous', 'board.csv'], 'board.csv: this cannot be read as a summary'],
  [
    'the baseline',
    ['--previous', 'x.json', '-m', 'baseline'],
    '--previous and --model baseline cannot be used together',
  ],
])('--previous with %s is an error', async (_, flags, says) => {
  const { exitCode, stderr, requests } = await runProgram([...ask, ...flags], setup())
  expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: [] })
  expect(stderr).toContain(says)
})

test('what was written is named at the end, and nothing where nothing was', async () => {
  const files = { 'board.csv': 'persona,quadrant,note\nCoach,Pains,a\nCoach,Pains,b\n' }
  const argv = ['summarize', 'board.csv', '-m', 'baseline']
  const written = await runProgram([...argv, '-o', 'a.md', '-o', 'b.json'], { files })
  expect(written.stderr).toMatch(/\nWritten: a\.md, b\.json\n$/)
  expect((await runProgram(argv, { files })).stderr).not.toContain('Written')
  const checked = await runProgram([...argv, '-o', 'a.md', '--check'], { files: written.files })
  expect(checked).toMatchObject({ exitCode: 0 })
  expect(checked.stderr).not.toContain('Written')
})

test('a pattern that the shell did not expand is expanded', async () => {
  const files = { 'in/a.csv': 'note\ntea\nmilk\nsoup', 'in/b.csv': 'note\nsugar', 'in/c.txt': 'no' }
  const { stdout } = await runProgram(['summarize', 'in/*.csv', ...ask.slice(2), '-f', 'json'], {
    files,
    replies: [dealOut],
  })
  expect((JSON.parse(stdout) as Summary).sources.map(({ file }) => file)).toEqual(['a.csv', 'b.csv'])
  const none = await runProgram(['inspect', 'in/*.tsv'], { files })
  expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('in/*.tsv: no file matches') })
  const named = await runProgram(['inspect', 'a[1].csv'], { files: { 'a[1].csv': 'note\ntea' } })
  expect(named.exitCode).toBe(0)
})

test.each<[string, string[], string]>([
  ['nothing is recorded about it', ['--persona', 'quadrant'], 'no recording is about it'],
  ['another model', ['-m', 'large'], 'recorded with the model small'],
  [
    'another language',
    ['--language', 'German'],
    'recorded with other notes, themes or settings (six-themes@3)',
  ],
])('a replay says why no recording fits: %s', async (_, argv, says) => {
  const { files } = await runProgram(ask, setup())
  const { exitCode, stderr } = await runProgram([...ask, ...argv, '--replay'], { files })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(says)
})

test('one cause is told once, and that the same command asks again only for what failed', async () => {
  const replies = [dealOut, 'no', 'no']
  const board = `${BOARD}Nurse,Pains,one\nNurse,Pains,two\nNurse,Pains,three\n`
  const { stderr, exitCode } = await runProgram([...ask, '-o', 'a.md'], {
    files: { 'board.csv': board },
    replies,
  })
  expect(exitCode).toBe(3)
  expect(stderr.match(/the reply cannot be used/g)).toHaveLength(1)
  expect(stderr).toContain('Nurse / Pains: failed for the same reason\n')
  expect(stderr).toContain('The same command asks again only for what failed.\n')
})

test('a title that says nothing is told of', async () => {
  const files = { 'answers.csv': BOARD }
  const argv = ['summarize', 'answers.csv', ...ask.slice(2)]
  const said = 'The document is called “Answers”, after its file; --title gives it a name\n'
  expect((await runProgram(argv, { files, replies: [dealOut] })).stderr).toContain(said)
  const named = await runProgram([...argv, '--title', 'Monday'], { files, replies: [dealOut] })
  expect(named.stderr).not.toContain('The document is called')
})
