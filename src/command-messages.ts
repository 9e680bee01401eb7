import { list, type Sentence } from './sentence.js'

/** What may go wrong beside the main job: checking, comparing, overviews, measuring, recordings. */
export const COMMAND_MESSAGES = {
  'check-needs-files': (_: object) => ({
    what: '--check compares documents with files, and no file is named',
    next: 'Name them with -o FILE.',
  }),
  'comparison-format': (d: { file: string; format: string }) => ({
    what: `${d.file}: a comparison cannot be written as ${d.format}`,
    next: 'Use .md or .json, or say --format md or --format json.',
  }),
  'matching-needs-model': (_: object) => ({
    what: 'Nothing links the two summaries, and no model is named that could be asked which themes are the same',
    next: 'Name one with --model NAME, or match by wording with --no-model. Summaries that are written with --previous are linked.',
  }),
  'matching-failed': (d: { groups: readonly string[] }) => ({
    what: `Some groups could not be matched, and nothing is written:${list(d.groups)}`,
    next: 'Try again, or another model, or match by wording with --no-model. What was recorded is kept.',
  }),
  'overview-format': (d: { file: string; format: string }) => ({
    what: `${d.file}: an overview cannot be written as ${d.format}`,
    next: 'Use .md or .json, or say --format md or --format json.',
  }),
  'overview-failed': (d: { reason: string }) => ({
    what: `There is no overview: ${d.reason}`,
    next: 'Try again, or another model. What was recorded is kept.',
  }),
  'overview-without-themes': (_: object) => ({
    what: 'There are no themes to give an overview of',
    next: 'Summarise more notes; groups of one or two notes are listed without themes.',
  }),
  'baseline-cannot': (d: { what: string }) => ({
    what: `--model baseline cannot ${d.what}: that takes a language model`,
    next: 'Name a model with --model.',
  }),
  'compare-order': (d: { before: string; after: string; cause: 'same' | 'swapped' }) => ({
    what:
      d.cause === 'same'
        ? `${d.before} and ${d.after} are the same summary`
        : `${d.before} went on from ${d.after}, so it is the later one`,
    next: 'Name the earlier summary first, then the later one.',
  }),
  'prune-needs-folder': (_: object) => ({
    what: 'No folder of recordings is named, and the usual one holds those of every board',
    next: 'Name the folder to be pruned with --recordings.',
  }),
  'topics-invalid': (d: { file: string; row: number }) => ({
    what: `${d.file}, row ${d.row}: this is no row and topic`,
    next: 'Give the columns "row" (a row of the board below its header, from 1) and "topic".',
  }),
  'summary-invalid': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this cannot be read as a summary (${d.cause})`,
    next: 'Name a file that "sixthemes summarize -o summary.json" wrote, with this version of sixthemes.',
  }),
} satisfies Record<string, (details: never) => Sentence>
