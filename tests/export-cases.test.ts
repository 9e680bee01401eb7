import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UserError } from '../src/errors/user-error.js'
import { PRESETS } from '../src/maps/presets.js'
import { readSources, type Source, unpackWorkbooks } from '../src/notes/exports/read-source.js'
import { groupNotes } from '../src/notes/group.js'
import { createQuadrantFinder } from '../src/notes/match-map.js'

/*
 * Small exports, each with one oddity of a tool, a language or a hand. `readings.json` holds how each is read: kind, notes
 * per group in their order, what was dropped, what is not read and why; or the code of the refusal.
 */
const FOLDER = new URL('../fixtures/exports/cases/', import.meta.url)
const files = ['boards', 'surveys'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, FOLDER))
    .sort()
    .map((name) => `${kind}/${name}`),
)
const finders = PRESETS.map(createQuadrantFinder)

async function read(file: string): Promise<Source> {
  const loaded = await unpackWorkbooks([{ file, bytes: readFileSync(new URL(file, FOLDER)) }], {})
  const isQuadrant = (heading: string): boolean => finders.some((find) => find(heading) !== undefined)
  const [source] = readSources(loaded, { named: {}, isQuadrant })
  if (!source) throw new Error('one file gives one source')
  return source
}

const countBy = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function describeReading(source: Source): object {
  const { notes, dropped, withheld = [], quadrants = [], doubts = [] } = source
  const { groups } = groupNotes(notes, PRESETS, quadrants)
  const votes = notes.flatMap((note) => note.votes ?? [])
  return {
    kind: source.export,
    groups: Object.fromEntries(
      groups.map((group) => [`${group.persona} / ${group.quadrant}`, group.notes.length]),
    ),
    ...(votes.length > 0 && { votes: votes.reduce((sum, count) => sum + count, 0) }),
    ...(dropped.length > 0 && { dropped: countBy(dropped.map(({ reason }) => reason)) }),
    ...(withheld.length > 0 && {
      withheld: Object.fromEntries(
        withheld.map(({ header, index, because }) => [header || index + 1, because]),
      ),
    }),
    ...(doubts.length > 0 && { doubts: doubts.length }),
  }
}

test('every case is read as it should be', async () => {
  const readings: Record<string, object> = {}
  for (const file of files) {
    try {
      readings[file] = describeReading(await read(file))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      readings[file] = { refused: error.code }
    }
  }
  await expect(`${JSON.stringify(readings, null, 2)}\n`).toMatchFileSnapshot(
    '../fixtures/exports/cases/readings.json',
  )
})

test.each(files)('the account of %s balances', async (file) => {
  const source = await read(file).catch((error) => {
    if (!(error instanceof UserError)) throw error
  })
  if (source) expect(source.notes.length + source.dropped.length).toBe(source.cells)
})

const never = JSON.parse(readFileSync(new URL('never.json', FOLDER), 'utf8')) as Record<string, string[]>

test.each(Object.entries(never))(
  'nothing of what %s says of people or ids is a note',
  async (file, strings) => {
    const source = await read(file).catch(() => undefined)
    const texts =
      source?.notes.map(({ text, persona, quadrant }) => `${text}\n${persona}\n${quadrant}`).join('\n') ?? ''
    for (const string of strings) expect(texts).not.toContain(string)
  },
)
