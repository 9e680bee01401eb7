import { expect, test } from 'vitest'
import { runProgram, type Setup } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const BOARD = `persona,note\n${Array.from({ length: 12 }, (_, row) => `P${row % 3},note ${row}`).join('\n')}\n`
const PRICES = 'prices:\n  input: 2\n  output: 8\n  currency: EUR\n  asOf: 2026-10-01\n'
const setup = (config = ''): Setup => ({
  files: { 'board.csv': BOARD, 'sixthemes.yaml': config },
  replies: [dealOut],
})
const ask = ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1']

test('a dry run says what it would take and asks nothing', async () => {
  const { exitCode, stdout, requests } = await runProgram([...ask, '--dry-run'], setup(PRICES))
  expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] })
  expect(stdout).toMatch(
    /^Requests with six-themes@3\n {2}3 requests to m, about 1,\d\d\d tokens in\n {2}0 more recorded already in cache/,
  )
  expect(stdout).toMatch(/about 0\.0\d+ EUR at your prices of 2026-10-01\n/)
})

test('with a price of batches, both are said: live and in a batch, and by what is written for one', async () => {
  const config = setup(`${PRICES}  batch: 0.5\n`)
  const { stdout } = await runProgram([...ask, '--dry-run'], config)
  const [, live, batch] =
    /\n {2}live: about (0\.\d+) EUR at .*\n {2}in a batch \(sixthemes batch write\): about (0\.\d+) EUR/.exec(
      stdout,
    ) ?? []
  expect(Number(batch)).toBeCloseTo(Number(live) / 2, 3)
  expect((await runProgram(['inspect', 'board.csv', '-m', 'm'], config)).stdout).toContain(
    `about ${batch} EUR`,
  )
  const written = await runProgram(['batch', 'write', 'board.csv', '-m', 'm', '--recordings', 'r'], config)
  expect(written.stderr).toContain(`tokens in, about ${batch} EUR at your prices of 2026-10-01, written to`)
})

test('after a run, a dry run says that nothing is left to ask', async () => {
  const { files } = await runProgram(ask, setup())
  const { stdout } = await runProgram([...ask, '--dry-run'], { files })
  expect(stdout).toContain('0 requests to m, about 0 tokens in\n  3 more recorded already')
  expect((await runProgram([...ask, '--dry-run', '--fresh'], { files })).stdout).toContain('3 requests to m')
})

test.each([
  ['--max-requests', '2', ''],
  ['--max-input-tokens', '500', ''],
  ['--max-cost', '0.000001', PRICES],
])('%s ends a run before anything is asked', async (flag, limit, config) => {
  const { exitCode, stderr, requests } = await runProgram([...ask, flag, limit], setup(config))
  expect({ exitCode, requests }).toEqual({ exitCode: 2, requests: [] })
  expect(stderr).toContain(`more than ${flag} ${limit} allows`)
})

test('what is recorded already does not count', async () => {
  const { files } = await runProgram(ask, setup())
  expect((await runProgram([...ask, '--max-requests', '0'], { files })).exitCode).toBe(0)
})

test('a limit that is reached on the way fails the groups that are left, and says so', async () => {
  const useless = (request: Parameters<typeof dealOut>[0]) =>
    JSON.stringify(request.messages).includes('Persona: P0') ? 'no' : dealOut(request)
  const { exitCode, stdout, requests } = await runProgram([...ask, '--max-requests', '3'], {
    ...setup(),
    replies: [useless],
  })
  expect(exitCode).toBe(3)
  expect(requests).toHaveLength(3)
  expect(stdout).toContain('the limit of 3 requests (--max-requests) is used up')
})

test('the closing line says what a run cost, with the day of the prices', async () => {
  const { stderr } = await runProgram(ask, setup(PRICES))
  expect(stderr).toMatch(/300 tokens in, 60 out; about 0\.0011 EUR at your prices of 2026-10-01; /)
})

test('a limit on cost needs prices', async () => {
  const { exitCode, stderr } = await runProgram([...ask, '--max-cost', '1'], setup())
  expect(exitCode).toBe(2)
  expect(stderr).toContain('"prices"')
})

test('replies that could not be used are counted as well', async () => {
  const board = { ...setup(), replies: ['no', dealOut] }
  expect((await runProgram(ask, board)).stderr).toContain('4 requests made')
})

test('names of a list are replaced before sending, and stand in the document', async () => {
  const files = {
    'board.csv': 'note\nAsk Ann Lee about it\nann lee again\nMannheim\n田中さんに聞く\n',
    'names.txt': 'Ann Lee\nAnn\r\n\n田中\n',
  }
  const { stdout, requests } = await runProgram(
    [...ask, '--redact-names', 'names.txt', '--show-notes', 'list'],
    { files, replies: [dealOut] },
  )
  const sent = requests[0]?.messages.at(-1)?.content ?? ''
  expect(sent).toContain('"Ask [NAME_2] about it"')
  expect(sent).toContain('"Mannheim"')
  expect(sent).not.toMatch(/ann lee|田中/i)
  expect(stdout).toContain('- Ask Ann Lee about it')
  expect(stdout).toContain('- 田中さんに聞く')
})
