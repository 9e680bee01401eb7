import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csvPieces, renderCsv } from '../../src/documents/csv.js'
import { jsonPieces, renderJson } from '../../src/documents/json.js'
import { markdownPieces, renderMarkdown } from '../../src/documents/markdown.js'
import { ndjsonPieces, renderNdjson } from '../../src/documents/ndjson.js'
import { english } from '../../src/documents/words/speech.js'
import type { Summary } from '../../src/summary/summary.js'

const sample: Summary = JSON.parse(
  readFileSync(new URL('../../fixtures/support-workshop/decided.json', import.meta.url), 'utf8'),
)
const odd: Summary = {
  ...sample,
  title: 'a "groups": [] in\n  "groups": [] the title',
  groups: sample.groups.slice(0, 1),
}

test.each<
  [name: string, pieces: (summary: Summary) => Iterable<string>, whole: (summary: Summary) => string]
>([
  ['JSON', jsonPieces, renderJson],
  ['NDJSON', ndjsonPieces, renderNdjson],
  ['CSV', csvPieces, renderCsv],
  ['Markdown', (summary) => markdownPieces(summary, {}, english), (summary) => renderMarkdown(summary, {})],
])('%s in pieces is the same text, again and again, and no piece holds two groups', (_, piecesOf, whole) => {
  for (const summary of [sample, odd, { ...sample, groups: [] }]) {
    const pieces = piecesOf(summary)
    expect([...pieces].join('')).toBe(whole(summary))
    expect([...pieces].join('')).toBe(whole(summary))
  }
  const texts = sample.groups.map(({ themes }) => themes[0]?.notes[0]?.text ?? '')
  for (const piece of piecesOf(sample))
    expect(texts.filter((text) => piece.includes(text)).length).toBeLessThan(3)
})
