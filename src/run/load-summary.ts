import { UserError } from '../errors/user-error.js'
import { findImbalance } from '../summary/check-balance.js'
import type { Summary } from '../summary/summary.js'
import type { World } from '../world/world.js'

/** A summary that was written earlier, and what identifies its file. */
export type LoadedSummary = { file: string; sha256: string; summary: Summary }

/**
 * Loads a summary in JSON, and checks its account. Throws UserError `summary-invalid` for anything else, and
 * `summary-unbalanced` where a note is lost, doubled, or counted wrongly.
 */
export async function loadSummary(file: string, { files }: World): Promise<LoadedSummary> {
  const { parseSummary } = await import('../summary/parse-summary.js')
  const bytes = await files.read(file)
  const parsed = parseSummary(bytes)
  const imbalance = parsed.ok ? findImbalance(parsed.summary) : undefined
  if (imbalance !== undefined) throw new UserError('summary-unbalanced', { file, cause: imbalance })
  if (!parsed.ok) throw new UserError('summary-invalid', { file, cause: parsed.problem })
  return { file, sha256: parsed.sha256, summary: parsed.summary }
}
