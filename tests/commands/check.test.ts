import { describe, expect, test } from 'vitest'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const BOARD = 'persona,quadrant,note\nCoach,Pains,no time\nCoach,Pains,no budget\nCoach,Pains,slow tools\n'
const files = { 'board.csv': BOARD }
const ask = [
  'summarize',
  'board.csv',
  '-m',
  'small',
  '--base-url',
  'http://127.0.0.1:1/v1',
  '--recordings',
  'r',
]
const outputs = ['-o', 'a.md', '-o', 'b.json', '-o', 'c.csv', '-o', 'd.ndjson']

describe('--check', () => {
  const written = (more: Setup = {}) =>
    runProgram([...ask, ...outputs], { files, replies: [dealOut], ...more })

  test('finds nothing where the files are what a run writes, and asks nothing', async () => {
    const first = await written()
    const checked = await runProgram([...ask, ...outputs, '--check', '--replay'], { files: first.files })
    expect(checked).toMatchObject({ exitCode: 0, stdout: '', requests: [] })
    expect(checked.files).toEqual(first.files)
  })

  test('says what differs, writes nothing, and ends with 1', async () => {
    const first = await written()
    const old = { ...first.files, 'a.md': (first.files['a.md'] ?? '').replace('no time', 'no money') }
    const {
      exitCode,
      stderr,
      files: left,
    } = await runProgram([...ask, ...outputs, '--check', '--replay'], { files: old })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('sixthemes: a.md is not what a run writes now:')
    expect(stderr).toMatch(/^-.*no money/m)
    expect(stderr).toMatch(/^\+.*no time/m)
    expect(left).toEqual(old)
  })

  test('tells of a file that is not there', async () => {
    const first = await written()
    const { 'b.json': _, ...others } = first.files
    const { exitCode, stderr } = await runProgram([...ask, ...outputs, '--check', '--replay'], {
      files: others,
    })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('b.json is not what a run writes now:\nit is not there')
  })

  test('is as strict as it is asked to be where nothing differs', async () => {
    const poor = { themes: [{ title: 'Slow', summary: 'Slow, 7 times.', notes: [1, 2, 3] }], unplaced: [] }
    const first = await written({ replies: [poor] })
    const argv = [...ask, ...outputs, '--check', '--replay']
    expect((await runProgram(argv, { files: first.files })).exitCode).toBe(0)
    const strict = await runProgram([...argv, '--strict'], { files: first.files })
    expect(strict.exitCode).toBe(3)
    expect(strict.stderr).toContain(
      'falls short: Coach / Pains: theme 1 names “7”, a number that is in no note of it',
    )
  })

  test('gives up on the smallest difference of large documents', async () => {
    const first = await written()
    const other = { ...first.files, 'a.md': Array.from({ length: 5_000 }, (_, line) => `${line}\n`).join('') }
    const { exitCode, stderr } = await runProgram([...ask, ...outputs, '--check', '--replay'], {
      files: other,
    })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('it differs in more than 1000 lines')
  })

  test('needs files', async () => {
    const { exitCode, stderr } = await runProgram([...ask, '--check'], { files })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Name them with -o FILE')
  })
})

describe('--github', () => {
  const flawed = {
    themes: [{ title: 'Slow: 50%', summary: 'Slow.', notes: [1, 2] }],
    unplaced: [3],
  }
  const environment = { GITHUB_STEP_SUMMARY: 'step.md' }

  test('annotates findings and adds a table to the summary of the step', async () => {
    const {
      stderr,
      stdout,
      files: left,
    } = await runProgram([...ask, '--github', '-q'], {
      files: { ...files, 'step.md': 'before\n' },
      replies: [flawed],
      environment,
    })
    expect(stderr).toContain(
      '::warning::Coach / Pains: theme 1 names “50”, a number that is in no note of it; ',
    )
    expect(stderr).toContain('; 66%25 of the notes are in themes\n')
    expect(stdout).not.toContain('::')
    expect(left['step.md']).toBe(
      'before\n## Board\n\n| group | themes | checks |\n| --- | --- | --- |\n| Coach / Pains | Slow: 50% | 3 findings |\n',
    )
  })

  test('annotates groups that failed and files that are read in spite of something', async () => {
    const latin = Buffer.concat([
      Buffer.from(BOARD.replaceAll('Coach', 'Lead')),
      Buffer.from([0x43, 0x2c, 0x50, 0x2c, 0xe9, 0x0a]),
    ])
    const { stderr } = await runProgram([...ask.slice(0, 2), 'a:b.csv', ...ask.slice(2), '--github', '-q'], {
      files: { ...files, 'a:b.csv': latin },
      replies: [
        (request) => (JSON.stringify(request.messages).includes('Persona: Coach') ? 'no' : dealOut(request)),
      ],
    })
    expect(stderr).toContain('::error::Coach / Pains: the reply cannot be used')
    expect(stderr).toContain('::warning file=a%3Ab.csv::the text is not in UTF-8')
  })

  test('names the documents that differ', async () => {
    const { stderr } = await runProgram([...ask, '-o', 'a.md', '--check', '--github', '-q'], {
      files,
      replies: [dealOut],
    })
    expect(stderr).toContain('::error file=a.md::this document is not what a run writes now\n')
  })

  test('nothing in a name does anything in the summary of a step', async () => {
    const hostile = BOARD.replaceAll('Coach', '![p](https://example.org/x.png) @octocat')
    const { files: left } = await runProgram([...ask, '--github', '-q'], {
      files: { 'board.csv': hostile },
      replies: [dealOut],
      environment,
    })
    expect(left['step.md']).not.toMatch(/[^\\]\[p\]|@octocat/)
  })

  test('is off unless it is asked for', async () => {
    const { stderr, files: left } = await runProgram([...ask, '-q'], {
      files,
      replies: [flawed],
      environment,
    })
    expect(stderr).toBe('')
    expect(left).not.toHaveProperty('step.md')
  })
})

