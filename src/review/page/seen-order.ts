import type { SummaryGroup } from '../../summary/summary.js'

/**
 * Keeps themes where they were first shown. The summary has the largest first, and sizes change with every note that is moved: a
 * theme that jumps would take notes from under the user's hands, and lead an arrow key back to where it came from. New ones are last.
 */
export function createSeenOrder(): (index: number, group: SummaryGroup) => SummaryGroup {
  const seen = new Map<number, string[]>()
  return (index, group) => {
    const order = seen.get(index) ?? []
    const fresh = group.themes.map(({ id }) => id).filter((id) => !order.includes(id))
    const ids = [...order, ...fresh]
    seen.set(index, ids)
    return { ...group, themes: [...group.themes].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) }
  }
}
