import type { Summary, SummaryGroup } from '../summary/summary.js'
import { inPieces, wholeOf } from '../text/pieces.js'

/** A group → one line of JSON that ends with a line break. */
export function renderGroupLine(group: SummaryGroup): string {
  return `${JSON.stringify(group)}\n`
}

/** A summary → its groups, one a line, in their order. */
export function renderNdjson(summary: Summary): string {
  return wholeOf(ndjsonPieces(summary))
}

export function ndjsonPieces({ groups }: Summary): Iterable<string> {
  return inPieces(function* () {
    for (const group of groups) yield renderGroupLine(group)
  })
}
