import { describe, expect, test } from 'vitest'
import { runProgram, type Setup } from './support/fake-world.js'
import { dealOut } from './support/queued-model.js'

const BOARD =
  'persona,quadrant,note\nCoach,Pains,a\nCoach,Pains,b\nCoach,Pains,c\nLead,Gains,d\nLead,Gains,e\nLead,Gains,f\n'
const LOCAL = ['-m', 'small', '--base-url', 'http://127.0.0.1:1/v1']
const PROMPT =
  '---\nname: mine\nversion: 1\ndescription: x\ninput: { schema: { notes: array } }\noutput: { schema: themes }\n---\n{{role "user"}}\n'

type Case = {
  title: string
  argv?: string[]
  files?: Setup['files']
  readOnly?: string[]
  environment?: Record<string, string>
  /** What the message must say: what and where, then what next. */
  says: (string | RegExp)[]
}

const cases: Case[] = [
  { title: 'a missing file', files: {}, says: ['board.csv: there is no such file', 'Check the path'] },
  {
    title: 'a folder',
    files: { 'board.csv/a.csv': BOARD },
    says: ['board.csv: this is a folder', 'Name a file inside it'],
  },
  {
    title: 'an empty file',
    files: { 'board.csv': '' },
    says: ['board.csv: the file is empty', 'Export the board again'],
  },
  {
    title: 'a header alone',
    files: { 'board.csv': 'persona,note\n' },
    says: ['"persona", "note"', 'Export the board'],
  },
  {
    title: 'a binary file',
    files: { 'board.csv': 'PK\u0003\u0004' },
    says: ['a ZIP archive, or a workbook', 'CSV UTF-8'],
  },
  {
    title: 'an unclosed quote',
    files: { 'board.csv': 'note\na\n"b\nc\n' },
    says: ['board.csv, row 2 below the header', 'Close the quotation mark'],
  },
  {
    title: 'no note column',
    files: { 'board.csv': 'who,when\na,b\n' },
    says: ['"who": personal data', '--note COLUMN'],
  },
  {
    title: 'no notes in the note column',
    files: { 'board.csv': 'who,note\na,\n' },
    says: ['"note": empty', '--note COLUMN'],
  },
  {
    title: 'a named column that is absent',
    argv: ['--persona', 'Persone'],
    says: ['"Persone" (--persona)', 'Did you mean "persona"?'],
  },
  {
    title: 'a named column that is absent, from the environment',
    environment: { SIXTHEMES_NOTE: 'Noten' },
    says: ['"Noten"', '"note"'],
  },
  {
    title: 'an unknown prompt',
    argv: ['--prompt', 'six-thmes@2'],
    says: ['"six-themes@1", "six-themes@2"', 'Did you mean "six-themes@2"?'],
  },
  {
    title: 'an unknown version',
    argv: ['--prompt', 'six-themes@7'],
    says: ['no prompt "six-themes@7"', '"six-themes@2"'],
  },
  {
    title: 'a prompt for something else',
    argv: ['--prompt', 'place-notes@1'],
    says: ['asks for placements', 'prompts list'],
  },
  {
    title: 'a template that is missing',
    argv: ['--prompt', './mine.prompt'],
    says: ['./mine.prompt: there is no such file'],
  },
  {
    title: 'a template with an unknown variable',
    argv: ['--prompt', './mine.prompt'],
    files: { 'board.csv': BOARD, 'mine.prompt': `${PROMPT}Hi {{nobody}}` },
    says: ['./mine.prompt, line 9', '"nobody"', 'Mend the template'],
  },
  {
    title: 'a template with broken front matter',
    argv: ['--prompt', './mine.prompt'],
    files: { 'board.csv': BOARD, 'mine.prompt': PROMPT.replace('version: 1', 'version: [') },
    says: ['./mine.prompt, line', 'Mend the template'],
  },
  {
    title: 'a template with an unknown key',
    argv: ['--prompt', './mine.prompt'],
    files: { 'board.csv': BOARD, 'mine.prompt': PROMPT.replace('version: 1', 'version: 1\nmodel: x') },
    says: ['./mine.prompt, line 4', 'no key "model"'],
  },
  {
    title: 'an unknown key in sixthemes.yaml',
    files: { 'board.csv': BOARD, 'sixthemes.yaml': 'themes: 6\nmodle: x\n' },
    says: ['sixthemes.yaml has a problem', 'line 2', 'did you mean "model"?'],
  },
  {
    title: 'wrong types in sixthemes.yaml, all of them at once',
    files: { 'board.csv': BOARD, 'sixthemes.yaml': 'themes: six\nreplay: 3\n' },
    says: ['2 problems', 'line 1: themes', 'line 2: replay'],
  },
  {
    title: 'a configuration file that is missing',
    argv: ['-c', 'own.yaml'],
    says: ['own.yaml: there is no such configuration file', 'sixthemes init'],
  },
  {
    title: 'an unknown map',
    argv: ['--map', 'gains-task-pains'],
    says: ['"canvas"', 'Did you mean "gains-tasks-pains"?'],
  },
  {
    title: 'a number that is none',
    argv: ['--themes', 'many'],
    says: ['--themes: expected a whole number from 1 to 20 (got "many")'],
  },
  { title: 'an unknown format', argv: ['-f', 'pdf'], says: ['There is no format "pdf"', '"ndjson"'] },
  {
    title: 'an output folder that is missing',
    argv: ['-o', 'nowhere/out.md'],
    says: ['there is no folder nowhere', 'Make the folder first'],
  },
  {
    title: 'an output that cannot be written',
    argv: ['-o', 'out.md'],
    readOnly: ['out.md'],
    says: ['out.md: this file cannot be written', 'permissions'],
  },
  {
    title: 'an unknown kind of export',
    argv: ['--export', 'murall'],
    says: ['no kind of export "murall"', 'Did you mean "mural"?'],
  },
  {
    title: 'a kind of export that it is not',
    argv: ['--export', 'mural'],
    says: ['MURAL writes the column "Text", which is not there'],
  },
  {
    title: 'a folder for recordings that cannot be written',
    argv: ['--recordings', 'rec'],
    readOnly: ['rec'],
    says: ['rec: replies cannot be recorded there', '--recordings'],
  },
  {
    title: 'an output that is named twice in two ways',
    argv: ['-o', 'out.md', '-o', './out.md'],
    says: ['./out.md: the same output is named twice'],
  },
  {
    title: 'an output of unknown format',
    argv: ['-o', 'out.docx'],
    says: ['out.docx', '.md, .markdown, .json, .html, .htm, .ndjson, .jsonl, .csv'],
  },
  {
    title: 'an input that is named as output',
    argv: ['-o', './board.csv', '-f', 'md'],
    says: ['./board.csv: the same file is named as input and as output'],
  },
  {
    title: 'an output that is named twice',
    argv: ['-o', 'out.md', '-o', 'out.md'],
    says: ['out.md: the same output is named twice'],
  },
  {
    title: 'replay together with fresh',
    argv: ['--replay', '--fresh'],
    says: ['--replay and --fresh cannot be used together'],
  },
  {
    title: 'replay with recordings missing',
    argv: ['--replay'],
    says: [
      '2 of 2 groups have no recorded reply in cache',
      '- Coach / Pains',
      '- Lead / Gains',
      'without --replay',
    ],
  },
  {
    title: 'no key for a remote endpoint',
    argv: ['--base-url', 'https://llm.example.com/v1'],
    says: ['no API key for llm.example.com', 'OPENAI_API_KEY', 'http://127.0.0.1', '--replay'],
  },
  {
    title: 'a key file that is missing',
    argv: ['--api-key-file', 'key.txt'],
    says: ['key.txt: there is no such file'],
  },
  {
    title: 'a remote endpoint with --offline',
    argv: ['--offline', '--base-url', 'https://llm.example.com/v1'],
    says: ['--offline', 'llm.example.com'],
  },
  {
    title: 'an empty address',
    argv: ['--base-url', ''],
    says: ['--base-url: expected a text that is not empty'],
  },
  {
    title: 'an address that is none',
    argv: ['--base-url', 'localhost'],
    says: ['"localhost" is not the address', 'http://HOST/v1'],
  },
  {
    title: 'an unknown option',
    argv: ['--modle', 'x'],
    says: ["unknown option '--modle'", 'Did you mean --model?'],
  },
]

