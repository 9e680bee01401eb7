import type { DropReason } from '../notes/note.js'
import type { Check } from '../themes/checks/finding.js'
import type { Overview } from './overview.js'

/** The whole result of a run, from which every document is rendered. No time stamps: equal input, equal bytes. */
export type Summary = {
  schema: 'sixthemes/summary@1'
  title: string
  sources: SummarySource[]
  /** Absent where no language model was used. */
  prompt?: { id: string; version: number; sha256: string } | undefined
  /** What a reader must know about how the themes came about. */
  notice?: string | undefined
  model: string
  /** The summary of last time that this one goes on from. */
  previous?:
    | {
        title: string
        sha256: string
        prompt: { id: string; version: number; sha256: string }
        /** SHA-256 of the summaries before that, the latest first. */
        earlier: string[]
      }
    | undefined
  /** The map that named and ordered the quadrants. */
  map?: string | undefined
  /** What the themes of all groups say together, where it was asked for. */
  overview?: Overview | undefined
  groups: SummaryGroup[]
  /** What the summary rests on, asked now or recorded earlier; tokens are null where an endpoint did not count. */
  usage: { requests: number; inputTokens: number | null; outputTokens: number | null }
}

/** One file that was read. */
export type SummarySource = {
  file: string
  /** SHA-256 of its bytes, in hex. */
  sha256: string
  /** Kind of export. */
  export: string
  /** Records of data. */
  rows: number
  /** Cells that are notes, duplicates counted. */
  notes: number
  dropped: { row: number; column?: number | undefined; reason: DropReason }[]
  /** What a reader should know about how it was read. */
  warnings: string[]
}

/** The notes of one persona in one quadrant. Every one of them is in a theme or unplaced. */
export type SummaryGroup = {
  persona: string
  quadrant: string
  personaQuestion?: string | undefined
  question?: string | undefined
  /** `listed`: too few notes to ask about. `failed`: see `reason`. */
  status: 'complete' | 'listed' | 'failed'
  reason?: string | undefined
  /** Most notes first. */
  themes: SummaryTheme[]
  /** Notes in no theme; all notes of a listed or failed group. */
  unplaced: SummaryNote[]
  /** Present where the status is `complete`. */
  checks?: SummaryChecks | undefined
}

export type SummaryTheme = {
  /** The same as long as the theme goes on, from summary to summary. */
  id: string
  /** Id of the theme of last time that it goes on from; absent where it is new, and where there was no last time. */
  continues?: string | undefined
  title: string
  summary: string
  /** Share of the notes of the group, from 0 to 1 in hundredths, duplicates counted. */
  share: number
  votes?: number | undefined
  notes: SummaryNote[]
}

/** Notes that say the same words. */
export type SummaryNote = {
  /** Short, unique in the summary, the same for the same files. */
  id: string
  /** Copied from the export. */
  text: string
  /** Votes of all of them; absent where the export has none. */
  votes?: number | undefined
  /** Where they stand; several places where the same words were written again. */
  from: SummaryPlace[]
}

export type SummaryPlace = {
  /** Index into sources, where there are several. */
  file?: number | undefined
  /** Record of data, from 1; header rows do not count. */
  row: number
  /** Column, from 1, where several columns hold notes. */
  column?: number | undefined
  /** Which of the notes of one cell, from 1, where a cell holds a list. */
  part?: number | undefined
}

export type SummaryChecks = {
  /** Share of the notes of the group that are in a theme. */
  coverage: number
  /** Notes that the reply left out; they were asked about again. */
  omitted: number
  /** Notes that the reply gave more than once; they were asked about again. */
  repeated: number
  /** Ids in the reply that no note has; they were ignored. */
  unknown: number
  /** Notes that were asked about again and stayed without an answer; they are unplaced. */
  unsettled: number
  /** Quotations that no note of their theme holds; they were taken out of their quotation marks. */
  misquoted: number
  /** Share of the content words of titles and summaries that occur in the notes of their theme, over all themes. */
  grounding: number
  /** What was found in the themes and stayed, although it was asked about again where that can help. */
  findings: SummaryFinding[]
}

export type SummaryFinding = {
  check: Check
  /** Number of the theme, from 1; absent where it is about the whole group. */
  theme?: number | undefined
  /** The other theme, where two are too much alike. */
  other?: number | undefined
  /** The words that gave rise to it. */
  found?: string | undefined
  /** The share that they are held against. */
  share?: number | undefined
}
