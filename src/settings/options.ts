import { ENCODINGS } from '../text/encoding.js'

/**
 * What a value may be, and how the text of a flag or variable becomes one. Lists come from a flag that is repeated,
 * from a variable with commas (`paths`) or lines (`texts`) in it, or from a list in sixthemes.yaml.
 */
export type ValueForm =
  | { kind: 'text' | 'texts' | 'path' | 'paths' | 'columns' | 'column' | 'switch' | 'delimiter' | 'amount' }
  | { kind: 'share' }
  | { kind: 'whole'; least: number; most: number }
  | { kind: 'choice'; choices: readonly string[] }

/** What options belong together: a command takes whole groups. */
export type OptionGroup =
  | 'output' // where documents go
  | 'each' // whether each file has its own
  | 'document' // how they look
  | 'reading' // how exports are read
  | 'planning' // how groups become requests
  | 'given' // themes that people gave
  | 'suggestion' // what is asked beside them
  | 'heartbeat' // how notes feel
  | 'decisions' // what people decided
  | 'prompt' // which question is asked
  | 'wave' // what it goes on from
  | 'overview'
  | 'model'
  | 'language'
  | 'redaction'
  | 'recordings'
  | 'endpoint' // where it is, and who may use it
  | 'asking' // whether it is asked
  | 'structure' // how the form of replies is asked for
  | 'pace' // how much at a time
  | 'limits' // how much
  | 'verdict' // when a run falls short
  | 'github'
  | 'progress'
  | 'dry-run'
  | 'columns' // whether a model may say what columns hold

/** One option: a flag of the command line, a variable of the environment and a key of sixthemes.yaml. */
export type Option = {
  group: OptionGroup
  /** The flag, in commander's notation. */
  flags: string
  value: ValueForm
  help: string
  /** Value where none is given. */
  default?: unknown
  /** What the help text says of it, where that is not the value. */
  shown?: string
  /** The only command that obeys the key and the variable; others take the flag alone, for they would write over its files. */
  saidFor?: string
}

const text = { kind: 'text' } as const
const path = { kind: 'path' } as const
const column = { kind: 'column' } as const
const flag = { kind: 'switch' } as const
const amount = { kind: 'amount' } as const
const whole = (least: number, most: number) => ({ kind: 'whole', least, most }) as const
const oneOf = <const T extends readonly string[]>(choices: T) => ({ kind: 'choice', choices }) as const

