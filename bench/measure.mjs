/** The median of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Milliseconds that a task takes. */
export async function timeOf(task) {
  const begun = performance.now()
  await task()
  return performance.now() - begun
}

/** Times two tasks in turns, after a round that does not count; gives the median of each. */
export async function inTurns(rounds, task, yardstick) {
  const times = { task: [], yardstick: [] }
  for (let round = 0; round <= rounds; round++) {
    const [taken, stick] = [await timeOf(task), await timeOf(yardstick)]
    if (round === 0) continue
    times.task.push(taken)
    times.yardstick.push(stick)
  }
  return { taken: median(times.task), yardstick: median(times.yardstick) }
}
