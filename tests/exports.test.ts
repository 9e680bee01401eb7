import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PRESETS } from '../src/maps/presets.js'
import { type ReadingSettings, readSources } from '../src/notes/exports/read-source.js'
import { groupNotes } from '../src/notes/group.js'
import { createQuadrantFinder } from '../src/notes/match-map.js'

const FOLDER = new URL('../fixtures/exports/', import.meta.url)
const finders = PRESETS.map(createQuadrantFinder)

type Counts = Record<string, number>

/** File → kind, notes per group and drops per reason, read without any flag. */
const rows: [file: string, kind: string, groups: Counts, dropped?: Counts][] = [
  ['mural.csv', 'mural', { 'All/Gains': 2, 'All/Pains': 3, 'All/Unspecified': 1 }, { empty: 1 }],
  ['parabol-bom.csv', 'parabol', { 'All/What slowed us down?': 2 }, { 'not a note': 1 }],
  ['scrumlr.csv', 'scrumlr', { 'All/Good': 1, 'All/Bad': 2 }],
  ['refacto.csv', 'refacto', { 'All/Happy': 1, 'All/Sad': 1, 'All/Question': 1 }],
  ['trello-archived.csv', 'trello', { 'All/Gains': 1, 'All/Pains': 1 }, { archived: 1 }],
  ['polis-rejected.csv', 'polis', { 'All/Notes': 2 }, { rejected: 1 }],
  ['talk-to-the-city.csv', 'talk-to-the-city', { 'All/Notes': 2 }, { empty: 1 }],
  ['padlet-old.csv', 'padlet', { 'All/Music': 2, 'All/Questions': 1 }],
  ['padlet-new.csv', 'padlet', { 'All/Gains': 1, 'All/Pains': 1 }],
  ['padlet-korean.csv', 'padlet', { 'All/음악': 1, 'All/질문': 1 }],
  [
    'lucidspark-short-cards.csv',
    'lucidspark',
    { 'All/Pains': 1, 'All/Tools': 1, 'All/Unspecified': 1 },
    { 'not a note': 4, empty: 1 },
  ],
  ['lucidspark-german.csv', 'lucidspark', { 'All/Freude': 1 }, { 'not a note': 2 }],
  [
    'easyretro-padding.csv',
    'wide',
    { 'All/Went well': 3, 'All/To improve': 2, 'All/Action items': 1 },
    { empty: 6 },
  ],
  [
    'wide-personas.csv',
    'wide',
    {
      'Coach/Gains': 1,
      'Coach/Tasks': 1,
      'Coach/Pains': 2,
      'Lead/Gains': 1,
      'Lead/Tasks': 1,
      'Lead/Pains': 1,
    },
    { empty: 1 },
  ],
  [
    'google-forms.csv',
    'survey',
    { 'All/What frustrates you most in your work?': 5, 'All/What would help you?': 4 },
    { empty: 1 },
  ],
  [
    'microsoft-forms-cp1252.csv',
    'survey',
    { 'All/What frustrates you most at work?': 2 },
    { 'surplus cell': 1 },
  ],
  ['typeform-other.csv', 'survey', { 'All/What slows you down the most?': 3 }],
  ['surveymonkey-nbsp.csv', 'survey', { 'All/What bugs you the most about it?': 2 }, { empty: 1 }],
  ['qualtrics.csv', 'survey', { 'All/What would you change first if you could?': 2 }],
  ['qualtrics-legacy.csv', 'survey', { 'All/What would you change first if you could?': 1 }],
  ['alchemer-siblings.csv', 'survey', { 'All/What makes it difficult to use?': 5 }, { empty: 1 }],
  [
    'miro-frames.csv',
    'blocks',
    { 'All/Gains': 1, 'All/Pains': 2, 'All/Unspecified': 1, 'All/Parking lot': 1 },
    { empty: 4, heading: 5, template: 3 },
  ],
  ['miro-two-frames-same-name.csv', 'blocks', { 'All/Unspecified': 4 }, { empty: 2, heading: 3 }],
  ['placeholders.csv', 'columns', { 'Lead/Notes': 5 }, { placeholder: 9, punctuation: 2 }],
  ['bulleted-list.csv', 'columns', { 'Coach/Notes': 6 }],
  ['merged-cells.csv', 'columns', { 'Coach/Gains': 2, 'Coach/Pains': 2, 'Lead/Tasks': 3 }],
  ['commas-in-one-column.csv', 'columns', { 'All/Notes': 3 }],
  ['quoted-line-breaks.csv', 'columns', { 'Coach/Notes': 2 }],
  ['bar.csv', 'columns', { 'Coach/Pains': 1 }],
  ['tab-in-quotes.tsv', 'columns', { 'Coach/Pains': 1 }],
  ['german-headers.csv', 'columns', { 'Coach/Wünsche': 1, 'Coach/Schmerzen': 1 }],
  ['french-headers.csv', 'columns', { 'Coach/Douleurs': 1 }],
  ['spanish-headers.csv', 'columns', { 'Coach/Dolores': 1 }],
  ['japanese-headers.csv', 'columns', { '担当者/喜び': 1, '担当者/悩み': 1 }],
  ['inch-marks.csv', 'columns', { 'Coach/Pains': 2 }],
  ['space-after-comma.csv', 'columns', { 'Coach/Pains': 1 }],
  ['nbsp-in-header.csv', 'columns', { 'Coach/Notes': 1 }],
  ['blank-lines-first.csv', 'columns', { 'Coach/Notes': 1 }],
  ['blank-lines-inside.csv', 'columns', { 'Coach/Notes': 2 }, { empty: 2 }],
  ['mac-line-ends.csv', 'columns', { 'Coach/Pains': 2 }],
  ['case-and-width.csv', 'columns', { 'Support engineer/Pains': 3 }],
  ['instructions.csv', 'columns', { 'Coach/Pains': 2 }],
  ['mural-legend.csv', 'mural', { 'All/Pains': 2 }, { legend: 2, heading: 1 }],
  [
    'miro-loose-copies.csv',
    'blocks',
    { 'All/Ideas': 1, 'All/Pains': 2, 'All/Unspecified': 1 },
    { empty: 2, heading: 4, copy: 1 },
  ],
  [
    'surveymonkey-question-codes.csv',
    'survey',
    { 'All/What bugs you the most about it?': 2, 'All/Would you recommend it to others?': 2 },
  ],
  ['surveymonkey-collapsed.csv', 'survey', { 'All/Would you recommend it to others? (comments)': 3 }],
  ['unicode-text.txt', 'columns', { 'Coach/Pains': 1 }],
  ['sep-line.csv', 'columns', { 'Coach/Pains': 1 }],
  ['bom-quoted-header.csv', 'columns', { 'Coach/Notes': 1 }],
  ['duplicate-and-empty-headers.csv', 'columns', { 'Coach/Notes': 1, 'Unspecified/Notes': 1 }],
  ['formula-like.csv', 'columns', { 'Coach/Pains': 4 }],
]

