import { countNotes } from '../notes/distinct-notes.js'
import { countOf } from '../text/count-of.js'
import { groupName } from '../text/group-name.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Watcher } from '../themes/summarize-groups.js'
import type { Progress } from '../world/progress.js'

/** Groups that start and finish → lines of progress. */
export function watchGroups(progress: Progress, finished: (result: GroupResult) => void): Watcher {
  const told = new Set<string>()
  return {
    started: ({ group }) => progress.start(groupName(group)),
    finished: (result) => {
      const outcome = outcomeOf(result)
      const isTold = result.status === 'failed' && told.has(outcome)
      told.add(outcome)
      progress.finish(
        groupName(result.group),
        isTold ? 'failed for the same reason' : outcome,
        result.status !== 'failed',
      )
      finished(result)
    },
  }
}

function outcomeOf(result: GroupResult): string {
  const { group, themes, unplaced } = result
  if (result.status === 'failed') return result.reason
  const all = group.notes.length
  if (result.status === 'listed')
    return `${countOf(all, 'note')}, listed as ${all === 1 ? 'it is' : 'they are'}`
  return `${countOf(themes.length, 'theme')}, ${all - countNotes(unplaced)} of ${countOf(all, 'note')} placed`
}
