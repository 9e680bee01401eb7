import { expect, test } from 'vitest'
import { PRESETS } from '../../src/maps/presets.js'
import { groupNotes } from '../../src/notes/group.js'
import type { Note } from '../../src/notes/note.js'

function notes(...pairs: [persona: string, quadrant: string][]): Note[] {
  return pairs.map(([persona, quadrant], index) => ({
    text: `note ${index}`,
    persona,
    quadrant,
    place: { source: 0, row: index + 1 },
  }))
}

function names(...pairs: [persona: string, quadrant: string][]): string[] {
  return groupNotes(notes(...pairs), PRESETS).groups.map(({ persona, quadrant }) => `${persona}/${quadrant}`)
}

test('personas come in first-seen order, known quadrants in the order of the map, unknown ones last', () => {
  expect(names(['B', 'Snacks'], ['B', 'Pains'], ['A', 'Tasks'], ['B', 'Gains'], ['A', 'Gains'])).toEqual([
    'B/Gains',
    'B/Pains',
    'B/Snacks',
    'A/Gains',
    'A/Tasks',
  ])
})

test('without a known quadrant all come in first-seen order', () => {
  expect(names(['A', 'Went well'], ['A', 'To improve'], ['A', 'Went well'])).toEqual([
    'A/Went well',
    'A/To improve',
  ])
})

test('a quadrant keeps its own name, and has that of the map where it has several', () => {
  expect(names(['A', 'Pain points'], ['A', 'frustrations'], ['A', 'Jobs to be done'])).toEqual([
    'A/Jobs to be done',
    'A/Pains',
  ])
})

test.each([
  ['gains-tasks-pains', ['Gains', 'Pains']],
  ['says-thinks-does-feels', ['Says', 'Thinks', 'Does', 'Feels']],
  ['canvas', ['Think & Feel', 'Hear', 'See', 'Say and Do', 'Pain', 'Gain']],
  [undefined, ['Went well', 'To improve']],
])('the map %s is recognised by its quadrants', (name, quadrants) => {
  const all = notes(...quadrants.map((quadrant): [string, string] => ['A', quadrant]))
  expect(groupNotes(all, PRESETS).map?.name).toBe(name)
})

test('a question of a survey is a quadrant by the words it holds', () => {
  const map = {
    name: 'own',
    quadrants: [
      { name: 'Pains', aliases: [], match: ['make it difficult'] },
      { name: 'Gains', aliases: [], match: ['make it pleasant'] },
    ],
  }
  const all = notes(
    ['A', 'What aspects make it pleasant to use?'],
    ['A', 'What aspects make it difficult to use?'],
    ['A', 'Anything else?'],
  )
  expect(groupNotes(all, [map]).groups.map(({ quadrant }) => quadrant)).toEqual([
    'Pains',
    'Gains',
    'Anything else?',
  ])
})

test('names that differ in case or width are one, in the most frequent spelling whatever the order', () => {
  const pairs: [string, string][] = [
    ['team lead', 'Pains'],
    ['Team lead', 'PAINS'],
    ['Ｔeam lead', 'Pains'],
    ['Team lead', 'Pains'],
  ]
  expect(names(...pairs)).toEqual(['Team lead/Pains'])
  expect(names(...pairs.reverse())).toEqual(['Team lead/Pains'])
})

test('a group has the questions of its map, filled in', () => {
  expect(groupNotes(notes(['Support engineer', 'Gains']), PRESETS).groups[0]).toMatchObject({
    question: 'What gets a support engineer out of bed in the morning?',
    personaQuestion: 'How does it feel to be a support engineer?',
  })
})

test.each(['All', 'Unspecified'])('where the persona is %s, everyone is asked about', (persona) => {
  const [group] = groupNotes(notes([persona, 'Gains']), PRESETS).groups
  expect(group?.question).toBe('What gets everyone out of bed in the morning?')
  expect(group).not.toHaveProperty('personaQuestion')
})

test('of equally frequent spellings the one that does not shout is taken', () => {
  expect(names(['SUPPORT ENGINEER', 'Pains'], ['Support engineer', 'Pains'])).toEqual([
    'Support engineer/Pains',
  ])
})
