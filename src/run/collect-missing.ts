import type { Asked } from '../batch/asked.js'
import { UserError, type UserErrorCode } from '../errors/user-error.js'
import { keyOf } from '../model/request.js'
import { quiet } from '../world/progress.js'
import type { World } from '../world/world.js'
import { createSummary, type SummarySettings } from './create-summary.js'

/** What a replay ends with while something is missing, or while recorded replies are of no use. */
const EXPECTED: readonly UserErrorCode[] = ['recordings-missing', 'all-groups-failed', 'overview-failed']

/**
 * The requests of a run that have no recording yet, as far as they can be known: what follows from their answers is known once
 * these are recorded. Each is there once. `open` is told why the run is not done yet, where nothing is missing.
 */
export async function collectMissing(
  files: readonly string[],
  settings: SummarySettings,
  world: World,
): Promise<{ missing: Asked[]; trouble: UserError | undefined }> {
  const missing = new Map<string, Asked>()
  const replay = {
    ...settings,
    ...{ replay: true, fresh: false, askColumns: false },
    missing: (request: Asked['request'], purpose: Asked['purpose']): void =>
      void missing.set(keyOf(request), { request, purpose }),
  }
  try {
    await createSummary(files, replay, world, quiet)
    return { missing: [...missing.values()], trouble: undefined }
  } catch (error) {
    if (!(error instanceof UserError) || !EXPECTED.includes(error.code)) throw error
    return { missing: [...missing.values()], trouble: missing.size > 0 ? undefined : error }
  }
}
