import { expect, test } from 'vitest'
import { parseDecisions } from '../../src/decisions/parse-decisions.js'
import { UserError } from '../../src/errors/user-error.js'

const HEAD =
  'schema: sixthemes/decisions@1\ndecisions:\n  - { persona: A, quadrant: B, theme: t1, title: T }\n'

const problemsOf = (text: string): { line: number; text: string }[] => {
  try {
    parseDecisions(text, 'd.yaml')
  } catch (error) {
    if (error instanceof UserError && error.code === 'decisions-invalid')
      return (error.details as { problems: { line: number; text: string }[] }).problems
    throw error
  }
  return []
}

test('every kind of decision, on one line each or on several', () => {
  const text = `${HEAD}  - persona: A
    quadrant: B
    theme: t1
    summary: |
      Two
      lines.
  - { persona: A, quadrant: B, note: " a  note ", to: null }
  - { persona: A, quadrant: B, merge: [t1, t2], title: Both, summary: All of it. }
  - { new: Rota, notes: [one, two] }
`
  expect(parseDecisions(text, 'd.yaml')).toEqual([
    { persona: 'A', quadrant: 'B', theme: 't1', title: 'T' },
    { persona: 'A', quadrant: 'B', theme: 't1', summary: 'Two lines.' },
    { persona: 'A', quadrant: 'B', note: 'a note', to: null },
    { persona: 'A', quadrant: 'B', merge: ['t1', 't2'], title: 'Both', summary: 'All of it.' },
    { persona: 'All', quadrant: 'Notes', new: 'Rota', notes: ['one', 'two'] },
  ])
})

test('a file without decisions has none', () => {
  expect(parseDecisions('schema: sixthemes/decisions@1\n', 'd.yaml')).toEqual([])
  expect(parseDecisions('schema: sixthemes/decisions@1\ndecisions: []\n', 'd.yaml')).toEqual([])
})

test.each<[string, string, number, string]>([
  ['no YAML', 'a: [', 1, 'Flow sequence'],
  ['no decisions', '- a\n', 1, 'a list of "decisions"'],
  ['decisions that are no list', 'schema: sixthemes/decisions@1\ndecisions: 7\n', 1, 'a list of "decisions"'],
  ['no schema', 'decisions: []\n', 1, 'expected "schema: sixthemes/decisions@1"'],
  ['another schema', 'schema: sixthemes/decisions@9\ndecisions: []\n', 1, 'sixthemes/decisions@1'],
  ['another key at the top', `${HEAD}decided: []\n`, 4, 'there is no key "decided"'],
  ['a decision that is a text', `${HEAD}  - rename it\n`, 4, 'expected one of theme, note, merge, new'],
  ['a decision without a kind', `${HEAD}  - { persona: A, quadrant: B }\n`, 4, 'expected one of theme, note'],
  [
    'a decision of two kinds',
    `${HEAD}  - { theme: t1, note: x, to: t1 }\n`,
    4,
    'expected one of theme, note',
  ],
  ['a persona that is a number', `${HEAD}  - { persona: 7, theme: t1, title: T }\n`, 4, 'expected a persona'],
  [
    'a quadrant that is a list',
    `${HEAD}  - { quadrant: [B], theme: t1, title: T }\n`,
    4,
    'expected a quadrant',
  ],
  ['a theme that is empty', `${HEAD}  - { theme: "", title: T }\n`, 4, 'expected the id or title of a theme'],
  ['a theme that nothing is said of', `${HEAD}  - { theme: t1 }\n`, 4, 'expected a title or a summary'],
  ['a title that is empty', `${HEAD}  - { theme: t1, title: " " }\n`, 4, 'expected a title'],
  ['a title that is a page', `${HEAD}  - { theme: t1, title: ${'a'.repeat(201)} }\n`, 4, 'at most 200'],
  [
    'a summary that is a number',
    `${HEAD}  - { theme: t1, summary: 7 }\n`,
    4,
    'expected one or two sentences',
  ],
  [
    'a summary that is a book',
    `${HEAD}  - { theme: t1, summary: ${'a'.repeat(2_001)} }\n`,
    4,
    'at most 2,000',
  ],
  ['a note without a place', `${HEAD}  - { note: x }\n`, 4, 'to: expected the id or title of a theme'],
  ['a note that is a number', `${HEAD}  - { note: 7, to: t1 }\n`, 4, 'expected the words of a note'],
  [
    'a place that is a number',
    `${HEAD}  - { note: x, to: 7 }\n`,
    4,
    'to: expected the id or title of a theme',
  ],
  ['one theme to be merged', `${HEAD}  - { merge: [t1] }\n`, 4, 'at least two themes'],
  ['themes to be merged that are no list', `${HEAD}  - { merge: t1 }\n`, 4, 'expected a list of themes'],
  ['a new theme without notes', `${HEAD}  - { new: T }\n`, 4, 'expected a list of notes'],
  ['a new theme with none', `${HEAD}  - { new: T, notes: [] }\n`, 4, 'at least one note'],
  ['a note that is null', `${HEAD}  - { new: T, notes: [null] }\n`, 4, 'expected the words of a note'],
  [
    'a misspelled key',
    `${HEAD}  - { theme: t1, titel: T }\n`,
    4,
    'there is no key "titel"; did you mean "title"?',
  ],
  ['a key of another kind', `${HEAD}  - { theme: t1, title: T, notes: [a] }\n`, 4, 'belongs to another kind'],
])('%s is refused with its line', (_, text, line, says) => {
  expect(problemsOf(text)).toContainEqual({ line, text: expect.stringContaining(says) })
})

test('every problem is told at once', () => {
  const text = `${HEAD}  - { theme: t1 }\n  - { note: x }\n`
  expect(problemsOf(text).map(({ line }) => line)).toEqual([4, 5])
})
