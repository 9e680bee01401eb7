import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { distinctNotes } from '../../src/notes/distinct-notes.js'
import { readSources } from '../../src/notes/exports/read-source.js'
import { groupNotes } from '../../src/notes/group.js'
import { buildSummary } from '../../src/summary/build-summary.js'
import { checkAccount } from '../../src/summary/check-account.js'
import type { Summary } from '../../src/summary/summary.js'
import { summaryJsonSchema } from '../../src/summary/summary-schema.js'
import type { GroupResult } from '../../src/themes/summarize-group.js'
import { sixThemes } from '../support/prompts.js'

const CHECKS = {
  ...{ omitted: 0, repeated: 0, unknown: 0, unsettled: 0, misquoted: 0 },
  grounding: 0.666,
  findings: [{ check: 'single-note' as const, theme: 1 }],
}
const exchange = (inputTokens: number | null) => ({
  recorded: true,
  reply: { text: '{}', usage: { inputTokens, outputTokens: 2 } },
})

/** Reads tables, puts the first distinct note of each group in a theme and leaves the others unplaced. */
function summarize(
  tables: string[],
  tokens: (number | null)[] = [10],
): { summary: Summary; sources: ReturnType<typeof readSources> } {
  const files = tables.map((text, index) => ({ file: `${index}.csv`, bytes: new TextEncoder().encode(text) }))
  const sources = readSources(files, { named: {} })
  const results = resultsOf(sources, tokens)
  return {
    sources,
    summary: buildSummary({ title: 'Title', sources, prompt: sixThemes, model: 'm', results }),
  }
}

function resultsOf(sources: ReturnType<typeof readSources>, tokens: (number | null)[] = []): GroupResult[] {
  const { groups } = groupNotes(
    sources.flatMap(({ notes }) => notes),
    [],
  )
  return groups.map((group): GroupResult => {
    const [first, ...others] = distinctNotes(group.notes)
    const themes = first ? [{ title: 'T', summary: 'S', notes: [first] }] : []
    return {
      status: 'complete',
      group,
      themes,
      unplaced: others,
      exchanges: tokens.map(exchange),
      checks: CHECKS,
    }
  })
}

test('of an absolute path the document has the name alone', () => {
  const file = { file: '/home/ana/boards/a.csv', bytes: Buffer.from('note\na') }
  const sources = readSources([file], { named: {} })
  const results = resultsOf(sources)
  expect(buildSummary({ title: 'T', sources, model: 'm', results }).sources[0]?.file).toBe('a.csv')
})

test('counts, shares, votes and places are computed', () => {
  const { summary } = summarize(['note,votes\na,2\nb,1\n,\nA,3\nc,0'])
  expect(summary.groups[0]).toMatchObject({
    status: 'complete',
    themes: [
      { share: 0.5, votes: 5, notes: [{ id: 'r1', text: 'a', votes: 5, from: [{ row: 1 }, { row: 4 }] }] },
    ],
    unplaced: [
      { id: 'r2', text: 'b', votes: 1 },
      { id: 'r5', text: 'c', votes: 0 },
    ],
    checks: { coverage: 0.5, grounding: 0.67, findings: [{ check: 'single-note', theme: 1 }] },
  })
  expect(summary.sources).toMatchObject([
    { file: '0.csv', rows: 5, notes: 4, dropped: [{ row: 3, reason: 'empty' }] },
  ])
})

test('without votes there are none', () => {
  const { summary } = summarize(['note\na\nb'])
  expect(JSON.stringify(summary)).not.toContain('votes')
})

test('with several files every place says which', () => {
  const { summary } = summarize(['note\na', 'note\nb\nA'])
  expect(summary.groups[0]?.themes[0]?.notes).toEqual([
    {
      id: 'f1r1',
      text: 'a',
      from: [
        { file: 0, row: 1 },
        { file: 1, row: 2 },
      ],
    },
  ])
  expect(summary.groups[0]?.unplaced).toMatchObject([{ id: 'f2r1', from: [{ file: 1, row: 1 }] }])
})

test('usage is summed, and unknown where one endpoint did not count', () => {
  expect(summarize(['note\na'], [10, 5]).summary.usage).toEqual({
    requests: 2,
    inputTokens: 15,
    outputTokens: 4,
  })
  expect(summarize(['note\na'], [10, null]).summary.usage).toEqual({
    requests: 2,
    inputTokens: null,
    outputTokens: 4,
  })
})

test('a summary fits the JSON Schema that ships with the package', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schema/summary.v1.schema.json', import.meta.url), 'utf8'),
  )
  const validate = new Ajv2020({ strict: true }).compile(schema)
  expect(validate(summarize(['note,votes\na,1\nb,2\n,']).summary)).toBe(true)
  expect(validate({ ...summarize(['note\na']).summary, time: 'now' })).toBe(false)
})

test('the schema that ships is the one of the code', async () => {
  const text = `${JSON.stringify(summaryJsonSchema(), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../schema/summary.v1.schema.json')
})

test('an account that balances passes', () => {
  const { summary, sources } = summarize(['note\na\n\nb\nA', 'note\nc'])
  expect(() => checkAccount(summary, sources)).not.toThrow()
})

test('a summary that loses a note cannot be built', () => {
  const files = [{ file: 'a.csv', bytes: Buffer.from('note\na\nb') }]
  const sources = readSources(files, { named: {} })
  const [result] = resultsOf(sources)
  if (result?.status !== 'complete') throw new Error('a group that is complete')
  const results = [{ ...result, unplaced: [] }]
  expect(() => buildSummary({ title: 'T', sources, model: 'm', results })).toThrow(/does not balance/)
})

test.each<[string, (summary: Summary) => void]>([
  ['a note that is lost', ({ groups }) => groups[0]?.unplaced.pop()],
  ['a place that is lost', ({ groups }) => groups[0]?.themes[0]?.notes[0]?.from.pop()],
  ['a note that is in two places', ({ groups: [group] }) => group?.themes[0]?.notes.push(...group.unplaced)],
  ['a dropped row that is lost', ({ sources }) => sources[0]?.dropped.pop()],
  ['a group that is lost', ({ groups }) => groups.pop()],
])('%s is a bug', (_, damage) => {
  const { summary, sources } = summarize(['note\na\n\nb\nA'])
  damage(summary)
  expect(() => checkAccount(summary, sources)).toThrow(/account does not balance/)
})
