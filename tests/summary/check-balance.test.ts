import { expect, test } from 'vitest'
import { findImbalance } from '../../src/summary/check-balance.js'
import type { Summary, SummaryGroup, SummaryNote, SummarySource } from '../../src/summary/summary.js'

const note = (row: number, more: Partial<SummaryNote> = {}): SummaryNote => ({
  ...{ id: `r${row}`, text: `note ${row}`, from: [{ row }] },
  ...more,
})

const source = (file: string, notes: number, dropped: number[] = []): SummarySource => ({
  ...{ file, sha256: 'a'.repeat(64), export: 'columns', rows: notes + dropped.length, notes, warnings: [] },
  dropped: dropped.map((row) => ({ row, reason: 'empty' })),
})

const CHECKS = { omitted: 0, repeated: 0, unknown: 0, unsettled: 0, misquoted: 0, grounding: 1, findings: [] }

const groupOf = (more: Partial<SummaryGroup> = {}): SummaryGroup => ({
  ...{ persona: 'A', quadrant: 'Pains', status: 'complete', checks: { coverage: 0.75, ...CHECKS } },
  themes: [
    { id: 't1', title: 'One', summary: 'S', share: 0.5, votes: 3, notes: [note(1, { votes: 3 }), note(2)] },
    { id: 't2', title: 'Two', summary: 'S', share: 0.25, notes: [note(3)] },
  ],
  unplaced: [note(4)],
  ...more,
})

const summaryOf = (more: Partial<Summary> = {}): Summary => ({
  ...{
    schema: 'sixthemes/summary@1',
    title: 'T',
    model: 'm',
    usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
  },
  sources: [source('a.csv', 4, [5])],
  groups: [groupOf()],
  ...more,
})

const listed = (persona: string, ...unplaced: SummaryNote[]): SummaryGroup => ({
  ...{ persona, quadrant: 'Pains', status: 'listed', themes: [], unplaced },
})

/** Two files, each with a row 1 that is a note of its own. */
const TWO_FILES = summaryOf({
  sources: [source('a.csv', 1, [2]), source('b.csv', 2)],
  groups: [
    listed('A', note(1, { from: [{ file: 0, row: 1 }] })),
    listed(
      'B',
      note(2, {
        from: [
          { file: 1, row: 1 },
          { file: 1, row: 2 },
        ],
      }),
    ),
  ],
})

test('a summary that balances', () => {
  expect(findImbalance(summaryOf())).toBeUndefined()
  expect(findImbalance(TWO_FILES)).toBeUndefined()
  expect(findImbalance(summaryOf({ sources: [source('a.csv', 0)], groups: [] }))).toBeUndefined()
})

test.each<[string, Summary, string]>([
  [
    'a group that is there twice',
    summaryOf({ groups: [groupOf(), groupOf()] }),
    'the group A / Pains is there twice',
  ],
  [
    'an id that two notes have',
    summaryOf({ groups: [groupOf(), listed('B', note(1, { from: [{ row: 9 }] }))] }),
    'B / Pains, note r1 ("note 1"): its id is also that of a note in A / Pains',
  ],
  [
    'a place that two notes have',
    summaryOf({ groups: [groupOf(), listed('B', note(9, { from: [{ row: 2 }] }))] }),
    'B / Pains, note r9 ("note 9"): its place (row 2) is also that of a note in A / Pains',
  ],
  [
    'two places of one note that are the same',
    summaryOf({ groups: [listed('A', note(1, { from: [{ row: 1 }, { row: 1 }] }))] }),
    'its place (row 1) is also that of a note in A / Pains',
  ],
  [
    'a file that is not there',
    summaryOf({ groups: [listed('A', note(1, { from: [{ file: 1, row: 1 }] }))] }),
    'there is no file number 1',
  ],
  [
    'a note that is lost',
    summaryOf({ sources: [source('a.csv', 5)] }),
    'a.csv: 5 notes were read, and 4 are in the groups',
  ],
  [
    'a row that is dropped and a note',
    summaryOf({ sources: [source('a.csv', 4, [4])] }),
    'a.csv, row 4: it is dropped, and a note in A / Pains',
  ],
  [
    'a row of the second file that is dropped and a note',
    { ...TWO_FILES, sources: [source('a.csv', 1), source('b.csv', 2, [2])] },
    'b.csv, row 2: it is dropped, and a note in B / Pains',
  ],
  [
    'a listed group with themes',
    summaryOf({ groups: [{ ...groupOf(), status: 'listed' }] }),
    'A / Pains: it is listed, and has themes',
  ],
  [
    'two themes of one id',
    summaryOf({ groups: [groupOf({ themes: groupOf().themes.map((theme) => ({ ...theme, id: 't' })) })] }),
    'A / Pains: two themes have the id t',
  ],
  [
    'a theme without notes that nobody gave',
    summaryOf({
      groups: [
        groupOf({
          themes: [...groupOf().themes, { id: 't3', title: 'Three', summary: '', share: 0, notes: [] }],
        }),
      ],
    }),
    'A / Pains, theme "Three": it has no notes',
  ],
  [
    'another share',
    summaryOf({ groups: [groupOf({ themes: groupOf().themes.map((theme) => ({ ...theme, share: 0.5 })) })] }),
    'theme "Two": its share is 0.5, and its notes are 1 of 4',
  ],
  [
    'other votes',
    summaryOf({ groups: [groupOf({ themes: groupOf().themes.map((theme) => ({ ...theme, votes: 3 })) })] }),
    'theme "Two": it has 3 votes, and its notes have 0',
  ],
  [
    'another coverage',
    summaryOf({ groups: [groupOf({ checks: { coverage: 1, ...CHECKS } })] }),
    'A / Pains: its coverage is 1, and 3 of 4 notes are in themes',
  ],
])('%s is said', (_, summary, says) => {
  expect(findImbalance(summary)).toContain(says)
})
