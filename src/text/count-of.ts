/** "3 empty, 1 rejected", the most frequent first. */
export function countReasons(dropped: readonly { reason: string }[]): string {
  const counts = new Map<string, number>()
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  if (counts.size === 1) return [...counts.keys()].join('')
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ')
}

/** "1 note", "2 notes" */
export function countOf(count: number, thing: string, things = `${thing}s`): string {
  return `${count} ${count === 1 ? thing : things}`
}
