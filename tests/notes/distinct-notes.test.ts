import { expect, test } from 'vitest'
import { countNotes, distinctNotes } from '../../src/notes/distinct-notes.js'
import { notesOf } from '../support/notes.js'

test('notes that say the same words are one, with every place', () => {
  const distinct = distinctNotes(notesOf(['VPN drops', 'tea', 'vpn  drops', 'ＶＰＮ drops']))
  expect(distinct.map(({ text, notes }) => [text, notes.map(({ place }) => place.row)])).toEqual([
    ['tea', [2]],
    ['VPN drops', [1, 3, 4]],
  ])
  expect(countNotes(distinct)).toBe(4)
})

test('neither order nor what is sent depends on the order of the notes', () => {
  const notes = notesOf(['b', 'B', 'a', 'É', 'é', '人'])
  const sent = distinctNotes(notes).map(({ sent }) => sent)
  expect(distinctNotes([...notes].reverse()).map(({ sent }) => sent)).toEqual(sent)
})

test('what is shown is the spelling of the first note', () => {
  expect(distinctNotes(notesOf(['no time', 'NO TIME']))).toMatchObject([{ text: 'no time', sent: 'NO TIME' }])
})
