import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { PRESETS } from '../../src/maps/presets.js'
import { readSources, unpackWorkbooks } from '../../src/notes/exports/read-source.js'
import { groupNotes } from '../../src/notes/group.js'
import { createQuadrantFinder } from '../../src/notes/match-map.js'

/*
 * The same notes, written in any of the layouts that people's tools have, are read back: each with its persona and quadrant,
 * nothing withheld that is a note, nothing read that is an id, a name or a choice.
 */

type Told = { persona: string; quadrant: string; text: string }

const QUADRANTS = ['Gains', 'Tasks', 'Pains']
const PERSONAS = ['Night nurse', 'Ward clerk', 'Porter']
const SUBJECTS = [
  'the rota',
  'our ward',
  'the lift',
  'every shift',
  'the new form',
  'nobody here',
  'a patient',
  'my team',
]
const VERBS = [
  'changes without a word',
  'takes far too long',
  'keeps us going',
  'is hard to find',
  'helps a lot',
  'breaks every week',
]
const ENDS = ['', ' at night', ', again', ' (since May)', ' and nobody asks', ' – thanks', '; "really"']

const told = fc
  .uniqueArray(
    fc.record({
      persona: fc.constantFrom(...PERSONAS),
      quadrant: fc.constantFrom(...QUADRANTS),
      text: fc
        .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...VERBS), fc.constantFrom(...ENDS))
        .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`),
    }),
    { selector: ({ text }) => text, minLength: 8, maxLength: 30 },
  )
  // of one persona or quadrant alone a layout shows nothing, and of three answers nobody can tell choices
  .filter(
    (notes) =>
      QUADRANTS.every((name) => notes.some(({ quadrant }) => quadrant === name)) &&
      QUADRANTS.some((name) => notes.filter(({ quadrant }) => quadrant === name).length >= 4) &&
      PERSONAS.slice(0, 2).every((name) => notes.filter(({ persona }) => persona === name).length > 1),
  )

const csv = (rows: readonly (readonly string[])[]): string => stringify(rows.map((row) => [...row]))
const columnsOf = (lists: readonly (readonly string[])[]): string[][] => {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? ''))
}
const textsOf = (notes: readonly Told[], is: (note: Told) => boolean): string[] =>
  notes.filter(is).map(({ text }) => text)

const NAMES = ['Ada Weiss', 'Ben Okoro', 'Cleo Marsh', 'Dana Brandt', 'Eli Sato', 'Finn Aydin']
const nameAt = (index: number): string =>
  `${NAMES[index % NAMES.length]}${index >= NAMES.length ? ` ${'IVX'[index % 3]}` : ''}`

type Layout = { name: string; write(notes: readonly Told[]): string[][]; hasPersona: boolean }

const LAYOUTS: Layout[] = [
  {
    name: 'tall',
    hasPersona: true,
    write: (notes) => [
      ['Persona', 'Quadrant', 'Note'],
      ...notes.map(({ persona, quadrant, text }) => [persona, quadrant, text]),
    ],
  },
  {
    name: 'tall, with ids, names and dates around it',
    hasPersona: true,
    write: (notes) => [
      ['ID', 'Created by', 'Created at', 'Persona', 'Quadrant', 'Note', 'Color'],
      ...notes.map(({ persona, quadrant, text }, index) => [
        `3458764${500000 + index}`,
        nameAt(index),
        `2026-05-0${(index % 9) + 1}T10:00:00Z`,
        ...[persona, quadrant, text, ['yellow', 'blue'][index % 2] ?? ''],
      ]),
    ],
  },
  {
    name: 'wide, a column for each quadrant',
    hasPersona: false,
    write: (notes) => [
      QUADRANTS,
      ...columnsOf(QUADRANTS.map((name) => textsOf(notes, ({ quadrant }) => quadrant === name))),
    ],
  },
  {
    name: 'the persona in the header',
    hasPersona: true,
    write: (notes) => {
      const pairs = PERSONAS.flatMap((persona) =>
        QUADRANTS.map((quadrant) => ({ persona, quadrant })),
      ).filter((pair) =>
        notes.some((note) => note.persona === pair.persona && note.quadrant === pair.quadrant),
      )
      const lists = pairs.map((pair) =>
        textsOf(notes, (note) => note.persona === pair.persona && note.quadrant === pair.quadrant),
      )
      return [pairs.map(({ persona, quadrant }) => `${persona} – ${quadrant}`), ...columnsOf(lists)]
    },
  },
  {
    name: 'blocks, a row above the notes of each quadrant',
    hasPersona: false,
    write: (notes) =>
      QUADRANTS.flatMap((name) => [
        [name],
        ...textsOf(notes, ({ quadrant }) => quadrant === name).map((text) => [text]),
      ]),
  },
  {
    name: 'a survey, with ids, names, mail and choices around it',
    hasPersona: false,
    write: (notes) => {
      const answers = columnsOf(QUADRANTS.map((name) => textsOf(notes, ({ quadrant }) => quadrant === name)))
      return [
        ['Timestamp', 'Email Address', 'Your name', 'How long have you been here?', ...QUADRANTS],
        ...answers.map((row, index) => [
          `5/${index + 1}/2026 10:00:00`,
          `person${index}@example.org`,
          nameAt(index),
          ['under a year', 'longer'][index % 2] ?? '',
          ...row,
        ]),
      ]
    },
  },
]

const finders = PRESETS.map(createQuadrantFinder)

const isQuadrant = (heading: string): boolean => finders.some((find) => find(heading) !== undefined)

/** That every note is read back from a file, with its persona where the layout has one, and without doubt. */
async function expectReadBack(notes: readonly Told[], bytes: Uint8Array, hasPersona: boolean): Promise<void> {
  const keyOf = ({ persona, quadrant, text }: Told): string =>
    [hasPersona ? persona : '', quadrant, text].join(' / ')
  const [source] = readSources(await unpackWorkbooks([{ file: 'a', bytes }], {}), { named: {}, isQuadrant })
  const { groups } = groupNotes(source?.notes ?? [], PRESETS, source?.quadrants)
  const read = groups.flatMap(({ persona, quadrant, notes: own }) =>
    own.map(({ text }) => ({ persona, quadrant, text })),
  )
  expect(read.map(keyOf).sort()).toEqual(notes.map(keyOf).sort())
  expect(source?.doubts ?? []).toEqual([])
}

const CASES = LAYOUTS.map((layout) => [layout.name, layout] as const)

test.each(CASES)('%s', async (_, { write, hasPersona }) => {
  await fc.assert(
    fc.asyncProperty(told, (notes) => expectReadBack(notes, Buffer.from(csv(write(notes))), hasPersona)),
    { numRuns: 150 },
  )
})

test.each(CASES)('%s, in a workbook', async (_, { write, hasPersona }) => {
  await fc.assert(
    fc.asyncProperty(told, async (notes) => {
      const rows = write(notes).map((row) => row.map((cell) => (cell === '' ? null : cell)))
      await expectReadBack(notes, await writeXlsxFile(rows).toBuffer(), hasPersona)
    }),
    { numRuns: 40 },
  )
})
