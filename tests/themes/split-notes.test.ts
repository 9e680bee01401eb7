import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctNotes } from '../../src/notes/distinct-notes.js'
import { splitNotes } from '../../src/themes/split-notes.js'
import { notesOf } from '../support/notes.js'

const numbered = (count: number) =>
  distinctNotes(notesOf(Array.from({ length: count }, (_, index) => `note ${index}`)))
const tokens = () => 10

test('what fits stays whole', () => {
  const notes = numbered(150)
  expect(splitNotes(notes, { notes: 150, tokens: 1_500 }, tokens)).toEqual([notes])
})

test.each([
  ['notes', { notes: 150, tokens: 1e9 }],
  ['tokens', { notes: 1e9, tokens: 900 }],
])('parts keep within the most %s, are not tiny, and are all of it', (_, limits) => {
  const notes = numbered(2_000)
  const parts = splitNotes(notes, limits, tokens)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(
    Math.min(limits.notes, limits.tokens / 10),
  )
  expect(parts.length).toBeLessThanOrEqual(2_000 / 40)
  expect(new Set(parts.flat())).toEqual(new Set(notes))
  expect(parts.flat()).toHaveLength(notes.length)
})

test('each part is in the order of the whole', () => {
  const notes = numbered(1_000)
  for (const part of splitNotes(notes, { notes: 100, tokens: 1e9 }, tokens)) {
    const places = part.map((note) => notes.indexOf(note))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
})

test('one note more changes one part', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (text) => {
      const before = numbered(1_000)
      const after = distinctNotes([...before.flatMap(({ notes }) => notes), ...notesOf([`new ${text}`])])
      const namesOf = (notes: typeof before): string[] =>
        splitNotes(notes, { notes: 100, tokens: 1e9 }, tokens).map((part) =>
          part.map(({ sent }) => sent).join('\n'),
        )
      const known = new Set(namesOf(before))
      const changed = namesOf(after).filter((part) => !known.has(part))
      expect(changed.length).toBeLessThanOrEqual(2) // two where the part has to be split
    }),
    { numRuns: 30 },
  )
})

test('a note that is too long by itself is a part by itself', () => {
  const notes = distinctNotes(notesOf(['a', 'b', 'long']))
  const parts = splitNotes(notes, { notes: 10, tokens: 5 }, ({ sent }) => (sent === 'long' ? 100 : 1))
  expect(parts.find((part) => part.some(({ sent }) => sent === 'long'))?.length).toBe(1)
})
