import type { DropReason } from '../../notes/note.js'
import type { Feeling } from '../../text/feeling.js'
import type { Check } from '../../themes/checks/finding.js'

/** What is counted, in the plural forms of a language as `Intl.PluralRules` names them; "{n}" is the number. */
export type Forms = { one?: string; many?: string; other: string }

/** Every word that a document says by itself, in one language. What stands in braces is filled in. */
export type Words = {
  /** As BCP 47 has it: "en", "de". */
  language: string
  /** The marks around the words of a note. */
  quotes: readonly [open: string, close: string]
  /** Between the items of a list, between the clauses of a sentence, and at its end. */
  stops: readonly [item: string, clause: string, sentence: string]
  counts: {
    notes: Forms
    votes: Forms
    themes: Forms
    rows: Forms
    groups: Forms
  }
  /** Below a figure, which is not repeated. */
  figures: { notes: Forms; themes: Forms; personas: Forms; inThemes: string }
  /** What kind of document it is. */
  summary: string
  comparison: string
  overview: string
  glance: string
  skip: string
  present: string
  close: string
  next: string
  back: string
  /** A theme that last time was not there, or had another share of the notes. */
  fresh: string
  grown: string
  shrunk: string
  gone: string
  steady: string
  lastTime: string
  /** Above notes in no theme, and above themes that they would make. */
  /** In how many of the files a theme occurs. */
  inFiles: string
  /** Behind the most telling notes of a theme, where not all are shown. */
  few: string
  /** How the few were chosen. */
  fewMeans: string
  /** Of a summary of the model, where people moved notes since. */
  writtenFor: string
  unplaced: string
  /** Above notes of other themes that touch this one, and above what single notes stress. */
  touching: string
  alsoSaid: string
  suggested: string
  listed: string
  listedShort: string
  failed: string
  failedRest: string
  failedShort: string
  placed: string
  /** What was found when a reply was checked. */
  askedAgain: Forms
  unsettled: Forms
  misquoted: Forms
  ignored: Forms
  /** How several runs agree. */
  runs: string
  unstable: Forms
  single: string
  singles: string
  findings: Record<Check, string>
  moreFindings: Forms
  /** What people decided. */
  people: string
  decided: { moved: Forms; setAside: Forms; titled: Forms; summarized: Forms; made: Forms; merged: Forms }
  movedByPeople: string
  decisions: Forms
  decisionsLapsed: Forms
  lapsed: { group: string; theme: string; note: string }
  /** How notes feel, quadrant by quadrant, or stage by stage of a journey. */
  heartbeat: {
    title: string
    quadrant: string
    stage: string
    feelings: Record<Feeling | 'unsaid', string>
    asked: string
  }
  /** Where a document comes from. */
  account: string
  noneDropped: string
  dropped: string
  reasons: Record<DropReason, string>
  groupsFailed: Forms
  notice: string
  prompt: string
  withoutModel: string
  /** Who answered; a model on the machine that asked has no name. */
  answeredBy: string
  thisMachine: string
  goesOnFrom: string
  given: string
  /** An overview. */
  together: string
  shared: string
  apart: string
  themes: string
  unfounded: Forms
  /** A comparison. */
  compared: string
  matchedBy: { ids: string; model: string; wording: string }
  changes: string
  grownMeans: string
  covered: string
  theme: string
  before: string
  now: string
  change: string
  was: string
  onlyNow: string
  noLonger: string
}