describe('bad input ends with exit code 2 and one clear message; nothing is asked or written', () => {
  test.each(cases)(
    '$title',
    async ({ argv = [], files = { 'board.csv': BOARD }, readOnly = [], environment = {}, says }) => {
      const before = Object.keys(files).sort()
      const outcome = await runProgram(['summarize', 'board.csv', ...LOCAL, ...argv], {
        files,
        readOnly,
        environment,
        replies: [dealOut],
      })
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '', requests: [] })
      for (const words of says) expect(outcome.stderr).toMatch(words)
      expect(outcome.stderr).not.toContain('    at ')
      expect(Object.keys(outcome.files).sort()).toEqual(before)
    },
  )
})

test.each([
  ['no files', ['summarize'], "missing required argument 'files'"],
  ['an unknown command', ['sumarize', 'board.csv'], 'Did you mean summarize?'],
  ['no model', ['summarize', 'board.csv'], 'No model is named'],
])('%s is a usage error', async (_, argv, says) => {
  const { exitCode, stderr } = await runProgram(argv, { files: { 'board.csv': BOARD } })
  expect(exitCode).toBe(2)
  expect(stderr).toContain(says)
})

const many = (row: (index: number) => string): string =>
  Array.from({ length: 12 }, (_, index) => row(index)).join('\n')