/** Every option by its key in sixthemes.yaml, in the order of the help text. */
// biome-ignore format: a table reads best a row a line
export const OPTIONS = {
  output: { group: 'output', flags: '-o, --output <file>', value: { kind: 'paths' }, saidFor: 'summarize', default: ['-'], shown: '-', help: 'where to write; repeatable, format by extension; "-" is standard output' },
  each: { group: 'each', flags: '--each', value: flag, default: false, help: 'a document for each file (-o "out/{name}.md"), and one of all together for each output without {name}' },
  format: { group: 'output', flags: '-f, --format <format>', value: text, saidFor: 'summarize', shown: 'md', help: 'for standard output and unknown extensions' },
  showNotes: { group: 'document', flags: '--show-notes <how>', value: oneOf(['none', 'inline', 'few', 'list']), shown: 'inline, few where notes are long', help: 'notes under a theme in Markdown' },
  as: { group: 'document', flags: '--as <what>', value: oneOf(['notes', 'given']), default: 'notes', help: 'what CSV holds: a note a row, or the themes as a list for --given' },
  title: { group: 'document', flags: '--title <text>', value: text, shown: 'from the file name', help: 'title of the document' },
  export: { group: 'reading', flags: '--export <kind>', value: text, shown: 'found from the file', help: 'kind of export, or the tool that wrote it' },
  note: { group: 'reading', flags: '--note <column>', value: { kind: 'columns' }, shown: 'found from headers and cells', help: 'column of the notes: a header, or a number from 1; repeatable where each is a quadrant or question of its own' },
  persona: { group: 'reading', flags: '--persona <column>', value: column, shown: 'found by its header', help: 'column of the personas; "file" where each file is about one' },
  quadrant: { group: 'reading', flags: '--quadrant <column>', value: column, shown: 'found by its header', help: 'column of the quadrants' },
  votes: { group: 'reading', flags: '--votes <column>', value: column, shown: 'found by its header', help: 'column of the votes' },
  delimiter: { group: 'reading', flags: '--delimiter <character>', value: { kind: 'delimiter' }, shown: 'found from the file', help: 'comma, semicolon, tab, bar or none (a list of one column)' },
  encoding: { group: 'reading', flags: '--encoding <name>', value: oneOf(ENCODINGS), shown: 'found from the file', help: 'how characters are written' },
  sheet: { group: 'reading', flags: '--sheet <name>', value: text, shown: 'the only one that is filled', help: 'sheet of a workbook' },
  headerRows: { group: 'reading', flags: '--header-rows <number>', value: whole(0, 5), shown: 'found from the file', help: 'rows that name the columns, 0 to 5; with 0 columns are known by number' },
  askColumns: { group: 'columns', flags: '--ask-columns', value: flag, default: false, help: 'where it is not plain what the columns hold, ask the model: headers and figures are sent, no cell' },
  map: { group: 'reading', flags: '--map <name>', value: text, shown: 'the one that fits best', help: 'which quadrants there are' },
  themes: { group: 'planning', flags: '--themes <number>', value: whole(1, 20), default: 6, help: 'themes per group' },
  runs: { group: 'planning', flags: '--runs <number>', value: whole(1, 9), default: 1, help: 'ask for themes so often, the notes each time in another order, and take those that are most alike to all; costs as many times as much' },
  overview: { group: 'overview', flags: '--overview', value: flag, default: false, help: 'put an overview of all themes first; one more request' },
  previous: { group: 'wave', flags: '--previous <file>', value: path, help: 'summary of last time (JSON), whose themes are continued where notes support them' },
  partNotes: { group: 'planning', flags: '--part-notes <number>', value: whole(3, 10_000), default: 150, help: 'most notes in one request; a larger group is split, and the themes of its parts merged' },
  partTokens: { group: 'planning', flags: '--part-tokens <number>', value: whole(100, 1e6), default: 8_000, help: 'most tokens of notes in one request, as estimated' },
  given: { group: 'given', flags: '--given <file>', value: path, help: 'themes to place notes in (CSV, YAML or .qdc), instead of finding some' },
  suggest: { group: 'suggestion', flags: '--suggest', value: flag, default: false, help: 'with --given, ask what themes the notes make that fit none' },
  heartbeat: { group: 'heartbeat', flags: '--heartbeat', value: flag, default: false, help: 'ask how each note feels (pleasant, neutral, unpleasant), and draw the line over the quadrants; one more request a group' },
  decisions: { group: 'decisions', flags: '--decisions <file>', value: path, help: 'what people decided about themes and notes (YAML)' },
  language: { group: 'language', flags: '--language <name>', value: text, shown: 'that of the notes', help: 'language of titles, summaries and documents, e.g. German or de' },
  prompt: { group: 'prompt', flags: '--prompt <id@version|file>', value: text, default: 'six-themes@3', help: 'which question is asked' },
  model: { group: 'model', flags: '-m, --model <name>', value: text, help: 'name of the model; "baseline" groups notes by their wording, without a language model' },
  baseUrl: { group: 'endpoint', flags: '--base-url <url>', value: text, default: 'https://api.openai.com/v1', help: 'OpenAI-compatible endpoint' },
  apiKeyFile: { group: 'endpoint', flags: '--api-key-file <file>', value: path, shown: 'OPENAI_API_KEY', help: 'file that holds the API key' },
  recordings: { group: 'recordings', flags: '--recordings <folder>', value: path, shown: "the user's cache folder", help: 'where replies are recorded and looked up' },
  replay: { group: 'asking', flags: '--replay', value: flag, default: false, help: 'answer from recordings alone; ask nothing' },
  fresh: { group: 'asking', flags: '--fresh', value: flag, default: false, help: 'ask everything anew and record it again' },
  dryRun: { group: 'dry-run', flags: '--dry-run', value: flag, default: false, help: 'say what would be done, and do nothing' },
  offline: { group: 'endpoint', flags: '--offline', value: flag, default: false, help: 'refuse any endpoint that is not on this machine' },
  redact: { group: 'redaction', flags: '--no-redact', value: flag, default: true, help: 'send e-mail addresses, phone numbers and the like as they are' },
  redactNames: { group: 'redaction', flags: '--redact-names <file>', value: path, help: 'names that are replaced before sending, one a line' },
  concurrency: { group: 'pace', flags: '--concurrency <number>', value: whole(1, 256), shown: '4', help: 'most requests at a time' },
  timeout: { group: 'endpoint', flags: '--timeout <seconds>', value: whole(1, 3600), default: 300, help: 'for one reply' },
  structured: { group: 'structure', flags: '--structured <how>', value: oneOf(['auto', 'json_schema', 'json_object', 'text']), default: 'auto', help: 'how the form of replies is asked for' },
  maxRequests: { group: 'limits', flags: '--max-requests <number>', value: whole(0, 1e9), help: 'ask nothing if it would take more requests' },
  maxInputTokens: { group: 'limits', flags: '--max-input-tokens <number>', value: whole(0, 1e12), help: 'ask nothing if it would take more tokens, as estimated' },
  maxCost: { group: 'limits', flags: '--max-cost <amount>', value: amount, help: 'ask nothing if it would cost more; needs prices in sixthemes.yaml' },
  minCoverage: { group: 'verdict', flags: '--min-coverage <share>', value: { kind: 'share' }, shown: 'none', help: 'share of notes in themes, 0 to 1, below which a group falls short, with exit code 3' },
  check: { group: 'verdict', flags: '--check', value: flag, default: false, help: 'write nothing; exit code 1 and the difference where files are not what a run writes' },
  github: { group: 'github', flags: '--github', value: flag, default: false, help: 'annotations and a step summary for GitHub Actions' },
  strict: { group: 'verdict', flags: '--strict', value: flag, default: false, help: 'exit code 3 where any check falls short' },
  quiet: { group: 'progress', flags: '-q, --quiet', value: flag, default: false, help: 'no progress, only the document and errors' },
  verbose: { group: 'progress', flags: '--verbose', value: flag, default: false, help: 'say where each setting came from, and stacks of errors' },
} as const satisfies Record<string, Option>

export type OptionKey = keyof typeof OPTIONS

/** The rows as the program reads them: by key, every field of `Option`. */
export const optionRows = Object.entries(OPTIONS) as readonly (readonly [OptionKey, Option])[]

/** Keys of the options of some groups. */
export type KeysIn<G extends OptionGroup> = {
  [K in OptionKey]: (typeof OPTIONS)[K]['group'] extends G ? K : never
}[OptionKey]

/** `baseUrl` → "SIXTHEMES_BASE_URL". */
export function variableOf(key: string): string {
  return `SIXTHEMES_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** `baseUrl` → "--base-url", `redact` → "--no-redact". */
export function flagOf({ flags }: Pick<Option, 'flags'>): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}
