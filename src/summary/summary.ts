import type { DropReason } from '../notes/note.js'
import type { Feeling } from '../text/feeling.js'
import type { Check } from '../themes/checks/finding.js'
import type { Overview } from './overview.js'

/** The whole result of a run, from which every document is rendered. No time stamps: equal input, equal bytes. */
export type Summary = {
  schema: 'sixthemes/summary@1'
  title: string
  /** Present where the files are workshops of their own, of which this is the summary of all together. */
  across?: true | undefined
  sources: SummarySource[]
  /** Absent where no language model was used. */
  prompt?: { id: string; version: number; sha256: string } | undefined
  /** What a reader must know about how the themes came about. */
  notice?: string | undefined
  model: string
  /** Who answered, as far as recordings say: "loopback" for a model on the machine that asked, else names of hosts. */
  hosts?: string[] | undefined
  /** The language of its documents ("de"), where it is not English. */
  language?: string | undefined
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
  /** Themes that people gave, and the prompt by which notes were placed in them. */
  given?: { themes: number; prompt: { id: string; version: number; sha256: string } } | undefined
  /** The map that named and ordered the quadrants. */
  map?: string | undefined
  /** Present where its quadrants are the stages of a journey, in their order. */
  journey?: true | undefined
  /** How it was asked how notes feel, where that was wanted. */
  heartbeat?: { prompt: { id: string; version: number; sha256: string } } | undefined
  /** What the themes of all groups say together, where it was asked for. */
  overview?: Overview | undefined
  groups: SummaryGroup[]
  /** What people changed, where there is a file of their decisions. */
  decisions?: SummaryDecisions | undefined
  /** What the summary rests on, asked now or recorded earlier; tokens are null where an endpoint did not count. */
  usage: { requests: number; inputTokens: number | null; outputTokens: number | null }
}

/** Decisions of people, as far as they could be carried out. */
export type SummaryDecisions = {
  /** How many there are. */
  given: number
  /** Those whose theme or note is gone: the place in the list, from 1, and what is gone. */
  lapsed: {
    decision: number
    persona: string
    quadrant: string
    gone: 'group' | 'theme' | 'note'
    named: string
  }[]
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
  /** Themes that unplaced notes would make, where people gave the themes; notes by their ids. */
  suggested?: { title: string; summary: string; notes: string[] }[] | undefined
  /** How several runs agree, where themes were asked for more than once: those that were taken are most alike to all. */
  runs?: { of: number; agreement: number; unstable: string[] } | undefined
  /** How the notes feel, where it was asked. */
  heartbeat?: SummaryHeartbeat | undefined
  /** Present where the status is `complete`. */
  checks?: SummaryChecks | undefined
  /** Present where people changed something. */
  decided?: SummaryDecided | undefined
}

/** How many notes feel how, duplicates counted; of some the reply did not say. */
export type SummaryHeartbeat = { pleasant: number; neutral: number; unpleasant: number; unsaid: number }

export type SummaryTheme = {
  /** The same as long as the theme goes on, from summary to summary. */
  id: string
  /** Id of the theme of last time that it goes on from; absent where it is new, and where there was no last time. */
  continues?: string | undefined
  /** How many of the notes of its group that theme had. */
  before?: { notes: number; of: number } | undefined
  /** Present where people gave the theme; it may be without notes. */
  given?: true | undefined
  title: string
  /** Present where a person wrote the title, with that of the model where it had one. */
  titledBy?: 'person' | undefined
  modelTitle?: string | undefined
  /** What a given theme means; "" where a person made or gave the theme and wrote none. */
  summary: string
  summarizedBy?: 'person' | undefined
  modelSummary?: string | undefined
  /** Themes that a person put into this one. */
  merged?: { id: string; title: string }[] | undefined
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
  /** How what it tells of feels to the persona, where that was asked and answered. */
  feeling?: Feeling | undefined
  /** Ids of up to two other themes that it touches, as the reply says; it counts in its own only. */
  also?: string[] | undefined
  /** Where they stand; several places where the same words were written again. */
  from: SummaryPlace[]
  /** Present where a person put the note where it is, with the id of the theme where the model had it, or null. */
  placedBy?: 'person' | undefined
  modelTheme?: string | null | undefined
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

/** What people changed in a group, and how far they and the model agree. */
export type SummaryDecided = {
  /** Notes that are in another theme than the model put them, or in one although it put them in none. */
  moved: number
  /** Notes that are in no theme although the model put them in one. */
  setAside: number
  titled: number
  summarized: number
  made: number
  merged: number
  /** Share of the notes that people moved or set aside. */
  shareMoved: number
  /** Cohen's kappa of the two ways to sort the notes; 1 where they are the same. */
  kappa: number
  /** The group as the model left it, with notes by their ids. */
  model: {
    status: SummaryGroup['status']
    reason?: string | undefined
    themes: {
      id: string
      continues?: string | undefined
      before?: { notes: number; of: number } | undefined
      given?: true | undefined
      title: string
      summary: string
      notes: string[]
    }[]
    checks?: SummaryChecks | undefined
  }
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