describe('recordings', () => {
  const record = () => runProgram([...ask, '-o', 'a.md'], { files, replies: [dealOut] })

  test('list says what each is for', async () => {
    const { files: recorded } = await record()
    const { stdout } = await runProgram(['recordings', '--recordings', 'r'], {
      files: { ...recorded, 'r/notes.txt': 'mine' },
    })
    expect(stdout).toMatch(
      /^Coach \/ Pains, six-themes@3, small, 120 tokens \([0-9a-f]{12}\)\n1 recording in r\n$/,
    )
  })

  test('prune removes what no input needs, and nothing else', async () => {
    const { files: recorded } = await record()
    const changed = { ...recorded, 'board.csv': `${BOARD}Coach,Pains,noise\n`, 'r/notes.txt': 'mine' }
    const again = await runProgram([...ask, '-o', 'a.md'], { files: changed, replies: [dealOut] })
    const damaged = { ...again.files, [`r/${'0'.repeat(64)}.json`]: '{"half":' }
    const prune = ['recordings', 'prune', 'board.csv', '-m', 'small', '--recordings', 'r']

    const dry = await runProgram([...prune, '--dry-run'], { files: damaged })
    expect(dry.stdout).toContain('1 recording would be removed, 2 would stay, in r\n')
    expect(dry.files).toEqual(damaged)

    const { stdout, files: left } = await runProgram(prune, { files: damaged })
    expect(stdout).toMatch(/^removed: Coach \/ Pains.*\n1 recording removed, 2 left, in r\n$/)
    expect(Object.keys(left).filter((file) => file.startsWith('r/'))).toHaveLength(3)
    expect(left['r/notes.txt']).toBe('mine')
    const replay = await runProgram([...ask, '--replay', '-o', 'a.md'], { files: left })
    expect(replay.exitCode).toBe(0)
  })

  test('prune knows of an overview that is wanted, and leaves what other commands recorded', async () => {
    const overview = {
      personas: [{ persona: 1, statements: [{ text: 'Slow.', themes: [1] }] }],
      quadrants: [],
    }
    const run = await runProgram([...ask, '--overview', '-o', 'a.json'], {
      files,
      replies: [dealOut, overview],
    })
    for (const flags of [[], ['--overview']]) {
      const argv = ['recordings', 'prune', 'board.csv', '-m', 'small', '--recordings', 'r', ...flags]
      const { stdout } = await runProgram(argv, { files: run.files })
      expect(stdout).toBe('0 recordings removed, 2 left, in r\n')
    }
  })

  test.each([
    ['no folder', ['-m', 'small'], 'Name the folder to be pruned'],
    [
      'the baseline',
      ['-m', 'baseline', '--recordings', 'r'],
      '--model baseline cannot say which recordings are needed',
    ],
  ])('prune with %s removes nothing', async (_, flags, says) => {
    const { files: recorded } = await record()
    const {
      exitCode,
      stderr,
      files: left,
    } = await runProgram(['recordings', 'prune', 'board.csv', ...flags], {
      files: recorded,
    })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(says)
    expect(left).toEqual(recorded)
  })

  test('prune removes nothing where a recording is missing', async () => {
    const { files: recorded } = await record()
    const changed = { ...recorded, 'board.csv': `${BOARD}Coach,Pains,noise\n` }
    const {
      exitCode,
      stderr,
      files: left,
    } = await runProgram(['recordings', 'prune', 'board.csv', '-m', 'small', '--recordings', 'r'], {
      files: changed,
    })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('1 of 1 groups have no recorded reply in r')
    expect(left).toEqual(changed)
  })
})
