import { fold } from '../text/fold.js'
import type { GroupPair, Matches } from './compare-summaries.js'
import type { SummaryTheme } from './summary.js'

/**
 * Which themes of a group are plainly the same in two summaries, whatever links them: given with the same id, of the same title,
 * or with more than half of their notes in common. `known` are matches that stand already. Id now → id then.
 */
export function plainMatches({ before, after }: GroupPair, known: Matches = new Map()): Map<string, string> {
  const matches = new Map(known)
  const taken = new Set(known.values())
  const isSame: ((now: SummaryTheme, then: SummaryTheme) => boolean)[] = [
    (now, then) => now.given === true && then.given === true && now.id === then.id,
    (now, then) => fold(now.title) === fold(then.title),
    shareNotes,
  ]
  for (const same of isSame) {
    for (const now of after.themes) {
      if (matches.has(now.id)) continue
      const then = before.themes.find((theme) => !taken.has(theme.id) && same(now, theme))
      if (!then) continue
      matches.set(now.id, then.id)
      taken.add(then.id)
    }
  }
  return matches
}

/** Whether more than half of the notes of both are the same words. */
function shareNotes(now: SummaryTheme, then: SummaryTheme): boolean {
  const [a, b] = [now, then].map(({ notes }) => new Set(notes.map(({ text }) => fold(text))))
  const common = [...(a ?? [])].filter((text) => b?.has(text)).length
  return common * 2 > Math.max(a?.size ?? 0, b?.size ?? 0)
}