function read(file: string, settings: Partial<ReadingSettings> = {}) {
  const [source] = readSources([{ file, bytes: readFileSync(new URL(file, FOLDER)) }], {
    named: {},
    ...settings,
    isQuadrant: (heading) => finders.some((find) => find(heading)),
  })
  if (!source) throw new Error('one file gives one source')
  return source
}

test.each(rows)('%s is read as %s', (file, kind, groups, dropped = {}) => {
  const source = read(file)
  const found = groupNotes(source.notes, PRESETS).groups.map(({ persona, quadrant, notes }) => [
    `${persona}/${quadrant}`,
    notes.length,
  ])
  const reasons: Counts = {}
  for (const { reason } of source.dropped) reasons[reason] = (reasons[reason] ?? 0) + 1
  expect({ kind: source.export, groups: Object.fromEntries(found), dropped: reasons }).toEqual({
    kind,
    groups,
    dropped,
  })
  expect(source.notes.length + source.dropped.length).toBe(source.cells)
})

test('every file of the folder stands in the table', () => {
  const files = readdirSync(FOLDER).filter((name) => !['cases', 'unclear'].includes(name))
  expect(files.sort()).toEqual(rows.map(([file]) => file).sort())
})

test('the text of a note is unescaped once, and joined of its parts', () => {
  expect(read('mural.csv').notes.map(({ text }) => text)).toContain('Too many <forms>')
  expect(read('padlet-old.csv').notes[0]?.text).toBe(
    'Lively rhythm\nIt made me want to dance.\nThe melody was bright.',
  )
  expect(read('trello-archived.csv').notes[0]?.text).toBe('Order tiles\nBath upstairs, 20 m2')
})

