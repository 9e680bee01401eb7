import type { Summary } from '../summary/summary.js'

/** A summary → JSON text that ends with a line break. */
export function renderJson(summary: Summary): string {
  return renderData(summary)
}

/** Data → JSON text that ends with a line break. */
export function renderData(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
