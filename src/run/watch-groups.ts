import { countNotes } from '../notes/distinct-notes.js'
import { countOf } from '../text/count-of.js'
import { groupName } from '../text/group-name.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { Watcher } from '../themes/summarize-groups.js'
import type { Progress } from '../world/progress.js'

/** Groups that start and finish → lines of progress. */
export function watchGroups(progress: Progress, finished: (result: GroupResult) => void): Watcher {
  return {
    started: ({ group }) => progress.start(groupName(group)),
    finished: (result) => {
      progress.finish(groupName(result.group), outcomeOf(result), result.status !== 'failed')
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

/** Results as they come → the same in the order of the plan: one that comes early is held back. */
export function inPlanOrder(
  groups: readonly GroupResult['group'][],
  told: (result: GroupResult) => void,
): (result: GroupResult) => void {
  const early = new Map<GroupResult['group'], GroupResult>()
  let next = 0
  return (result) => {
    early.set(result.group, result)
    for (
      let due = early.get(groups[next] as GroupResult['group']);
      due;
      due = early.get(groups[next] as GroupResult['group'])
    ) {
      told(due)
      early.delete(due.group)
      next++
    }
  }
}
