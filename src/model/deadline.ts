/**
 * Runs a task that must be over after so many milliseconds. The task gets a signal of its own, which is
 * aborted when time is up or when `parent` is; whichever it was is thrown. One timer and one listener, both
 * gone at the end: `AbortSignal.any` with `AbortSignal.timeout` may never fire on Node 20.
 */
export async function withDeadline<T>(
  parent: AbortSignal,
  milliseconds: number,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  parent.throwIfAborted()
  const own = new AbortController()
  const passOn = (): void => own.abort(parent.reason)
  parent.addEventListener('abort', passOn, { once: true })
  const timer = setTimeout(() => own.abort(new DeadlineError(milliseconds)), milliseconds)
  try {
    return await task(own.signal)
  } catch (error) {
    throw own.signal.aborted ? own.signal.reason : error
  } finally {
    clearTimeout(timer)
    parent.removeEventListener('abort', passOn)
  }
}

/** Time was up. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'

  constructor(milliseconds: number) {
    super(`no complete reply within ${milliseconds / 1000} s`)
  }
}
