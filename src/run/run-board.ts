import { UserError } from '../errors/user-error.js'
import { createRecordings } from '../model/recordings.js'
import type { Group } from '../notes/group.js'
import { groupName } from '../text/group-name.js'
import type { GroupResult } from '../themes/summarize-group.js'
import { quiet } from '../world/progress.js'
import type { World } from '../world/world.js'
import { type AskingSettings, askGroups } from './ask-groups.js'
import type { Board } from './load-board.js'
import type { Door } from './open-door.js'
import { type PlanningSettings, planGroups, type RunTools, textsOf } from './plan-run.js'
import { folderOfRound } from './rounds.js'

/** How a run over a board differs from the first. */
export type Variation = { isReversed?: boolean; round?: number }

export type Runner = (groups: readonly Group[], variation?: Variation) => Promise<readonly GroupResult[]>

/** Asks about groups of a board; of several rounds each after the first has recordings of its own. */
export function createRunner(
  { file }: Board,
  tools: RunTools,
  settings: PlanningSettings & AskingSettings,
  door: Door,
  recordings: string,
  world: World,
): Runner {
  return async (groups, { isReversed = false, round = 1 } = {}) => {
    const own = createRecordings(world.files.folder(folderOfRound(recordings, round)))
    const ask = door.askWith(own)
    await tools.redaction.prepare(textsOf(groups))
    const plans = await planGroups(groups, tools, settings, world, { isReversed })
    const results = await askGroups(
      { plans, prompts: tools.prompts, ask, recordings: own, signal: world.signal },
      settings,
      quiet,
    )
    for (const result of results) {
      if (result.status !== 'failed') continue
      throw new UserError('group-failed', { file, group: groupName(result.group), reason: result.reason })
    }
    return results
  }
}
