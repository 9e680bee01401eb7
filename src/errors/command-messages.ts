import { known, list, meant, quoted, type Sentence } from './sentence.js'

/** What may go wrong beside the main job: checking, comparing, overviews, measuring, recordings. */
export const COMMAND_MESSAGES = {
  'config-not-trusted': (d: { file: string; line: number; key: string; cause: string }) => ({
    what: `${d.file}, line ${d.line}: "${d.key}" is not taken from a file that merely lay here: ${d.cause}`,
    next: `If the file is yours, name it: --config ${d.file}.`,
  }),
  'recording-not-saved': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this recording cannot be written (${d.cause})`,
    next: 'Make room or check the permissions, or name another folder with --recordings. Without recordings every run would be paid for again.',
  }),
  'format-unknown': (d: { format: string; known: readonly string[]; nearest: string | undefined }) => ({
    what: `There is no format "${d.format}"; known are ${known(d.known)}`,
    next: `${meant(d.nearest)}Choose one with --format, or name an output with its extension.`,
  }),
  'format-cannot': (d: { file: string; format: string; what: string; known: readonly string[] }) => ({
    what: `${d.file === '-' ? '' : `${d.file}: `}${d.what} cannot be written as ${d.format}`,
    next: `It can be written as ${d.known.join(', ')}: ${d.file === '-' ? 'say --format' : 'name it with such an extension'}.`,
  }),
  'columns-unclear': (d: { file: string; cause: string }) => ({
    what: `${d.file}: the model could not say which columns hold the notes (${d.cause})`,
    next: 'Name them with --note COLUMN; "sixthemes inspect" lists the columns.',
  }),
  'names-empty': (d: { file: string }) => ({
    what: `${d.file}: the list of names to be replaced is empty`,
    next: 'Write one name a line, or leave --redact-names out. A pipe can be read only once.',
  }),
  'names-invalid': (d: { file: string; line: number; name: string }) => ({
    what: `${d.file}, line ${d.line}: "${d.name}" cannot be replaced as a name`,
    next: 'Write one name a line: at least two letters, and none of the words that marks are made of (Email, Phone, Iban …).',
  }),
  'batch-trouble': (d: { host: string; doing: string; cause: string }) => ({
    what: `${d.host}: ${d.doing} did not go through (${d.cause})`,
    next: 'Nothing is lost, and nothing is created twice: the same command goes on from there.',
  }),
  'batch-refused': (d: { host: string; doing: string; cause: string }) => ({
    what: `${d.host} refused ${d.doing}: ${d.cause}`,
    next: 'Nothing was created. Mend what it says (the model, the size of the file), and submit again.',
  }),
  'batch-unsupported': (d: { host: string; doing: string; status: number; cause: string }) => ({
    what: `${d.host} does not seem to have routes for files and batches: ${d.doing} came back with ${d.status} (${d.cause})`,
    next: 'Check --base-url: the address of most services ends in /v1. Where there are no routes for files and batches, have the file answered by another engine and take its answers with "batch read" (docs/scale.md).',
  }),
  'batch-gone': (d: { host: string; doing: string; status: number; cause: string }) => ({
    what: `${d.host} no longer knows what was submitted: ${d.doing} came back with ${d.status} (${d.cause})`,
    next: 'Look in its console; files that it still has are taken with "batch read". What has no answer is asked again by the next "batch write", once the manifest beside the requests is removed.',
  }),
  'batch-taken': (d: { file: string; shared: number; other: string; mark: string }) => ({
    what: `${d.file}: ${d.shared} of its requests are in a batch already that was submitted from ${d.other}`,
    next: `Fetch that one first: sixthemes batch fetch ${d.other}. If it is gone for good, remove ${d.mark}, and submit again.`,
  }),
  'batch-busy': (d: { file: string }) => ({
    what: `${d.file}: another process is submitting it right now`,
    next: 'Wait until it is done, and look with "batch status".',
  }),
  'batch-unlisted': (d: { host: string; file: string; mark: string }) => ({
    what: `${d.file}: an earlier try was cut off while the batch was created, and ${d.host} does not list its batches`,
    next: `Look in its console for a batch with the metadata sixthemes = ${d.mark}. If there is one, add "job": "ITS ID" to ${d.file}; if there is none, remove ${d.file}. Then submit again.`,
  }),
  'batch-open': (d: { file: string; manifest: string }) => ({
    what: `${d.file} was written anew, and what it held before was submitted and is not fetched yet`,
    next: `Take its answers with "batch fetch ${d.file}", or end it with "batch cancel" and fetch what is done; ${d.manifest} knows it.`,
  }),
  'batch-answered': (d: { file: string; answered: number; requests: number; folder: string }) => ({
    what: `${d.file}: ${d.answered} of its ${d.requests} requests are not asked in ${d.folder}, or are answered already`,
    next: 'Write it again with "batch write" and the same --recordings: it asks only what has no recording, so that nothing is paid twice.',
  }),
  'batch-not-submitted': (d: { file: string; manifest: string }) => ({
    what: `${d.file} was not submitted: there is no batch in ${d.manifest}`,
    next: 'Submit it first: sixthemes batch submit FILE.',
  }),
  'batch-elsewhere': (d: { file: string; endpoint: string; baseUrl: string }) => ({
    what: `${d.file} was submitted to ${d.endpoint}, and --base-url is ${d.baseUrl}`,
    next: `Say --base-url ${d.endpoint}.`,
  }),
  'manifest-invalid': (d: { file: string }) => ({
    what: `${d.file}: this is not what "batch submit" writes`,
    next: 'Undo the change. If it is lost, the console of the service shows the batch, and "batch read" takes its files.',
  }),
  'recordings-full': (d: { folder: string; cause: string }) => ({
    what: `${d.folder}: replies can no longer be recorded there (${d.cause})`,
    next: 'Make room, or name another folder with --recordings, and run the same command again: it asks only what has no recording.',
  }),
  'summary-unbalanced': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this summary was changed by hand, and its account does not balance: ${d.cause}`,
    next: 'Write it again with "sixthemes summarize", or undo the change; what should change goes into a file of decisions (docs/correcting.md).',
  }),
  'decisions-invalid': (d: { file: string; problems: readonly { line: number; text: string }[] }) => ({
    what: `${d.file}: these decisions cannot be carried out, and nothing is written:${list(
      d.problems.map(({ line, text }) => `line ${line}: ${text}`),
    )}`,
    next: 'docs/correcting.md shows each kind of decision.',
  }),
  'revision-invalid': (d: { file: string; problems: readonly { row: number; text: string }[] }) => ({
    what: `${d.file}: not everything in this table can be understood, and nothing is written:${list(
      d.problems.map(({ row, text }) => `row ${row}: ${text}`),
    )}`,
    next: 'Rows are counted below the header. Only the column "theme" may be changed; rows may be sorted or left out.',
  }),
  'given-invalid': (d: {
    file: string
    unit: string
    problems: readonly { at: number; text: string }[]
  }) => ({
    what: `${d.file}: this list of themes cannot be used:${list(
      d.problems.map(({ at, text }) => `${d.unit} ${at}: ${text}`),
    )}`,
    next: 'docs/given-themes.md shows what a list may hold.',
  }),
  'given-for-nobody': (d: { file: string; wanted: readonly string[]; groups: readonly string[] }) => ({
    what: `${d.file}: no group of the notes is one that these themes are for (${quoted(d.wanted)}); the groups are ${quoted(d.groups)}`,
    next: 'Leave the columns persona and quadrant empty for themes of all groups, or write them as the groups have them.',
  }),
  'given-with-baseline': (_: object) => ({
    what: '--model baseline cannot place notes in given themes: that takes a language model',
    next: 'Name a model with --model, or leave --given out.',
  }),
  'each-needs-name': (_: object) => ({
    what: '--each writes documents for each file, and no output has a place for its name',
    next: "Name one with {name} in it: -o 'out/{name}.md'. Outputs without it are about all files together.",
  }),
  'review-decisions-missing': (d: { file: string; given: number }) => ({
    what: `The summary was made with decisions of people (${d.given}), and the file ${d.file} that they came from is not there`,
    next: 'Name that file with --decisions, or make the summary again without decisions.',
  }),
  'check-needs-files': (_: object) => ({
    what: '--check compares documents with files, and no file is named',
    next: 'Name them with -o FILE.',
  }),
  'matching-needs-model': (_: object) => ({
    what: 'Nothing links the two summaries, and no model is named that could be asked which themes are the same',
    next: 'Name one with --model NAME, or match by wording with --no-model. Summaries that are written with --previous are linked.',
  }),
  'matching-failed': (d: { groups: readonly string[] }) => ({
    what: `Some groups could not be matched, and nothing is written:${list(d.groups)}`,
    next: 'Mend what the reasons say, try another model, or match by wording with --no-model. What was recorded is kept.',
  }),
  'eval-without-boards': (d: { files: readonly string[] }) => ({
    what: `No board is named: ${quoted(d.files)} ${d.files.length === 1 ? 'says' : 'say'} what is known of one`,
    next: 'Name the export itself; BOARD.topics.csv is found beside it.',
  }),
  'overview-failed': (d: { reason: string }) => ({
    what: `There is no overview: ${d.reason}`,
    next: 'Mend what it says (an address, a limit, --timeout), or try another model. What was recorded is kept.',
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
