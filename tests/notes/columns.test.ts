import { expect, test } from 'vitest'
import { columnNamed, namedColumns } from '../../src/notes/columns.js'
import { readSources } from '../../src/notes/exports/read-source.js'
import { signsOf } from '../../src/notes/judge-header.js'
import { saysNothing } from '../../src/notes/say-nothing.js'

const saidBy = (role: string): string => `--${role}`

test.each([
  ['English', ['Persona', 'Quadrant', 'Note', 'Votes']],
  ['German', ['Rolle', 'Bereich', 'Notiz', 'Stimmen']],
  ['French', ['Rôle', 'Catégorie', 'Texte', 'Voix']],
  ['Spanish', ['Perfil', 'Categoría', 'Comentario', 'Votos']],
  ['Portuguese', ['Perfil', 'Categoria', 'Comentário', 'Votos']],
  ['Italian', ['Ruolo', 'Categoria', 'Commento', 'Voti']],
  ['Dutch', ['Rol', 'Categorie', 'Opmerking', 'Stemmen']],
  ['Polish', ['Rola', 'Kategoria', 'Notatka', 'Głosy']],
  ['Japanese', ['ペルソナ', '象限', '付箋', '投票数']],
  ['Korean', ['페르소나', '카테고리', '메모', '투표수']],
  ['snake case', ['user_role', 'quadrant_name', 'comment_text', 'votes_total']],
  ['camel case', ['userRole', 'listName', 'cardText', 'voteCount']],
  ['plural', ['Personas', 'Quadrants', 'Notes', 'Votes']],
])('%s headers are known', (_, header) => {
  const csv = `${header.join(',')}\nCoach,Gains,a fine day,3\nCoach,Pains,a long day,1\n`
  const [source] = readSources([{ file: 'a.csv', bytes: Buffer.from(csv) }], { named: {} })
  expect(source?.notes).toMatchObject([
    { persona: 'Coach', quadrant: 'Gains', text: 'a fine day', votes: 3 },
    { persona: 'Coach', quadrant: 'Pains', text: 'a long day', votes: 1 },
  ])
})

test.each<[string, string[]]>([
  ['Notes: where they got stuck', ['note']],
  ['Sticky colour', []],
  ['Card title', ['title']],
  ['Title of the card', ['title']],
  ['User', ['author']],
  ['User display name', ['author']],
  ['Created by', ['author']],
  ['What is your name?', []],
  ['E-mail: what bothers you about it?', []],
])('%s means %j', (header, roles) => {
  const known = signsOf(header).map(({ role }) => role)
  expect(known.filter((role) => role !== 'technical')).toEqual(roles)
})

test.each([
  ['by header', ['a', 'Sticky text'], 'Sticky text', 1],
  ['by header in another case', ['a', 'Sticky Text '], 'sticky text', 1],
  ['by number', ['', 'x', 'x'], '3', 2],
  ['by a header that is a number', ['3', 'x', '2'], '2', 2],
  ['by a number that is one, whatever headers say', ['3', 'x', '2'], 2, 1],
  ['of two with one header the first', ['x', 'x'], 'x', 0],
])('a column is named %s', (_, header, name, index) => {
  expect(columnNamed(header, 'note', name, 'a.csv', saidBy).index).toBe(index)
})

test.each([
  ['an unknown name', ['Note', 'Role'], { persona: 'Rolle' }, 'column-unknown', { nearest: 'Role' }],
  ['a number too many', ['Note', 'Role'], { persona: 3 }, 'column-unknown', { column: '3' }],
  ['one column for two roles', ['Note', 'x'], { persona: 'x', votes: 'x' }, 'column-twice', { column: 'x' }],
])('%s is an error', (_, header, named, code, details) => {
  expect(() => namedColumns(header, named, 'a.csv', saidBy)).toThrow(
    expect.objectContaining({ code, details: expect.objectContaining(details) }),
  )
})

test('boxes that were ticked are choices, also where some wrote of their own beside "Other"', () => {
  const options = ['Documentation', 'Marketing (blog, talks)', 'Events', 'Training']
  const own = ['somebody who reads our mail', 'a list of what you offer']
  const rows = Array.from({ length: 16 }, (_, index) => {
    const ticked = options.filter((_, option) => (index + option) % 2 === 0 || option === index % 4)
    return [...ticked, ...own.slice(index, index + 1)].join(', ')
  })
  const csv = ['Timestamp,What would help you?,Anything else you want to tell us?']
  for (const [index, row] of rows.entries())
    csv.push(
      `5/${index + 1}/2026 10:00,"${row}",we would like to hear from you more often than ${index} times`,
    )
  const [source] = readSources([{ file: 'a.csv', bytes: Buffer.from(csv.join('\n')) }], { named: {} })
  expect(source?.noteColumns.map(({ header }) => header)).toEqual(['Anything else you want to tell us?'])
  expect(source?.withheld).toContainEqual(
    expect.objectContaining({ header: 'What would help you?', because: 'choices' }),
  )
})

test.each([
  ...['Nothing at this time.', 'none so far', 'can’t think of anything', 'Nothing in particular'],
  ...['Im Moment nichts', 'rien pour l’instant', 'Nada en particular', 'nada no momento', 'per ora niente'],
  ...['op dit moment niets', 'na razie nic', '今のところ特になし', '아직 없음'],
])('"%s" says nothing', (text) => {
  expect(saysNothing(text)).toBe(true)
})

test.each(['no', 'nothing works', 'none of the lifts', 'nichts geht hier', 'rien ne va', 'not enough time'])(
  '"%s" may say something',
  (text) => {
    expect(saysNothing(text)).toBe(false)
  },
)

test('what is said of a number of things is no date', () => {
  const said = [
    'ca. 20 Mails am Tag nerven mich',
    'max. 5 Marktplätze pflegen statt zehn',
    'min. 10 Mails wegen jeder Kleinigkeit',
    'TODO: 3 decisions nobody makes',
    '>> 2 separate tools for one thing',
  ]
  const csv = `id,quadrant,answer\n${said.map((text, row) => `${row},Pains,${text}`).join('\n')}\n`
  const [source] = readSources([{ file: 'a.csv', bytes: Buffer.from(csv) }], { named: {} })
  expect(source?.notes.map(({ text }) => text)).toEqual(said)
})
