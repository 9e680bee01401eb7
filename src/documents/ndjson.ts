import type { Summary, SummaryGroup } from '../summary/summary.js'

/** A group → one line of JSON that ends with a line break. */
export function renderGroupLine(group: SummaryGroup): string {
  return `${JSON.stringify(group)}\n`
}

/** A summary → its groups, one a line, in their order. */
export function renderNdjson({ groups }: Summary): string {
  return groups.map(renderGroupLine).join('')
}
