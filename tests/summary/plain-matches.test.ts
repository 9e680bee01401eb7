import { expect, test } from 'vitest'
import { plainMatches } from '../../src/summary/plain-matches.js'
import type { SummaryGroup, SummaryTheme } from '../../src/summary/summary.js'

type Said = [id: string, title: string, notes: string[], given?: true]

const groupOf = (themes: Said[]): SummaryGroup => ({
  ...{ persona: 'A', quadrant: 'B', status: 'complete', unplaced: [] },
  themes: themes.map(([id, title, texts, given]): SummaryTheme => {
    const notes = texts.map((text, index) => ({ id: `${id}${index}`, text, from: [{ row: index + 1 }] }))
    return { id, title, summary: '', share: 0, notes, ...(given && { given }) }
  }),
})

const match = (before: Said[], after: Said[], known: [string, string][] = []) =>
  Object.fromEntries(plainMatches({ before: groupOf(before), after: groupOf(after) }, new Map(known)))

test.each<[string, Said[], Said[], Record<string, string>]>([
  ['the same title, whatever its case', [['a', 'No time', ['x']]], [['b', 'no  TIME', ['y']]], { b: 'a' }],
  [
    'most notes in common',
    [['a', 'Time', ['one', 'two', 'three']]],
    [['b', 'Hours', ['One', 'two', 'four']]],
    { b: 'a' },
  ],
  ['half of the notes is not most', [['a', 'Time', ['one', 'two']]], [['b', 'Hours', ['one', 'four']]], {}],
  ['a given theme by its id', [['g', 'Old name', [], true]], [['g', 'New name', ['x'], true]], { g: 'g' }],
  ['an id that was not given is a chance', [['t', 'Time', ['x']]], [['t', 'Money', ['y']]], {}],
  [
    'a title goes before notes, and each theme is matched once',
    [
      ['a', 'Time', ['one', 'two', 'three']],
      ['c', 'Money', ['four']],
    ],
    [
      ['x', 'Hours', ['one', 'two', 'three']],
      ['y', 'Time', ['five']],
    ],
    { y: 'a' },
  ],
])('%s', (_, before, after, expected) => {
  expect(match(before, after)).toEqual(expected)
})

test('what is matched already stays', () => {
  const before: Said[] = [['a', 'Time', ['one']]]
  expect(
    match(
      before,
      [
        ['x', 'Hours', ['two']],
        ['y', 'Time', ['one']],
      ],
      [['x', 'a']],
    ),
  ).toEqual({ x: 'a' })
})
