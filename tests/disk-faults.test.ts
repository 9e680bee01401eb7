import { expect, test } from 'vitest'
import { run } from '../src/cli/main.js'
import { UserError } from '../src/errors/user-error.js'
import type { Files } from '../src/world/world.js'
import { createFakeWorld, type FakeWorld } from './support/fake-world.js'
import { dealOut } from './support/queued-model.js'

/* The disk fails at its n-th call, for every n of a whole run. */

const GROUPS = ['Coach', 'Lead', 'Nurse']
const BOARD = `persona,quadrant,note\n${GROUPS.map((name) => `${name},Pains,no time\n${name},Pains,no budget\n${name},Pains,slow tools\n`).join('')}`
const OLD = { 'board.csv': BOARD, 'a.md': 'old\n', 'b.json': 'old\n', 'names.txt': 'Mara\n' }
const ARGV = [
  ...['summarize', 'board.csv', '-m', 'small', '--base-url', 'http://127.0.0.1:1/v1', '--recordings', 'r'],
  ...['--redact-names', 'names.txt', '-o', 'a.md', '-o', 'b.json'],
]

type Call = (...args: never[]) => Promise<unknown>

/** What each call throws where the disk does not do its work; what has no error of its own cannot fail. */
const TROUBLE: Record<string, (path: string) => UserError> = {
  read: (file) => new UserError('file-unreadable', { file, cause: 'EIO' }),
  checkWritable: (file) => new UserError('output-not-writable', { file, cause: 'EROFS' }),
  write: (file) => new UserError('output-not-writable', { file, cause: 'ENOSPC' }),
  'folder.prepare': (folder) => new UserError('recordings-not-writable', { folder, cause: 'EROFS' }),
  'folder.read': (file) => new UserError('file-unreadable', { file, cause: 'EIO' }),
  'folder.write': (file) => new UserError('recording-not-saved', { file, cause: 'ENOSPC' }),
}

/** The same world, whose disk fails at one call. Says which that was. */
function failAt(fake: FakeWorld, nth: number): { failed: () => string | undefined } {
  let calls = 0
  let failed: string | undefined
  const guard = (name: string, call: Call): Call => {
    const trouble = TROUBLE[name]
    if (!trouble) return call
    return async (...args) => {
      calls++
      if (calls !== nth) return call(...args)
      failed = name
      throw trouble(String(args[0] ?? 'r'))
    }
  }
  const guarded = (prefix: string, object: object): object =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [
        name,
        typeof value === 'function' ? guard(prefix + name, value as Call) : value,
      ]),
    )
  const { folder } = fake.world.files
  Object.assign(fake.world.files, guarded('', fake.world.files), {
    folder: (path: string) => guarded('folder.', folder(path)),
  } as Partial<Files>)
  return { failed: () => failed }
}

const textOf = (fake: FakeWorld, file: string): string => Buffer.from(fake.files.get(file) ?? []).toString()

async function runFailingAt(nth: number, concurrency: string) {
  const environment = { SIXTHEMES_CONCURRENCY: concurrency }
  const fake = createFakeWorld({ files: OLD, environment, replies: [dealOut] })
  const { failed } = failAt(fake, nth)
  const exitCode = await run(ARGV, fake.world)
  const after = Object.fromEntries(fake.files)
  const again = createFakeWorld({ files: after, environment, replies: [dealOut] })
  const againCode = await run(ARGV, again.world)
  return { exitCode, failed: failed(), fake, again, againCode }
}

test.each(['1', '3'])('with %s requests at a time', async (concurrency) => {
  const whole = createFakeWorld({ files: OLD, replies: [dealOut] })
  expect(await run(ARGV, whole.world)).toBe(0)
  const seen = new Set<string>()
  for (let nth = 1; ; nth++) {
    const { exitCode, failed, fake, again, againCode } = await runFailingAt(nth, concurrency)
    if (failed === undefined) {
      expect(exitCode).toBe(0)
      break
    }
    seen.add(failed)
    const told = `call ${nth}, ${failed}: ${fake.stderr.join('')}`
    expect(exitCode, told).toBe(2)
    expect(fake.stderr.join(''), told).toContain('sixthemes: ')
    // a document is the old one or a whole new one
    expect(
      ['old\n', textOf(whole, 'a.md')].includes(textOf(fake, 'a.md')) || failed === 'folder.write',
      told,
    ).toBe(true)
    const json = textOf(fake, 'b.json')
    expect(json === 'old\n' || JSON.parse(json).schema === 'sixthemes/summary@1', told).toBe(true)
    // what was paid is used: together no more was asked than the groups there are, and what was under way
    const asked = fake.model.requests.length + again.model.requests.length
    expect(asked, told).toBeLessThanOrEqual(GROUPS.length + Number(concurrency))
    // and the same command mends it
    expect(againCode, told).toBe(0)
    expect(textOf(again, 'a.md'), told).toBe(textOf(whole, 'a.md'))
  }
  expect([...seen].sort()).toEqual(Object.keys(TROUBLE).sort())
})