test('a list in a cell is several notes of one cell, and only a list is', () => {
  const { notes, cells, rows } = read('bulleted-list.csv')
  expect(notes.map(({ text }) => text)).toEqual([
    'no time',
    'no budget\nat all',
    'slow tools',
    'first',
    'second',
    'one line\n- and a dash',
  ])
  expect(notes[1]?.place).toEqual({ source: 0, row: 1, part: 2 })
  expect({ cells, rows }).toEqual({ cells: 6, rows: 3 })
})

test('a note is never dropped for being short, or for saying no', () => {
  expect(read('placeholders.csv').notes.map(({ text }) => text)).toEqual(['Trust', 'VPN', '👍', 'no', 'Test'])
})

test('nothing personal is taken for a note', () => {
  for (const [file] of rows) {
    const texts = read(file)
      .notes.map(({ text }) => text)
      .join('\n')
    expect(texts).not.toMatch(/@example\.com|192\.0\.2|Mina K\.|anonymous|Maintainer A/)
  }
})

test('votes are read where a tool writes them', () => {
  expect(read('scrumlr.csv').notes.map(({ votes }) => votes)).toEqual([3, 1, 0])
  expect(read('easyretro-padding.csv').notes.find(({ text }) => text === 'Too many meetings')?.votes).toBe(3)
})

test('where several columns hold notes, a note knows its column', () => {
  expect(read('wide-personas.csv').notes[0]?.place).toEqual({ source: 0, row: 1, column: 2 })
})

describe('what the user says about a survey', () => {
  const FILE = 'google-forms.csv'
  const [frustrates, help] = ['What frustrates you most in your work?', 'What would help you?']

  test.each([
    ['one question', [help], [help]],
    ['several, by header or number', [frustrates, '5'], [frustrates, help]],
    ['none, so that all open questions are', undefined, [frustrates, help]],
  ])('%s is read', (_, note, quadrants) => {
    const { notes, withheld } = read(FILE, { named: { note } })
    expect([...new Set(notes.map(({ quadrant }) => quadrant))]).toEqual(quadrants)
    expect(withheld?.filter(({ because }) => because === 'not named')).toHaveLength(2 - quadrants.length)
  })

  test('a question that several columns answer stands for all of them', () => {
    const { notes } = read('alchemer-siblings.csv', {})
    const [question = ''] = notes.map(({ quadrant }) => quadrant)
    const chosen = read('alchemer-siblings.csv', { named: { note: [question] } })
    expect(chosen.noteColumns.length).toBeGreaterThan(1)
    expect(chosen.notes).toEqual(notes.filter(({ quadrant }) => quadrant === question))
  })

  test('a number of header rows ends the search for more of them', () => {
    expect(read('surveymonkey-nbsp.csv', {}).rows).toBe(3)
    const { rows, notes } = read('surveymonkey-nbsp.csv', { headerRows: 1, named: { note: ['11'] } })
    expect({ rows, first: notes[0]?.text }).toEqual({ rows: 4, first: 'Open-Ended Response' })
  })

  test('an unknown question is an error with the known ones', () => {
    expect(() => read(FILE, { named: { note: [help, 'What else?'] } })).toThrow(
      expect.objectContaining({ code: 'column-unknown' }),
    )
  })
})

test('a question with short answers is not lost in silence', () => {
  const csv = [
    'Timestamp,Role,What worked?,What did not?',
    ...['calm rooms', 'good food', 'nice people', 'clear goals', 'more time', 'new tools'].map(
      (text, row) =>
        `6/22/2026 0:0${row}:36,${['Coach', 'Lead', 'Chef', 'Nurse', 'Cook', 'Clerk'][row]},${text},bad${row}`,
    ),
  ].join('\n')
  const [source] = readSources([{ file: 'a.csv', bytes: Buffer.from(csv) }], { named: {} })
  expect(source?.noteColumns.map(({ header }) => header)).toEqual(['What worked?'])
  expect(source?.warnings).toEqual([
    'not read, for the answers are short: "Role", "What did not?"; --note reads them',
  ])
})

test('several columns that are named for notes are quadrants of their own, in any table', () => {
  const { export: kind, notes } = read('case-and-width.csv', { named: { note: ['1', '2'] } })
  expect(kind).toBe('wide')
  expect(new Set(notes.map(({ quadrant }) => quadrant)).size).toBe(2)
})
