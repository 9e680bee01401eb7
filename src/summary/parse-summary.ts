import { createHash } from 'node:crypto'
import type { Summary } from './summary.js'
import { summarySchema } from './summary-schema.js'

export type ParsedSummary = { ok: true; summary: Summary; sha256: string } | { ok: false; problem: string }

/** Bytes of a summary in JSON → the summary, or why they are none. */
export function parseSummary(bytes: Uint8Array): ParsedSummary {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch {
    return { ok: false, problem: 'it is not JSON' }
  }
  const checked = summarySchema.safeParse(content)
  if (checked.success) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // as it was written, for the order of keys is that of the schema only in what was checked
    return { ok: true, summary: content as Summary, sha256 }
  }
  const [issue] = checked.error.issues
  const where = issue?.path.length ? `at ${issue.path.join('.')}` : 'at its top'
  return { ok: false, problem: `it is no summary of sixthemes, ${where}` }
}
