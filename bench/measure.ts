/** A thing that was timed beside its yardstick, both in milliseconds. */
export type Measured = {
  name: string
  taken: number
  yardstick: number
  against: string
  /** What is aimed at, at most: a ratio, or so many milliseconds over the yardstick. */
  aim: { ratio: number } | { over: number }
}

type Task = () => unknown

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds that a task takes. */
export async function timeOf(task: Task): Promise<number> {
  const begun = performance.now()
  await task()
  return performance.now() - begun
}

/** Times two tasks in turns, after a round that does not count; gives the median of each. */
export async function inTurns(
  rounds: number,
  task: Task,
  yardstick: Task,
): Promise<Pick<Measured, 'taken' | 'yardstick'>> {
  const times: { task: number[]; yardstick: number[] } = { task: [], yardstick: [] }
  for (let round = 0; round <= rounds; round++) {
    const [taken, stick] = [await timeOf(task), await timeOf(yardstick)]
    if (round === 0) continue
    times.task.push(taken)
    times.yardstick.push(stick)
  }
  return { taken: median(times.task), yardstick: median(times.yardstick) }
}
