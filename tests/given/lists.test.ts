import { expect, test } from 'vitest'
import { checkGiven, givenFor } from '../../src/given/check-given.js'
import { readGivenTable } from '../../src/given/read-given-table.js'
import { readGivenYaml } from '../../src/given/read-given-yaml.js'
import { readQdc } from '../../src/given/read-qdc.js'

const problemsOf = (checked: ReturnType<typeof checkGiven>): string[] =>
  checked.ok ? [] : checked.problems.map(({ at, text }) => `${at}: ${text}`)

const tableOf = (text: string) => {
  const [header = [], ...records] = text.split('\n').map((line) => line.split(','))
  return { header, records }
}

test.each([
  [
    'our own columns',
    'theme,quadrant,definition,id\nNo time,Pains,hours that lack,t1',
    { theme: 'No time', quadrant: 'Pains', definition: 'hours that lack', id: 't1' },
  ],
  [
    'a codebook',
    'Code,Description,When to use,When not to use,Colour\nNo time,hours,says so,pay,red',
    { theme: 'No time', definition: 'hours', include: 'says so', exclude: 'pay' },
  ],
  ['Dovetail', 'Title,Description\nNo time,hours', { theme: 'No time', definition: 'hours' }],
  [
    'Taguette',
    'tag,description,number of highlights\nNo time,hours,7',
    { theme: 'No time', definition: 'hours' },
  ],
  [
    'German',
    'Kategorie,Beschreibung,Ankerbeispiel\nKeine Zeit,Stunden,nie Zeit',
    { theme: 'Keine Zeit', definition: 'Stunden', example: 'nie Zeit' },
  ],
])('%s is read', (_, text, expected) => {
  expect(readGivenTable(tableOf(text))).toEqual([{ at: 1, ...expected }])
})

test('a table of something else is none, and blank rows are passed over', () => {
  expect(readGivenTable(tableOf('note,votes\na,1'))).toBeUndefined()
  expect(readGivenTable(tableOf('theme,id\n,\nA,'))).toEqual([{ at: 2, theme: 'A', id: '' }])
})

test('YAML: titles, or themes with keys, at the top or under "themes"', () => {
  const themes = '- No time\n- { theme: Money, quadrant: Pains, definition: pay }\n'
  const rows = [
    { at: 1, theme: 'No time' },
    { at: 2, theme: 'Money', quadrant: 'Pains', definition: 'pay' },
  ]
  expect(readGivenYaml(themes)).toEqual({ ok: true, rows })
  const wrapped = readGivenYaml(`themes:\n${themes.replace(/^/gm, '  ').trimEnd()}\n`)
  expect(wrapped).toEqual({ ok: true, rows: rows.map((row) => ({ ...row, at: row.at + 1 })) })
})

test.each([
  ['broken YAML', 'a: [', '1: '],
  ['no list', 'theme: a', '1: expected a list of themes'],
  ['a number', '- 7', '1: expected a title'],
  [
    'a misspelled key',
    '- { theme: a, definiton: b }',
    '1: there is no key "definiton"; did you mean "definition"?',
  ],
  ['a value that is no text', '- theme: a\n  example: 7', '2: example: expected a text'],
])('YAML with %s is refused with its line', (_, text, says) => {
  const read = readGivenYaml(text)
  expect(read.ok ? [] : read.problems.map(({ at, text }) => `${at}: ${text}`).join()).toContain(says)
})

test('ids come from titles, and are the same whatever the case', () => {
  const ids = ['No time', 'no  TIME', 'Money'].map((theme) => {
    const checked = checkGiven([{ at: 1, theme }])
    return checked.ok ? checked.themes[0]?.id : undefined
  })
  expect(ids[0]).toMatch(/^g[0-9a-f]{6}$/)
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})

test.each([
  ['a theme without a title', [{ at: 3, theme: ' ' }], '3: the theme has no title'],
  ['a title of a page', [{ at: 3, theme: 'a'.repeat(201) }], '3: a title has at most 200 characters'],
  [
    'an id that is none',
    [{ at: 3, theme: 'a', id: 'a b' }],
    '3: "a b" is no id: letters, digits and . : - _',
  ],
  [
    'a definition of a book',
    [{ at: 3, theme: 'a', definition: 'a'.repeat(2_001) }],
    '3: definition has at most 2000 characters',
  ],
  [
    'a theme twice',
    [
      { at: 1, theme: 'a' },
      { at: 2, theme: 'A' },
    ],
    '2: the same title is given at 1 already',
  ],
  [
    'an id twice',
    [
      { at: 1, theme: 'a', id: 'x' },
      { at: 2, theme: 'b', id: 'x' },
    ],
    '2: the same id is given at 1 already',
  ],
  ['an empty list', [], '1: there is no theme in the list'],
])('%s is refused', (_, rows, says) => {
  expect(problemsOf(checkGiven(rows))).toContain(says)
})

test('more themes than a note can be placed in are refused', () => {
  const rows = Array.from({ length: 201 }, (_, index) => ({ at: index + 1, theme: `theme ${index}` }))
  expect(problemsOf(checkGiven(rows))).toEqual(['201: there are more than 200 themes'])
})

test('themes are for the groups that they name, or for all', () => {
  const checked = checkGiven([
    { at: 1, theme: 'everywhere' },
    { at: 2, theme: 'pains', quadrant: 'pains' },
    { at: 3, theme: 'of nurses', persona: 'NURSE' },
  ])
  const titles = checked.ok ? givenFor(checked.themes, { persona: 'Nurse', quadrant: 'Gains' }) : []
  expect(titles.map(({ title }) => title)).toEqual(['everywhere', 'of nurses'])
})

const CODEBOOK = `<?xml version="1.0" encoding="utf-8"?>
<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="QualCoder"><q:Codes>
  <q:Code guid="A" name="Nurse" isCodable="false"><q:Code guid="B" name="Pains" isCodable="false">
    <q:Code guid="C" name="Time &amp; rota" isCodable="true" color="#FF0000"><q:Description>hours &lt; days</q:Description></q:Code>
    <q:Code guid="D" name="Caf&#233;"><q:Description><![CDATA[the <b>one</b>]]></q:Description></q:Code>
  </q:Code></q:Code>
  <q:Code name="Loose"/>
</q:Codes><q:Sets/></q:CodeBook>`

test('a codebook: leaves are themes, the codes above them persona and quadrant', () => {
  expect(readQdc(`\uFEFF${CODEBOOK}`)).toEqual({
    ok: true,
    rows: [
      { at: 1, theme: 'Time & rota', definition: 'hours < days', persona: 'Nurse', quadrant: 'Pains' },
      { at: 2, theme: 'Café', definition: 'the <b>one</b>', persona: 'Nurse', quadrant: 'Pains' },
      { at: 3, theme: 'Loose', definition: '', persona: '', quadrant: '' },
    ],
  })
})

test('entities of a document type are not read', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "HACKED"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<CodeBook><Codes><Code name="&a;&b;"/></Codes></CodeBook>`
  const read = readQdc(bomb)
  expect(JSON.stringify(read)).not.toMatch(/HACKED|root:/)
})

test.each([
  ['no XML', 'theme,id'],
  ['XML that breaks off', CODEBOOK.slice(0, 300)],
  ['XML of something else', '<html><body/></html>'],
])('%s is refused', (_, text) => {
  expect(readQdc(text)).toMatchObject({ ok: false })
})
