import type { Summary } from '../summary/summary.js'

/** A summary → JSON text that ends with a line break. */
export function renderJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`
}
