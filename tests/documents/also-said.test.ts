import { expect, test } from 'vitest'
import { alsoSaid } from '../../src/documents/describe/also-said.js'
import type { SummaryGroup, SummaryNote } from '../../src/summary/summary.js'

let row = 0
const note = (text: string, votes?: number): SummaryNote => ({
  id: `r${++row}`,
  text,
  ...(votes !== undefined && { votes }),
  from: [{ row }],
})

const group = (notes: SummaryNote[], unplaced: SummaryNote[] = []): SummaryGroup => ({
  persona: 'Visitor',
  quadrant: 'Pains',
  status: 'complete',
  themes: [{ id: 't1', title: 'Long queues', summary: 'Queues are long at the desk.', share: 1, notes }],
  unplaced,
})
const QUEUES = [note('queue at the desk'), note('the queue again'), note('an hour in the queue')]
const said = (...args: Parameters<typeof group>): string[] => alsoSaid(group(...args)).map(({ text }) => text)

test.each([
  ['a word in capitals that nobody else says', 'shorter queue, and PLEASE think of WHEELCHAIRS'],
  ['one long word in capitals', 'queue and no LIFTS'],
  ['several exclamation marks', 'my hearing aid is broken by your loop!!'],
  ['the same in Japanese', '車椅子の入口がない！！'],
])('%s is named', (_, text) => {
  expect(said([...QUEUES, note(text)])).toEqual([text])
})

test.each([
  ['nothing is stressed', 'the loop for hearing aids is broken'],
  ['the theme says it too', 'THE QUEUES ARE LONG'],
  ['it is an abbreviation', 'the ATMS are far away'],
  ['the capitals are quoted', 'it only ever says "PLEASE TAKE A NUMBER"'],
])('nothing is named where %s', (_, text) => {
  expect(said([...QUEUES, note(text)])).toEqual([])
})

test('nor where the whole group writes in capitals', () => {
  const loud = ['QUEUES HERE', 'LIGHTS FLICKER', 'DOORS SLAM', 'COFFEE MISSING']
  expect(said([...QUEUES, ...loud.map((text) => note(text))])).toEqual([])
})

test('nor a theme of one note, which says it already', () => {
  expect(said([note('NOBODY LISTENS')])).toEqual([])
})

test('notes in no theme are named where they are stressed or voted for, the most votes first', () => {
  const outside = [note('FREE PARKING NOW'), note('fix the projector', 5), note('payday', 1)]
  expect(said(QUEUES, outside)).toEqual(['fix the projector', 'FREE PARKING NOW'])
})

test('at most four are named', () => {
  const outside = Array.from({ length: 6 }, (_, index) => note(`wish number ${index}`, 3 + index))
  expect(said(QUEUES, outside)).toHaveLength(4)
})

test('of a group that is only listed nothing is', () => {
  expect(alsoSaid({ ...group([], [note('WHAT NOW!!')]), themes: [], status: 'listed' })).toEqual([])
})
