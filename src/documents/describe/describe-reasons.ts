import type { SummarySource } from '../../summary/summary.js'
import type { Speech } from '../words/speech.js'

/** "3 dropped (empty)", "4 dropped (3 empty, 1 rejected)", the most frequent first. */
export function describeDropped(
  dropped: SummarySource['dropped'],
  { words, fill, number, row }: Speech,
): string {
  if (dropped.length === 0) return words.noneDropped
  const counts = new Map<string, number>()
  for (const { reason } of dropped) {
    const said = words.reasons[reason]
    counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1])
  const reasons =
    counts.size === 1
      ? [...counts.keys()].join('')
      : row(...sorted.map(([reason, count]) => `${number(count)} ${reason}`))
  return fill(words.dropped, { n: number(dropped.length), reasons })
}
