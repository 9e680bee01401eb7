import type { Summary, SummaryGroup } from '../summary/summary.js'
import { inPieces } from '../text/pieces.js'

/** A summary → JSON text that ends with a line break. */
export function renderJson(summary: Summary): string {
  return renderData(summary)
}

/** Data → JSON text that ends with a line break. */
export function renderData(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`
}

/** The same text as `renderJson`, a group a piece: of two million notes it is longer than a string can be. */
export function jsonPieces(summary: Summary): Iterable<string> {
  return inPieces(function* () {
    const [head = '', tail = ''] = renderData({ ...summary, groups: [] }).split('\n  "groups": []')
    if (summary.groups.length === 0) return yield renderData(summary)
    yield `${head}\n  "groups": [\n`
    for (const [index, group] of summary.groups.entries())
      yield `${indented(group)}${index < summary.groups.length - 1 ? ',' : ''}\n`
    yield `  ]${tail}`
  })
}

/** Line breaks within texts are escaped, so that all that are there begin a line of JSON. */
function indented(group: SummaryGroup): string {
  return `    ${JSON.stringify(group, null, 2).replaceAll('\n', '\n    ')}`
}
