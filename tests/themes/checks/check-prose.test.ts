import { describe, expect, test } from 'vitest'
import { findNumbers, findQuantifiers, findVagueWords } from '../../../src/themes/checks/check-prose.js'
import { USUAL_THRESHOLDS } from '../../../src/themes/checks/finding.js'

describe('numbers that no note holds', () => {
  const NOTES = ['down 12 %', 'P1 at 3am', '24/7 on call', 'two people left', '１５ minutes']
  test.each([
    ['Half of them, 50 %, are tired.', ['50']],
    ['Three people say so.', ['Three people']],
    ['Notes 4 and 8 agree.', ['4', '8']],
    ['P2 cases wait.', ['P2']],
  ])('%s', (text, found) => {
    expect(findNumbers(text, NOTES)).toEqual(found)
  })
  test.each([
    'Calls come at 3 in the morning, 24/7.',
    'A P1 is fun, and times are down 12%.',
    'Two people left the team.',
    'One thing after the other.',
    'Two portals and three logins are too many.',
    '',
  ])('not: %s', (text) => {
    expect(findNumbers(text, NOTES)).toEqual([])
  })
})

describe('words of quantity that the counts do not bear out', () => {
  test.each([
    ['Most people say it is slow.', 0.3, ['Most people']],
    ['Many of the notes ask for help.', 0.2, ['Many of the notes']],
    ['A few mention the heat.', 0.4, ['A few mention']],
    ['Die meisten Teilnehmenden klagen.', 0.4, ['Die meisten Teilnehmenden']],
    ['Viele wünschen sich Ruhe.', 0.1, ['Viele wünschen']],
    ['La plupart des gens attendent.', 0.2, ['La plupart des gens']],
    ['Muchas personas esperan.', 0.1, ['Muchas personas']],
    ['多くの人が待っている。', 0.1, ['多くの人']],
  ])('%s, of a share of %d', (text, share, found) => {
    expect(findQuantifiers(text, share, USUAL_THRESHOLDS)).toEqual(found)
  })
  test.each([
    ['Most people say it is slow.', 0.51],
    ['Many of the notes ask for help.', 0.26],
    ['A few mention the heat.', 0.1],
    ['Too many people share one lift, and so few notes help.', 0.2],
    ['The most useful notes are short.', 0.1],
    ['There are many tools and few scanners.', 0.1],
    ['Viele Werkzeuge, wenige Leute: die meisten Regale sind leer.', 0.1],
    ['Germany asks for most.', 0.1],
  ])('not: %s, of a share of %d', (text, share) => {
    expect(findQuantifiers(text, share, USUAL_THRESHOLDS)).toEqual([])
  })
  test('thresholds can be set', () => {
    expect(findQuantifiers('Most people wait.', 0.6, { ...USUAL_THRESHOLDS, most: 0.7 })).toEqual([
      'Most people',
    ])
  })
})

describe('titles that say nothing', () => {
  test.each([
    ['Various problems', 'Various'],
    ['Miscellaneous', 'Miscellaneous'],
    ['Other', 'Other'],
    ['other topics', 'other topics'],
    ['Verschiedenes', 'Verschiedenes'],
    ['Autres sujets', 'Autres'],
    ['その他', 'その他'],
  ])('%s', (title, found) => {
    expect(findVagueWords(title)).toBe(found)
  })
  test.each([
    'Other teams leave us hanging',
    'A variety of food',
    'General managers',
    'Mixed teams',
    'Diversity',
  ])('not: %s', (title) => {
    expect(findVagueWords(title)).toBeUndefined()
  })
})

test.each([
  ['most', 0.5, ['Most people']],
  ['most', 0.51, []],
  ['many', 0.25, ['Many people']],
  ['many', 0.26, []],
  ['few', 0.15, ['A few people']],
  ['few', 0.14, []],
])('"%s" of a share of %s', (word, share, found) => {
  const text = `${{ most: 'Most', many: 'Many', few: 'A few' }[word]} people say so.`
  expect(findQuantifiers(text, share, USUAL_THRESHOLDS)).toEqual(found)
})
