import { expect, test } from 'vitest'
import { askAbout } from '../../src/maps/question.js'

test.each([
  ['Support engineer', 'a support engineer'],
  ['Support Engineer', 'a support engineer'],
  ['Executive', 'an executive'],
  ['KCS coach', 'a KCS coach'],
  ['HR manager', 'an HR manager'],
  ['SREs', 'SREs'],
  ['Nurses', 'a nurse'],
  ['Agencies', 'an agency'],
  ['Coaches', 'a coach'],
  ['Boss', 'a boss'],
  ['SUPPORT ENGINEER', 'a support engineer'],
  ['Führungskraft', 'Führungskraft'],
  ['UX designer', 'a UX designer'],
  ['User', 'a user'],
  ['Underwriter', 'an underwriter'],
  ['University student', 'a university student'],
  ['Hourly worker', 'an hourly worker'],
  ['DevOps lead', 'a DevOps lead'],
  ['Head of Germany', 'a head of Germany'],
  ['The customer', 'the customer'],
  ['サポート担当', 'サポート担当'],
  ['Anna', 'Anna'],
  ['Emma Baker', 'Emma Baker'],
  ['Baker', 'a baker'],
  ['Mr Baker', 'Mr Baker'],
  ['Sabine the manager', 'Sabine the manager'],
  ['Men', 'Men'],
  ['Children', 'Children'],
  ['HR people', 'HR people'],
  ['People with diabetes', 'People with diabetes'],
  ['Director of Sales', 'a director of Sales'],
  ['Parents and teachers', 'Parents and teachers'],
  ['Nurses at night', 'Nurses at night'],
  ['Nurse at night', 'a nurse at night'],
  ['Members of staff', 'Members of staff'],
  ['X-ray technician', 'an x-ray technician'],
  ['e-commerce manager', 'an e-commerce manager'],
])('%s → %s', (persona, filled) => {
  expect(askAbout(persona, 'Who is {a persona}?')).toBe(`Who is ${filled}?`)
})

test('{persona} is the name as written', () => {
  expect(askAbout('Team Lead', '{persona}: what now?')).toBe('Team Lead: what now?')
})
