import { expect, test } from 'vitest'
import { chooseColumns, type NamedColumns } from '../../src/notes/columns.js'

function indexes(header: string[], named: NamedColumns = {}): Record<string, number> {
  const chosen = chooseColumns(header, named, 'a.csv')
  return Object.fromEntries(Object.entries(chosen).map(([role, column]) => [role, column.index]))
}

test.each([
  ['English', ['Persona', 'Quadrant', 'Note', 'Votes']],
  ['German', ['Rolle', 'Bereich', 'Notiz', 'Stimmen']],
  ['French', ['Rôle', 'Catégorie', 'Texte', 'Voix']],
  ['Spanish', ['Perfil', 'Categoría', 'Comentario', 'Votos']],
  ['Japanese', ['ペルソナ', '象限', '付箋', '投票数']],
])('%s headers are known', (_, header) => {
  expect(indexes(header)).toEqual({ persona: 0, quadrant: 1, note: 2, votes: 3 })
})

test('the better alias wins, and the others are runners-up', () => {
  const { note } = chooseColumns(['Comment', 'Note'], {}, 'a.csv')
  expect(note).toMatchObject({ index: 1, because: 'header', runnersUp: [{ index: 0, header: 'Comment' }] })
})

test.each([
  ['by header', ['a', 'Sticky text'], { note: 'Sticky text' }, 1],
  ['by header in another case', ['a', 'Sticky Text '], { note: 'sticky text' }, 1],
  ['by number', ['', 'x', 'x'], { note: '3' }, 2],
  ['by a header that is a number', ['2', 'x'], { note: '2' }, 0],
  ['of two with one header the first', ['x', 'x'], { note: 'x' }, 0],
])('a column is named %s', (_, header, named, index) => {
  expect(indexes(header, named)).toMatchObject({ note: index })
})

test('the only column without a header holds the notes', () => {
  expect(indexes([''])).toEqual({ note: 0 })
})

test('a named column is not taken for another role', () => {
  expect(indexes(['note', 'text'], { note: 'text', persona: 'note' })).toEqual({ note: 1, persona: 0 })
})

test.each([
  ['no note column', ['Who', 'When'], {}, 'note-column-missing', { columns: ['Who', 'When'] }],
  [
    'an unknown name',
    ['Note', 'Role'],
    { persona: 'Rolle' },
    'column-unknown',
    { nearest: 'Role', option: '--persona' },
  ],
  ['one column for two roles', ['Note', 'x'], { persona: 'x', votes: 'x' }, 'column-twice', { column: 'x' }],
])('%s is an error', (_, header, named, code, details) => {
  expect(() => chooseColumns(header, named, 'a.csv')).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) }),
  )
})
