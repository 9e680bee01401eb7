/** Tells a person how a run goes; on standard error, never on standard output. */
export type Progress = {
  /** So many groups there are. */
  begin(groups: number): void
  /** A group is being asked about. */
  start(group: string): void
  /** A group is finished, well or not. */
  finish(group: string, outcome: string, ok: boolean): void
  /** Something the user wants to know, or should. */
  say(text: string): void
  warn(text: string): void
  /** Leaves the terminal as it was; nothing is told after it. */
  stop(): void
}

export type ProgressStyle = 'spinner' | 'lines' | 'quiet'

/** Tells nobody. */
export const quiet: Progress = { begin() {}, start() {}, finish() {}, say() {}, warn() {}, stop() {} }
