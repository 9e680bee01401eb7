import { expect, test } from 'vitest'
import { askAbout } from '../../src/maps/question.js'

test.each([
  ['Support engineer', 'a support engineer'],
  ['Support Engineer', 'a support engineer'],
  ['Executive', 'an executive'],
  ['KCS coach', 'a KCS coach'],
  ['HR manager', 'an HR manager'],
  ['SREs', 'an SRE'],
  ['Nurses', 'a nurse'],
  ['Agencies', 'an agency'],
  ['Coaches', 'a coach'],
  ['Boss', 'a boss'],
  ['SUPPORT ENGINEER', 'a support engineer'],
  ['Führungskraft', 'a Führungskraft'],
  ['UX designer', 'a UX designer'],
  ['User', 'a user'],
  ['Underwriter', 'an underwriter'],
  ['University student', 'a university student'],
  ['Hourly worker', 'an hourly worker'],
  ['DevOps lead', 'a DevOps lead'],
  ['Head of Germany', 'a head of Germany'],
  ['The customer', 'the customer'],
  ['サポート担当', 'a サポート担当'],
])('%s → %s', (persona, filled) => {
  expect(askAbout(persona, 'Who is {a persona}?')).toBe(`Who is ${filled}?`)
})

test('{persona} is the name as written', () => {
  expect(askAbout('Team Lead', '{persona}: what now?')).toBe('Team Lead: what now?')
})
