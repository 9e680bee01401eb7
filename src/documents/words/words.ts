/** What is counted, in the plural forms of a language as `Intl.PluralRules` names them; "{n}" is the number. */
export type Forms = { one?: string; few?: string; many?: string; other: string }

/** Every word that a page says by itself, in one language. What stands in braces is filled in. */
export type Words = {
  /** As BCP 47 has it: "en", "de". */
  language: string
  counts: {
    notes: Forms
    stickies: Forms
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
  top: string
  /** A theme that last time was not there, or another share of the notes. */
  fresh: string
  grown: string
  shrunk: string
  gone: string
  steady: string
  lastTime: string
  unplaced: string
  /** Above themes that notes in no theme would make. */
  suggested: string
  given: string
  listed: string
  listedShort: string
  failedShort: string
  movedByPeople: string
  failed: string
  placed: string
  checks: string
  account: string
  dropped: string
  notice: string
  prompt: string
  withoutModel: string
  goesOnFrom: string
  shared: string
  apart: string
  before: string
  now: string
  theme: string
  change: string
}
