import { expect, test } from 'vitest'
import { renderMarkdown } from '../../src/documents/markdown.js'
import type { Summary } from '../../src/summary/summary.js'

const checks = {
  ...{ coverage: 0.75, omitted: 0, repeated: 0, unknown: 0, unsettled: 0, misquoted: 0 },
  grounding: 0.8,
  findings: [],
}

const summary: Summary = {
  schema: 'sixthemes/summary@1',
  title: 'Work in *support*',
  sources: [
    {
      file: 'notes.csv',
      sha256: 'a'.repeat(64),
      export: 'columns',
      rows: 8,
      notes: 7,
      dropped: [{ row: 3, reason: 'empty' }],
      warnings: ['column 2, "Note", is not read'],
    },
  ],
  prompt: { id: 'six-themes', version: 2, sha256: 'b'.repeat(64) },
  model: 'gpt-small',
  groups: [
    {
      persona: 'Coach',
      quadrant: 'Gains',
      personaQuestion: 'How does it feel to be a coach?',
      question: 'What gets a coach out of bed in the morning?',
      status: 'complete',
      themes: [
        {
          id: 'a1b2c3',
          title: 'Thanks',
          summary: 'People say "thanks".',
          share: 0.75,
          votes: 1,
          notes: [
            { id: 'r1', text: 'thanks!', votes: 1, from: [{ row: 1 }, { row: 4 }] },
            { id: 'r2', text: 'a card\n# on my desk', votes: 0, from: [{ row: 2 }] },
          ],
        },
      ],
      unplaced: [{ id: 'r5', text: '???', from: [{ row: 5 }] }],
      checks: {
        ...checks,
        omitted: 2,
        repeated: 1,
        unknown: 1,
        unsettled: 1,
        misquoted: 1,
        findings: [
          { check: 'quotation', theme: 1, found: 'a' },
          { check: 'number', theme: 1, found: '90 %' },
          { check: 'quantifier', theme: 1, found: 'Most people', share: 0.2 },
          { check: 'vague-title', theme: 1, found: 'Various' },
          { check: 'similar-titles', theme: 2, other: 1 },
          { check: 'grounding', theme: 1, share: 0.1 },
          { check: 'single-note', theme: 1 },
          { check: 'coverage', share: 0.5 },
        ],
      },
    },
    {
      persona: 'Coach',
      quadrant: 'Pains',
      status: 'listed',
      themes: [],
      unplaced: [{ id: 'r6', text: '- no time', from: [{ row: 6 }] }],
    },
    {
      persona: 'Lead',
      quadrant: 'Pains',
      status: 'failed',
      reason: 'the reply was cut off <b>',
      themes: [],
      unplaced: [{ id: 'r7', text: 'queue', from: [{ row: 7 }] }],
    },
  ],
  usage: { requests: 1, inputTokens: 10, outputTokens: 5 },
}

test.each(['none', 'inline', 'list'] as const)('a whole document with notes shown: %s', async (notes) => {
  await expect(renderMarkdown(summary, { notes })).toMatchFileSnapshot(
    `../../fixtures/documents/notes-${notes}.md`,
  )
})

const LONG_ANSWERS = Array.from(
  { length: 9 },
  (_, index) => `Answer ${index}: ${'we wait for the form and nobody says why it takes so long. '.repeat(3)}`,
)

function longTheme(votes: Record<number, number> = {}): Summary {
  const notes = LONG_ANSWERS.map((text, index) => {
    return {
      id: `r${index}`,
      text,
      from: [{ row: index + 1 }],
      ...(votes[index] !== undefined && { votes: votes[index] }),
    }
  })
  return {
    ...{
      schema: 'sixthemes/summary@1',
      title: 'T',
      model: 'm',
      usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
    },
    sources: [
      {
        file: 'a.csv',
        sha256: 'a'.repeat(64),
        export: 'survey',
        rows: 9,
        notes: 9,
        dropped: [],
        warnings: [],
      },
    ],
    groups: [
      {
        ...{ persona: 'All', quadrant: 'Q', status: 'complete', unplaced: [] },
        themes: [{ id: 't', title: 'Waiting for the form', summary: 'It takes long.', share: 1, notes }],
      },
    ],
  }
}

test('of long answers the most telling are shown, and that they were chosen; --show-notes inline shows all', () => {
  const few = renderMarkdown(longTheme(), {})
  expect(few.match(/Answer \d/g)).toHaveLength(3)
  expect(few).toContain('*(3 of 9 notes)*')
  expect(renderMarkdown(longTheme(), { notes: 'inline' }).match(/Answer \d/g)).toHaveLength(9)
  const voted = renderMarkdown(longTheme({ 2: 1, 4: 3, 6: 1, 8: 2 }), {})
  expect(voted.match(/Answer \d/g)).toEqual(['Answer 2', 'Answer 4', 'Answer 6', 'Answer 8'])
})
