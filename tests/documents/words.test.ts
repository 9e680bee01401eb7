import { expect, test } from 'vitest'
import { createSpeech, english, loadSpeech } from '../../src/documents/words/speech.js'
import { headingOf } from '../../src/maps/heading.js'
import { PRESETS } from '../../src/maps/presets.js'
import { askAbout } from '../../src/maps/question.js'
import { runProgram } from '../support/fake-world.js'
import { dealOut } from '../support/queued-model.js'

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'ja']

type Leaf = { path: string; text: string }

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }]
  return Object.entries(value as object).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`))
}

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

test.each(LANGUAGES)('%s says all that English says, with the same places to fill in', async (language) => {
  const { words } = await loadSpeech(language)
  expect(words.language).toBe(language)
  const others = new Map(leavesOf(words).map(({ path, text }) => [path, text]))
  for (const { path, text } of leavesOf(english.words)) {
    if (path === '.language' || path.endsWith('.one')) continue
    const other = others.get(path) ?? ''
    expect({ path, text: other.trim() === '' ? 'nothing' : 'words' }).toEqual({ path, text: 'words' })
    expect({ path, places: placesIn(other) }).toEqual({ path, places: placesIn(text) })
  }
})

test.each(LANGUAGES)('%s asks every question of the built-in maps', (language) => {
  const templates = PRESETS.flatMap(({ quadrants }) => quadrants.flatMap(({ question }) => question ?? []))
  for (const template of templates) {
    const heading = headingOf({ template, filled: 'filled' }, 'Anna', language)
    expect(heading).toBeDefined()
    expect(heading).not.toMatch(/filled|persona/)
  }
})

const OUT_OF_BED = 'What gets {a persona} out of bed in the morning?'
const HARD_TO_WORK = 'What makes it hard for {a persona} to do their work?'

test.each([
  ['Support engineer', OUT_OF_BED, 'What gets a support engineer out of bed in the morning?'],
  ['Train passenger', OUT_OF_BED, 'What does a train passenger hope to gain?'],
  ['Patients', HARD_TO_WORK, 'What makes it hard for a patient?'],
  ['Nurse', HARD_TO_WORK, 'What makes it hard for a nurse to do their work?'],
  ['Anna', HARD_TO_WORK, undefined],
  ['Patient', 'Why does {a persona} wait?', 'Why does a patient wait?'],
])('%s is asked what fits who comes to work, and who is served', (persona, template, heading) => {
  expect(headingOf({ template, filled: askAbout(persona, template) }, persona, undefined)).toBe(heading)
})

test('numbers, plurals and lists are those of the language', async () => {
  const de = await loadSpeech('de-AT')
  expect(de.count('notes', 1)).toBe('1 Notiz')
  expect(de.count('notes', 1_234)).toBe('1.234 Notizen')
  expect(de.list(['a', 'b', 'c'])).toBe('a, b und c')
  expect(de.percent(0.245)).toMatch(/^25\s%$/)
  expect(english.count('votes', 1)).toBe('1 vote')
  expect(english.list(['a', 'b', 'c'])).toBe('a, b and c')
  expect(await loadSpeech('sv')).toBe(english)
  expect(await loadSpeech(undefined)).toBe(english)
  expect(createSpeech(english.words).quote('x')).toBe('“x”')
})

test.each(LANGUAGES)('%s writes numbers as Intl does, small and large', async (language) => {
  const { number, words } = await loadSpeech(language)
  const { format } = new Intl.NumberFormat(words.language === 'en' ? 'en-GB' : words.language)
  for (const value of [0, 1, 12, 999, 1_000, 12_345, 2_000_000]) expect(number(value)).toBe(format(value))
})

const board = (...notes: string[]): string =>
  ['persona,quadrant,note', ...notes.map((note) => `${note}`), ''].join('\n')

const BOARDS: [string, string, string[], string[]][] = [
  [
    'German',
    board(
      'Anna,Schmerzen,zu viele Besprechungen am Nachmittag',
      'Anna,Schmerzen,niemand hört uns zu',
      'Anna,Schmerzen,die Software stürzt ständig ab',
      'Anna,Wünsche,mehr Zeit für die Bewohner',
    ),
    [
      '## Anna',
      '### Was macht es schwer? — Schmerzen',
      '(2 Notizen)',
      '„zu viele Besprechungen am Nachmittag“',
    ],
    ['How does it feel', 'notes'],
  ],
  [
    'French',
    board(
      'Infirmière,Douleurs,pas assez de temps pour les patients',
      'Infirmière,Douleurs,les plannings changent sans prévenir',
      'Infirmière,Douleurs,on ne nous écoute jamais',
    ),
    ['## Infirmière', '— Douleurs', '2 notes', '« pas assez de temps pour les patients »'],
    ['in themes'],
  ],
  [
    'Japanese',
    board('看護師,悩み,残業代が出ない', '看護師,悩み,営業の約束を知らされない', '看護師,悩み,人が足りない'),
    ['## 看護師', '難しくしているのは何か — 悩み', '2件のメモ', '「残業代が出ない」'],
    ['notes'],
  ],
]

const ASK = ['summarize', 'board.csv', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1']

test.each(BOARDS)(
  'a workshop in %s gets a document in it, whose quadrants keep their names',
  async (_, csv, says, saysNot) => {
    const { stdout } = await runProgram(ASK, { files: { 'board.csv': csv }, replies: [dealOut] })
    for (const text of says) expect(stdout).toContain(text)
    for (const text of saysNot) expect(stdout).not.toContain(text)
  },
)

test('--language wins over the notes, and is kept in the summary', async () => {
  const files = { 'board.csv': BOARDS[0]?.[1] ?? '' }
  const spanish = await runProgram([...ASK, '--language', 'Spanish', '-o', 's.json'], {
    files,
    replies: [dealOut],
  })
  expect(JSON.parse(spanish.files['s.json'] ?? '')).toMatchObject({ language: 'es' })
  const rendered = await runProgram(['render', 's.json'], { files: spanish.files })
  expect(rendered.stdout).toContain('2 de 2 notas en temas'.replace('2 de 2', '3 de 3'))
  const english = await runProgram([...ASK, '--language', 'en'], { files, replies: [dealOut] })
  expect(english.stdout).toContain('3 of 3 notes in themes')
})

test.each([
  ['Support engineer', 'How does it feel to be a support engineer?'],
  ['HR managers', 'How does it feel to be an HR manager?'],
  ['Anna', '## Anna'],
  ['Persona 1: Sabine; 42', '## Persona 1: Sabine; 42'],
  ['European', '## European'],
  ['HR', '## HR'],
  ['Pflegekraft', '## Pflegekraft'],
  ['Peter', '## Peter'],
])('the persona "%s" is headed "%s" in English', async (persona, heading) => {
  const csv = board(
    `${persona},Pains,the queue is long`,
    `${persona},Pains,and the tools are slow`,
    `${persona},Pains,nobody answers the phone`,
  )
  const { stdout } = await runProgram(ASK, { files: { 'board.csv': csv }, replies: [dealOut] })
  expect(stdout).toContain(heading)
})
