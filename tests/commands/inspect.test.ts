import { expect, test } from 'vitest'
import { runProgram } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const BOARD = `Role;Area;Sticky;Text;when
Coach;Pains;no time;x;1
Coach;Pains;no budget;x;2
Coach;Pains;slow tools;x;3
Coach;Gains;;x;4
Team lead;Snacks;tea;x;5
`
const inspect = (...flags: string[]) =>
  runProgram(['inspect', 'board.csv', ...flags], { files: { 'board.csv': BOARD } })

test('what was read and what would be asked', async () => {
  const { exitCode, stdout, stderr } = await inspect()
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot('../../fixtures/documents/inspect.txt')
})

test('with a model it says what is recorded already', async () => {
  const files = { 'board.csv': BOARD }
  expect((await inspect('-m', 'small')).stdout).toContain('1 request to small, about')
  const asked = await runProgram(
    ['summarize', 'board.csv', '--note', 'Sticky', '-m', 'small', '--base-url', 'http://127.0.0.1:1/v1'],
    { files, replies: [dealOut] },
  )
  const again = await runProgram(['inspect', 'board.csv', '-m', 'small'], { files: asked.files })
  expect(again.stdout).toContain('1 more recorded already in cache')
})

test('--prompts prints what would be sent, message by message', async () => {
  const { stdout } = await inspect('--prompts', '--prompt', 'six-themes@1')
  expect(stdout.split('=== Asked only')[0]).toBe(`=== Coach / Pains
--- user
Please summarize the two key themes from this group of post-its (Coach, Pains).
Give each theme a title, a summary of one or two sentences and the numbers of its post-its. List the numbers of post-its that fit no theme as unplaced.

[
[1,"no budget"],
[2,"no time"],
[3,"slow tools"]
]

`)
  expect(stdout).toContain('place-notes@1')
})

test('--prompts names the prompts that help the one that is asked', async () => {
  const { stdout } = await inspect('--prompts', '--prompt', 'six-themes@4')
  for (const helper of ['place-notes@2', 'merge-themes@2', 'mend-themes@2']) expect(stdout).toContain(helper)
})

test('columns can be named', async () => {
  const { stdout } = await inspect('--note', 'Text', '--persona', '5')
  expect(stdout).toContain('note       column 4, "Text" (as named)')
  expect(stdout).toContain('persona    column 5, "when" (as named)')
})

test('--json gives the same as data', async () => {
  const { stdout } = await inspect('--json')
  expect(JSON.parse(stdout)).toMatchObject({
    sources: [
      { export: 'columns', delimiter: ';', rows: 5, notes: 4, dropped: [{ row: 4, reason: 'empty' }] },
    ],
    map: 'gains-tasks-pains',
    groups: [
      { persona: 'Coach', quadrant: 'Pains', notes: 3, samples: ['no time', 'no budget', 'slow tools'] },
      {},
    ],
    requests: { requests: 1, recorded: 0, listed: 1 },
  })
})
