import { expect, test } from 'vitest'
import {
  placedSubjectsReply,
  placementsReply,
  readPlacements,
} from '../../../src/themes/replies/placements-reply.js'
import { readThemes } from '../../../src/themes/replies/themes-reply.js'
import { placements, themes } from '../../support/queued-model.js'

test('a reply that gives every note once needs nothing more', () => {
  expect(readThemes(themes({ Speed: [1, 3], Cost: [2] }, [4]), 4, 6)).toEqual({
    ok: true,
    value: {
      themes: [
        { title: 'Speed', summary: 'About speed.', ids: [1, 3] },
        { title: 'Cost', summary: 'About cost.', ids: [2] },
      ],
      unplaced: [4],
      leftovers: [],
      tally: { omitted: 0, repeated: 0, unknown: 0 },
      surplus: 0,
    },
  })
})

test.each([
  ['omitted', themes({ Speed: [1], Cost: [2] }), [[1], [2]], [], [3], { omitted: 1 }],
  ['in two themes', themes({ Speed: [1, 2], Cost: [2, 3] }), [[1], [3]], [], [2], { repeated: 1 }],
  [
    'in a theme and unplaced',
    themes({ Speed: [1], Cost: [2] }, [2, 3]),
    [[1], []],
    [3],
    [2],
    { repeated: 1 },
  ],
  ['twice in one theme', themes({ Speed: [1, 1], Cost: [2] }, [3]), [[1], [2]], [3], [], { repeated: 0 }],
  ['not of this group', themes({ Speed: [1, 99], Cost: [2] }, [3, 0]), [[1], [2]], [3], [], { unknown: 2 }],
])('an id that is %s', (_, reply, ids, unplaced, leftovers, tally) => {
  const read = readThemes(reply, 3, 6)
  if (!read.ok) throw new Error(read.problem)
  expect(read.value.themes.map((theme) => theme.ids)).toEqual(ids)
  expect(read.value).toMatchObject({ unplaced, leftovers, tally })
})

test('of more themes than wanted the largest are kept, and the notes of the others are asked about again', () => {
  expect(readThemes(themes({ A: [1], B: [2, 3], C: [4, 5] }, [6]), 6, 2)).toMatchObject({
    value: { themes: [{ ids: [2, 3] }, { ids: [4, 5] }], unplaced: [6], leftovers: [1], surplus: 1 },
  })
})

test('titles and summaries come on one line', () => {
  const reply = { themes: [{ title: ' Slow\ntools ', summary: 'a\n\nb', notes: [1] }], unplaced: [] }
  expect(readThemes(reply, 1, 6)).toMatchObject({
    value: { themes: [{ title: 'Slow tools', summary: 'a b' }] },
  })
})

const theme = { title: 'Speed', summary: 'Fast.', notes: [1] }

test.each<[string, unknown, RegExp]>([
  ['another form', { topics: [] }, /themes/],
  ['a list', [], /./],
  ['a half id', { themes: [{ ...theme, notes: [1.5] }], unplaced: [] }, /notes/],
  ['a missing summary', { themes: [{ title: 'x', notes: [1] }], unplaced: [] }, /summary/],
  ['no themes', themes({}, [1]), /no themes/],
  ['an empty title', { themes: [{ ...theme, title: ' ' }], unplaced: [] }, /theme 1 has no title/],
  ['an empty summary', { themes: [{ ...theme, summary: '' }], unplaced: [] }, /theme 1 has no summary/],
  ['themes without notes', themes({ A: [], B: [] }), /no theme names a note/],
  ['themes of invented notes', themes({ A: [77] }), /no theme names a note/],
])('%s is refused with its reason', (_, reply, problem) => {
  expect(readThemes(reply, 3, 2)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
})

test.each<[string, unknown]>([
  ['ids as text', { themes: [{ ...theme, notes: ['1', ' 2', 3] }], unplaced: [] }],
  [
    'a field too many',
    { themes: [{ ...theme, notes: [1, 2, 3], confidence: 1 }], unplaced: [], note: 'done' },
  ],
  ['no list of what is unplaced', { themes: [{ ...theme, notes: [1, 2, 3] }] }],
  [
    'a theme of no note beside it',
    {
      themes: [
        { ...theme, notes: [1, 2, 3] },
        { ...theme, notes: [] },
      ],
      unplaced: [],
    },
  ],
  [
    'a theme without a list of notes',
    {
      themes: [
        { ...theme, notes: [1, 2, 3] },
        { title: 'x', summary: 'y' },
      ],
      unplaced: [],
    },
  ],
])('what small models do is plain all the same: %s', (_, reply) => {
  const read = readThemes(reply, 3, 2)
  expect(read.ok && read.value.themes.map(({ ids }) => ids)).toEqual([[1, 2, 3]])
})

test('placements are read; the first for a note counts, impossible ones do not', () => {
  const reply = {
    placements: [
      ...(placements({ 1: 2, 2: null, 3: 9, 7: 1 }) as { placements: object[] }).placements,
      { note: 1, theme: 1 },
    ],
  }
  expect(readPlacements(placementsReply, reply, 3, 2)).toEqual({
    ok: true,
    value: new Map([
      [1, { theme: 2, also: [] }],
      [2, { theme: null, also: [] }],
    ]),
  })
})

test('a placement may say what else the note touches; themes that are not there do not count', () => {
  const reply = { placements: [{ note: 1, theme: 2, also: [1, 3, 0] }] }
  expect(readPlacements(placedSubjectsReply, reply, 1, 2)).toEqual({
    ok: true,
    value: new Map([[1, { theme: 2, also: [1] }]]),
  })
})

test.each([
  ['another form', { notes: [] }],
  ['nothing placed', { placements: [] }],
])('placements with %s are refused', (_, reply) => {
  expect(readPlacements(placementsReply, reply, 3, 2)).toMatchObject({ ok: false })
})