describe('a guess that is too weak ends a run before anything is asked, until the user says it', () => {
  test.each<[string, string, string, string[]]>([
    ['two columns for notes', 'Comment,Note\na,b\nc,d\ne,f', 'in "Note" or in "Comment"', ['--note', 'Note']],
    [
      'a group column of unique names',
      `note,category\n${many((index) => `note ${index},name ${index}`)}`,
      'the quadrant column "category"',
      ['--quadrant', 'category'],
    ],
    [
      'a note column that is mostly blank',
      `note,x\n${many((index) => (index < 5 ? `note ${index},` : ',y'))}`,
      '7 of 12 rows',
      ['--note', 'note'],
    ],
  ])('%s', async (_, board, says, flags) => {
    const argv = ['summarize', 'board.csv', ...LOCAL]
    const doubtful = await runProgram(argv, { files: { 'board.csv': board }, replies: [dealOut] })
    expect(doubtful).toMatchObject({ exitCode: 2, requests: [], stdout: '' })
    expect(doubtful.stderr).toContain(says)
    const inspected = await runProgram(['inspect', 'board.csv'], { files: { 'board.csv': board } })
    expect(inspected.stdout).toContain(says)
    const said = await runProgram([...argv, ...flags], { files: { 'board.csv': board }, replies: [dealOut] })
    expect(said.exitCode).toBe(0)
  })
})

test('a damaged recording is named and asked for anew, but ends a replay', async () => {
  const argv = ['summarize', 'board.csv', ...LOCAL]
  const { files } = await runProgram(argv, { files: { 'board.csv': BOARD }, replies: [dealOut] })
  const [recording = ''] = Object.keys(files).filter((path) => path.startsWith('cache/'))
  const damaged = { ...files, [recording]: '{"schema":' }

  const replayed = await runProgram([...argv, '--replay'], { files: damaged })
  expect(replayed.exitCode).toBe(2)
  expect(replayed.stderr).toContain(`${recording}: this recording is damaged`)

  const mended = await runProgram(argv, { files: damaged, replies: [dealOut] })
  expect(mended.exitCode).toBe(0)
  expect(mended.stderr).toContain(`warning: ${recording}: this recording is damaged`)
  expect(mended.requests).toHaveLength(1)
  expect(mended.files).toEqual(files)
})
