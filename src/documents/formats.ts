import type { Comparison } from '../summary/comparison.js'
import type { Overview } from '../summary/overview.js'
import type { Summary, SummaryGroup } from '../summary/summary.js'
import type { Pieces } from '../text/pieces.js'
import type { DocumentOptions } from './document-options.js'
import type { Speech } from './words/speech.js'

/** What documents can be about. */
export type Subject = 'summary' | 'comparison' | 'overview'

/** One way to write documents down. What it does not know how to write is absent. */
export type Format = {
  /** Extensions of files, without the dot; the first is the usual one. */
  extensions: readonly string[]
  /** For whom or what it is, for the help text; "" where the name says it. */
  says: string
  summary(summary: Summary, options: DocumentOptions): Promise<Pieces>
  comparison?(comparison: Comparison): Promise<string>
  overview?(summary: Summary, overview: Overview): Promise<string>
  /** A part of the document that can be written as soon as its group is done. */
  group?(group: SummaryGroup): Promise<string>
}

/** The language that a document speaks; loaded where it is needed. */
const speechOf = async ({ language }: { language?: string | undefined }): Promise<Speech> =>
  (await import('./words/speech.js')).loadSpeech(language)

/** Every format by its name: a row here and a file beside this one. The first is what standard output gets. */
export const FORMATS = {
  md: {
    extensions: ['md', 'markdown'],
    says: '',
    summary: async (summary, options) =>
      (await import('./markdown.js')).markdownPieces(summary, options, await speechOf(summary)),
    comparison: async (comparison) =>
      (await import('./comparison-markdown.js')).renderComparison(comparison, await speechOf(comparison)),
    overview: async (summary, overview) =>
      (await import('./overview-markdown.js')).renderOverview(summary, overview, await speechOf(summary)),
  },
  json: {
    extensions: ['json'],
    says: '',
    summary: async (summary) => (await import('./json.js')).jsonPieces(summary),
    comparison: async (comparison) => (await import('./json.js')).renderData(comparison),
    overview: async (_, overview) => (await import('./json.js')).renderData(overview),
  },
  html: {
    extensions: ['html', 'htm'],
    says: 'a page to look at, print and hand out',
    summary: async (summary) =>
      (await import('./page/summary-page.js')).renderSummaryPage(summary, await speechOf(summary)),
    comparison: async (comparison) =>
      (await import('./page/comparison-page.js')).renderComparisonPage(
        comparison,
        await speechOf(comparison),
      ),
    overview: async (summary, overview) =>
      (await import('./page/overview-view.js')).renderOverviewPage(
        summary,
        overview,
        await speechOf(summary),
      ),
  },
  ndjson: {
    extensions: ['ndjson', 'jsonl'],
    says: 'a group a line',
    summary: async (summary) => (await import('./ndjson.js')).ndjsonPieces(summary),
    group: async (group) => (await import('./ndjson.js')).renderGroupLine(group),
  },
  csv: {
    extensions: ['csv'],
    says: 'a note a row',
    summary: async (summary, { as }) =>
      as === 'given'
        ? (await import('./given-csv.js')).renderGivenCsv(summary)
        : (await import('./csv.js')).csvPieces(summary),
  },
  qdc: {
    extensions: ['qdc'],
    says: 'the themes as a codebook',
    summary: async (summary) => (await import('./qdc.js')).renderQdc(summary),
  },
} as const satisfies Record<string, Format>

/** The table as data: a row may be added to a copy of it. */
export type Formats = Readonly<Record<string, Format>>
