import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Summary } from '../src/summary/summary.js'
import { spawnProgram } from './support/spawn-program.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

test('a group in parts with six-themes@4: found, merged and placed by prompts of one time, from their recordings', async () => {
  const { stdout, exitCode } = await spawnProgram(
    [
      ...['summarize', 'fixtures/boards/skewed.csv', '-m', 'gateway-llm', '--prompt', 'six-themes@4'],
      ...['--part-notes', '70', '--recordings', 'fixtures/boards/in-parts', '--replay', '-f', 'json', '-q'],
    ],
    { cwd: ROOT },
  )
  expect(exitCode).toBe(0)
  const { groups }: Summary = JSON.parse(stdout)
  const [{ themes = [], unplaced = [] } = {}] = groups
  const placed = themes.flatMap(({ notes }) => notes)
  expect(themes).toHaveLength(6)
  expect(new Set([...placed, ...unplaced].map(({ id }) => id)).size).toBe(120)
  expect(unplaced.length).toBeLessThan(12)
  const home = new Map(themes.flatMap(({ id, notes }) => notes.map((note) => [note.id, id] as const)))
  const touching = placed.filter(({ also }) => also !== undefined)
  expect(touching.length).toBeGreaterThan(0)
  for (const { id, also = [] } of touching) expect(also).not.toContain(home.get(id))
})
