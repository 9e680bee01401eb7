import { expect, test } from 'vitest'
import { DeadlineError, withDeadline } from '../../src/model/deadline.js'

const { signal } = new AbortController()

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('some other error'))))

test('a task in time gives its result', async () => {
  expect(await withDeadline(signal, 10_000, async () => 'done')).toBe('done')
})

test('a task that takes too long is told so', async () => {
  await expect(withDeadline(signal, 20, never)).rejects.toThrow(DeadlineError)
})

test('an abort from outside keeps its reason', async () => {
  const stop = new AbortController()
  const task = withDeadline(stop.signal, 10_000, never)
  stop.abort(new Error('stopped'))
  await expect(task).rejects.toThrow('stopped')
  await expect(withDeadline(stop.signal, 10_000, never)).rejects.toThrow('stopped')
})

test('an error of the task is passed on', async () => {
  await expect(withDeadline(signal, 10_000, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  )
})
