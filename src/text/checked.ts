/** A value that was found to be right, or what is wrong with it. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problem: string }
