import type { Summary } from './summary.js'

/** SHA-256 of the summaries that one went on from, the latest first. */
export function ancestorsOf({ previous }: Summary): string[] {
  return previous ? [previous.sha256, ...previous.earlier] : []
}
