import type { UserError } from '../errors/user-error.js'

/**
 * What ended the asking of a run, once something has: the endpoint refuses all, nothing can be recorded any more, or a bug.
 * What is under way is waited for; nothing new is begun.
 */
export type Ending = { trouble?: UserError; bug?: unknown }

/** Throws what ended the asking, if anything has. */
export function throwIfEnded({ trouble, bug }: Ending): void {
  if (trouble) throw trouble
  if (bug !== undefined) throw bug
}
