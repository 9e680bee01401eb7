import { expect, test } from 'vitest'
import * as z from 'zod'
import { defineCommand } from '../src/cli/common/command.js'
import { run } from '../src/cli/main.js'
import { TABLES } from '../src/cli/tables.js'
import { replyKind } from '../src/prompts/reply-kind.js'
import { createFakeWorld } from './support/fake-world.js'

/* What a table needs for one thing more is a row; nothing else of the program has to know of it. */

const BOARD = { 'board.csv': 'Persona,Quadrant,Note\nCoach,Pains,queue\nCoach,Pains,noise\n' }
const ASK = ['summarize', 'board.csv', '-m', 'baseline']

async function runWith(argv: readonly string[], tables: typeof TABLES) {
  const fake = createFakeWorld({ files: BOARD })
  const exitCode = await run(argv, fake.world, tables)
  const files = new Map([...fake.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
  return { exitCode, stdout: fake.stdout.join(''), stderr: fake.stderr.join(''), files }
}

test('a format that is added is in the help, known by its extension, and written', async () => {
  const tables = {
    ...TABLES,
    formats: {
      ...TABLES.formats,
      tally: {
        extensions: ['tally'],
        says: 'a line a group',
        summary: async ({ groups }) =>
          groups.map(({ persona, themes }) => `${persona} ${themes.length}\n`).join(''),
      },
    } satisfies typeof TABLES.formats & Record<string, (typeof TABLES.formats)['md']>,
  }
  const written = await runWith([...ASK, '-o', 'out.tally'], tables)
  expect(written.exitCode).toBe(0)
  expect(written.files.get('out.tally')).toMatch(/^Coach \d\n$/)
  expect((await runWith([...ASK, '-f', 'tally'], tables)).stdout).toMatch(/^Coach \d\n$/)
  expect((await runWith([...ASK, '-f', 'tallly'], tables)).stderr).toContain('tally')
  expect((await runWith(['summarize', '--help'], tables)).stdout).toContain('tally')
  expect((await runWith([...ASK, '-o', 'out.tally'], TABLES)).exitCode).toBe(2)
})

test('a command that is added is listed, takes its options and no others, and runs', async () => {
  const command = defineCommand({
    description: 'Say where recordings are.',
    operands: [['[word]', 'what to say first']],
    takes: ['recordings'],
    run: async ({ args, settings, world }) => {
      world.stdout.write(`${args[0] ?? 'in'} ${settings.recordings}\n`)
      return 0
    },
  })
  const row = { name: 'whereabouts', summary: 'where recordings are', load: async () => ({ command }) }
  const tables = { ...TABLES, commands: [...TABLES.commands, row] }
  expect((await runWith(['--help'], tables)).stdout).toMatch(/whereabouts +.*where recordings are/)
  expect((await runWith(['whereabouts', 'at', '--recordings', 'r'], tables)).stdout).toBe('at r\n')
  expect((await runWith(['whereabouts', '--note', '1'], tables)).exitCode).toBe(2)
  expect((await runWith(['whereabout'], tables)).stderr).toContain('whereabouts')
})

test('a kind of reply that is added has its schema, its check and its variables from one object', () => {
  const kind = replyKind<{ notes: string[] }>()({
    name: 'moods',
    form: z.strictObject({ mood: z.string() }),
    variables: ['notes'],
    needs: ['notes'],
  })
  expect(kind.schema).toMatchObject({ type: 'object', required: ['mood'], additionalProperties: false })
  expect(kind.parse({ mood: 'glad' })).toEqual({ ok: true, value: { mood: 'glad' } })
  expect(kind.parse({ mood: 1 })).toEqual({ ok: false, problem: 'it does not fit the schema at mood.' })
})
