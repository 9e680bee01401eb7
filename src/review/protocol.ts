import type { Decision } from '../decisions/decision.js'
import type { Summary } from '../summary/summary.js'

/** What the page shows: the summary with the decisions of the file carried out, and what identifies the file as it is now. */
export type ReviewState = {
  /** SHA-256 of the text of the file of decisions; a change names the one that it was made on. */
  version: string
  summary: Summary
  /** How many decisions there are in the file. */
  decisions: number
  /** The file that they are in. */
  file: string
}

/** What the page asks for, each on the version that it shows. */
export type ReviewChange =
  | { version: string; add: Decision[] }
  /** Takes back the last decision of the file. */
  | { version: string; undo: true }

/** What became of it: the state afterwards, with what was taken back; or why it was not made, with the state as it is. */
export type ReviewAnswer = ({ made: true; takenBack?: Decision } | { made: false; because: string }) & {
  state: ReviewState
}

/** Headers of a request of the page that say where it comes from, and paths below the secret one. */
export const PATHS = {
  page: '',
  script: 'review.js',
  style: 'review.css',
  state: 'state',
  changes: 'changes',
  end: 'end',
} as const
