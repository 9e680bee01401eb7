import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDecisions } from '../../src/decisions/parse-decisions.js'
import { runProgram } from '../support/fake-world.js'

const FOLDER = new URL('../../fixtures/revisions/', import.meta.url)
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER))
const SUMMARY = read('summary.json')
const TABLE = read('summary.csv').toString()

const revise = async (table: string | Buffer, more: Record<string, string> = {}, ...flags: string[]) =>
  runProgram(['revise', 'summary.json', 'table.csv', '--decisions', 'd.yaml', ...flags], {
    files: { 'summary.json': SUMMARY, 'table.csv': table, ...more },
  })
/** The table with some rows changed, as text. */
const changed = (...changes: [from: string, to: string][]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replaceAll(from, to)
  }, TABLE)

const at = { persona: 'Baker', quadrant: 'Pains' }
const EDITED = [
  { ...at, note: '=SUM of all complaints', to: null },
  { ...at, new: 'Early hours', notes: ['up at 3 am'] },
  { ...at, note: 'Straße gesperrt', to: 'tdc4513' },
  { ...at, theme: 't00b3e1', title: 'Old oven' },
]

/* The same edits, saved by LibreOffice in the ways it knows. */
const SAVED = ['all-quoted.csv', 'edited.xlsx', 'filtered.csv', 'semicolons-windows-1252.csv'].concat(
  'sorted-with-a-column.csv',
  'tabs-utf-16.csv',
)

test('every table that a spreadsheet saved is tried', () => {
  const others = ['board.csv', 'summary.json', 'summary.csv', 'summary.md']
  expect(
    readdirSync(FOLDER)
      .filter((name) => !others.includes(name))
      .sort(),
  ).toEqual(SAVED)
})

test.each(SAVED)('%s is understood', async (name) => {
  const { exitCode, files } = await revise(read(name))
  expect(exitCode).toBe(0)
  const decisions = parseDecisions(files['d.yaml'] ?? '', 'd.yaml')
  const expected = name === 'filtered.csv' ? EDITED.slice(2) : EDITED
  expect(decisions).toHaveLength(expected.length)
  expect(decisions).toEqual(expect.arrayContaining(expected))
})

test('what was understood is said before it is written, and documents follow it', async () => {
  const { stdout, stderr, files } = await revise(read('all-quoted.csv'))
  expect(stdout).toContain('Baker / Pains: “slow · oven” is called “Old oven”\n')
  expect(stderr).toContain('4 decisions added to d.yaml; "sixthemes render summary.json --decisions d.yaml')
  const rendered = await runProgram(['render', 'summary.json', '--decisions', 'd.yaml', '-f', 'csv'], {
    files,
  })
  const themes = rendered.stdout.split('\r\n').map((row) => row.split(',').slice(2, 3).join())
  expect(new Set(themes)).toContain('Old oven')
  // the same table once more, beside the decisions that it led to, changes nothing
  const again = await runProgram(['revise', 'summary.json', 'table.csv', '--decisions', 'd.yaml'], { files })
  expect(again).toMatchObject({ exitCode: 0, stdout: '' })
  expect(again.stderr).toContain('Nothing was changed in the table')
  expect(again.files).toEqual(files)
})

test('a dry run writes nothing', async () => {
  const { exitCode, files, stderr } = await revise(read('all-quoted.csv'), {}, '--dry-run')
  expect([exitCode, files['d.yaml']]).toEqual([0, undefined])
  expect(stderr).toContain('4 decisions would be added to d.yaml')
})

test('an unchanged table changes nothing', async () => {
  expect(await revise(TABLE)).toMatchObject({ exitCode: 0, stdout: '' })
})

test('two themes that get one new title are merged, and notes from elsewhere join', async () => {
  const table = changed(
    ['slow · oven', 'Broken'],
    ['late · flour', 'Broken'],
    ['up at 3 am,t8ad187,Straße', 'Broken,t8ad187,Straße'],
  )
  const { files } = await revise(table)
  expect(parseDecisions(files['d.yaml'] ?? '', 'd.yaml')).toEqual([
    { ...at, merge: ['t00b3e1', 'tdc4513'], title: 'Broken' },
    { ...at, note: 'Straße gesperrt', to: 't00b3e1' },
  ])
})

test('a table that was written without the decisions that there are does not undo them', async () => {
  const earlier =
    'schema: sixthemes/decisions@1\ndecisions:\n  - { persona: Baker, quadrant: Pains, note: up at 3 am, to: null }\n'
  const { files, stdout } = await revise(changed(['slow · oven', 'Old oven']), { 'd.yaml': earlier })
  expect(stdout).toBe('Baker / Pains: “slow · oven” is called “Old oven”\n')
  expect(parseDecisions(files['d.yaml'] ?? '', 'd.yaml')).toHaveLength(2)
})

test('decisions that are there stay, with their comments', async () => {
  const before = `# ours\nschema: sixthemes/decisions@1\ndecisions:\n  - { persona: Baker, quadrant: Gains, theme: t320323, title: Treats } # nice\n`
  const { files } = await revise(
    changed(['slow · oven', 'Old oven'], ['hot coffee,t320323', 'Treats,t320323']),
    { 'd.yaml': before },
  )
  expect(files['d.yaml']?.startsWith(before)).toBe(true)
  expect(parseDecisions(files['d.yaml'] ?? '', 'd.yaml')).toHaveLength(2)
})

test.each<[string, string, string]>([
  [
    'a note that nobody wrote',
    changed(['smell of bread', 'smell of cake']),
    'row 1: Baker / Gains has no note “smell of cake”',
  ],
  [
    'a note that went to another group',
    changed(['Baker,Gains,hot coffee,t320323,hot', 'Baker,Pains,late · flour,t320323,hot']),
    'row 2: Baker / Pains has no note “hot coffee”; it is one of Baker / Gains, and notes stay in their group',
  ],
  [
    'a group that is not there',
    changed(['Baker,Gains', 'Cook,Gains']),
    'row 1: there is no group Cook / Gains',
  ],
  [
    'the same note in two themes',
    TABLE.replace('up at 3 am,t8ad187,up at 3 am,0', 'late · flour,t8ad187,up at 3 am,0'),
    'row 9: the same note as in row 8, and another theme: “late · flour”, not “up at 3 am”',
  ],
  [
    'a table of something else',
    'a,b\n1,2\n',
    'row 0: there is no column "persona", "quadrant", "theme", "note"',
  ],
])('%s is refused with its row, and nothing is written', async (_, table, says) => {
  const { exitCode, stderr, files } = await revise(table)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(says)
  expect(files['d.yaml']).toBeUndefined()
})

test('every row that cannot be understood is told', async () => {
  const { stderr } = await revise(changed(['smell of bread', 'cake'], ['hot coffee,0', 'tea,0']))
  expect(stderr).toMatch(/row 1: [\s\S]*row 2: /)
})

test('damaged tables and decisions are refused as any input', async () => {
  expect(await revise(Buffer.from('PK\u0003\u0004nothing'))).toMatchObject({ exitCode: 2 })
  expect(await revise(TABLE, { 'd.yaml': 'decisions: [' })).toMatchObject({ exitCode: 2 })
})
