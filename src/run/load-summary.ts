import { UserError } from '../errors/user-error.js'
import { findImbalance } from '../summary/check-balance.js'
import type { Summary } from '../summary/summary.js'
import type { World } from '../world/world.js'
import { findForeignText } from './find-foreign-text.js'

/** A summary that was written earlier, and what identifies its file. */
export type LoadedSummary = { file: string; sha256: string; summary: Summary }

/**
 * Loads a summary in JSON, and checks its account. Throws UserError `summary-invalid` for anything else, and
 * `summary-unbalanced` where a note is lost, doubled, counted wrongly, or not in the export that is at hand.
 */
export async function loadSummary(file: string, world: World): Promise<LoadedSummary> {
  const { parseSummary } = await import('../summary/parse-summary.js')
  const parsed = parseSummary(await world.files.read(file))
  if (!parsed.ok) throw new UserError('summary-invalid', { file, cause: parsed.problem })
  const { summary, sha256 } = parsed
  const cause = findImbalance(summary) ?? (await findForeignText(summary, file, world))
  if (cause !== undefined) throw new UserError('summary-unbalanced', { file, cause })
  return { file, sha256, summary }
}
