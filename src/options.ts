/** How the text of a flag or variable becomes a value. */
export type ValueKind = 'text' | 'texts' | 'path' | 'paths' | 'number' | 'switch'

/** One option: a flag of the command line, a variable of the environment and a key of sixthemes.yaml. */
export type Option = {
  /** Key in sixthemes.yaml; the variable is SIXTHEMES_ and the key in capitals (`baseUrl` → SIXTHEMES_BASE_URL). */
  key: string
  /** The flag, in commander's notation. */
  flags: string
  kind: ValueKind
  help: string
  /** Commands that take it. */
  commands: readonly ('summarize' | 'inspect' | 'init' | 'eval' | 'compare' | 'overview' | 'list' | 'prune')[]
  /** Value where none is given, for the help text. */
  default?: string
}

const READING = ['summarize', 'inspect', 'init', 'eval', 'prune'] as const
const PLANNING = ['summarize', 'inspect', 'eval', 'prune'] as const
const CHOOSING = ['summarize', 'inspect', 'prune'] as const
const NAMING = ['summarize', 'inspect', 'compare', 'overview', 'prune'] as const
const RECORDING = ['summarize', 'inspect', 'eval', 'compare', 'overview', 'prune'] as const
const KEEPING = ['summarize', 'inspect', 'eval', 'compare', 'overview', 'prune', 'list'] as const
const ASKING = ['summarize', 'eval', 'compare', 'overview'] as const
const RENDERING = ['summarize', 'compare', 'overview'] as const
const SPEAKING = ['summarize', 'inspect', 'eval', 'prune', 'overview'] as const
const WRITING = ['summarize'] as const

/** Every option, in the order of the help text. */
// biome-ignore format: a table reads best a row a line
export const OPTIONS = [
  { key: 'output', flags: '-o, --output <file>', kind: 'paths', commands: RENDERING, help: 'where to write; repeatable, format by extension (.md, .json, .ndjson, .csv); "-" is standard output', default: '-' },
  { key: 'format', flags: '-f, --format <format>', kind: 'text', commands: RENDERING, help: 'md, json, ndjson (a group a line) or csv (a note a row), for standard output and unknown extensions', default: 'md' },
  { key: 'showNotes', flags: '--show-notes <how>', kind: 'text', commands: WRITING, help: 'notes under a theme in Markdown: none, inline or list', default: 'inline' },
  { key: 'title', flags: '--title <text>', kind: 'text', commands: WRITING, help: 'title of the document', default: 'from the file name' },
  { key: 'export', flags: '--export <kind>', kind: 'text', commands: READING, help: 'kind of export, e.g. mural, padlet, survey, wide or columns', default: 'found from the file' },
  { key: 'note', flags: '--note <column>', kind: 'texts', commands: READING, help: 'column of the notes: a header, or a number from 1; repeatable where each is a quadrant or question of its own', default: 'found by its header' },
  { key: 'persona', flags: '--persona <column>', kind: 'text', commands: READING, help: 'column of the personas', default: 'found by its header' },
  { key: 'quadrant', flags: '--quadrant <column>', kind: 'text', commands: READING, help: 'column of the quadrants', default: 'found by its header' },
  { key: 'votes', flags: '--votes <column>', kind: 'text', commands: READING, help: 'column of the votes', default: 'found by its header' },
  { key: 'delimiter', flags: '--delimiter <character>', kind: 'text', commands: READING, help: 'comma, semicolon, tab, bar or none (a list of one column)', default: 'found from the file' },
  { key: 'encoding', flags: '--encoding <name>', kind: 'text', commands: READING, help: 'utf-8, utf-16le, utf-16be or windows-1252', default: 'found from the file' },
  { key: 'headerRows', flags: '--header-rows <number>', kind: 'number', commands: READING, help: 'rows that name the columns, 0 to 5; with 0 columns are known by number', default: 'found from the file' },
  { key: 'map', flags: '--map <name>', kind: 'text', commands: READING, help: 'gains-tasks-pains, says-thinks-does-feels, canvas, or one of your own', default: 'the one that fits best' },
  { key: 'themes', flags: '--themes <number>', kind: 'number', commands: PLANNING, help: 'themes per group', default: '6' },
  { key: 'overview', flags: '--overview', kind: 'switch', commands: ['summarize', 'prune'], help: 'put an overview of all themes first; one more request' },
  { key: 'previous', flags: '--previous <file>', kind: 'path', commands: CHOOSING, help: 'summary of last time (JSON), whose themes are continued where notes support them' },
  { key: 'partNotes', flags: '--part-notes <number>', kind: 'number', commands: PLANNING, help: 'most notes in one request; a larger group is split, and the themes of its parts merged', default: '150' },
  { key: 'partTokens', flags: '--part-tokens <number>', kind: 'number', commands: PLANNING, help: 'most tokens of notes in one request, as estimated', default: '8000' },
  { key: 'language', flags: '--language <name>', kind: 'text', commands: SPEAKING, help: 'language of titles and summaries, e.g. German or de', default: 'that of the notes' },
  { key: 'prompt', flags: '--prompt <id@version|file>', kind: 'text', commands: CHOOSING, help: 'which question is asked', default: 'six-themes@3' },
  { key: 'model', flags: '-m, --model <name>', kind: 'text', commands: NAMING, help: 'name of the model; "baseline" groups notes by their wording, without a language model' },
  { key: 'baseUrl', flags: '--base-url <url>', kind: 'text', commands: ASKING, help: 'OpenAI-compatible endpoint', default: 'https://api.openai.com/v1' },
  { key: 'apiKeyFile', flags: '--api-key-file <file>', kind: 'path', commands: ASKING, help: 'file that holds the API key', default: 'OPENAI_API_KEY' },
  { key: 'recordings', flags: '--recordings <folder>', kind: 'path', commands: KEEPING, help: 'where replies are recorded and looked up', default: "the user's cache folder" },
  { key: 'replay', flags: '--replay', kind: 'switch', commands: ASKING, help: 'answer from recordings alone; ask nothing' },
  { key: 'fresh', flags: '--fresh', kind: 'switch', commands: ASKING, help: 'ask everything anew and record it again' },
  { key: 'dryRun', flags: '--dry-run', kind: 'switch', commands: ['summarize', 'prune'], help: 'say what would be done, and do nothing' },
  { key: 'offline', flags: '--offline', kind: 'switch', commands: ASKING, help: 'refuse any endpoint that is not on this machine' },
  { key: 'redact', flags: '--no-redact', kind: 'switch', commands: RECORDING, help: 'send e-mail addresses, phone numbers and the like as they are' },
  { key: 'redactNames', flags: '--redact-names <file>', kind: 'path', commands: RECORDING, help: 'names that are replaced before sending, one a line' },
  { key: 'concurrency', flags: '--concurrency <number>', kind: 'number', commands: ASKING, help: 'most requests at a time', default: '4' },
  { key: 'timeout', flags: '--timeout <seconds>', kind: 'number', commands: ASKING, help: 'for one reply', default: '300' },
  { key: 'structured', flags: '--structured <how>', kind: 'text', commands: ASKING, help: 'how the form of replies is asked for: auto, json_schema, json_object or text', default: 'auto' },
  { key: 'maxRequests', flags: '--max-requests <number>', kind: 'number', commands: WRITING, help: 'ask nothing if it would take more requests' },
  { key: 'maxInputTokens', flags: '--max-input-tokens <number>', kind: 'number', commands: WRITING, help: 'ask nothing if it would take more tokens, as estimated' },
  { key: 'maxCost', flags: '--max-cost <amount>', kind: 'number', commands: WRITING, help: 'ask nothing if it would cost more; needs prices in sixthemes.yaml' },
  { key: 'minCoverage', flags: '--min-coverage <share>', kind: 'number', commands: WRITING, help: 'share of notes in themes, 0 to 1, below which a group falls short, with exit code 3', default: 'none' },
  { key: 'check', flags: '--check', kind: 'switch', commands: WRITING, help: 'write nothing; exit code 1 and the difference where files are not what a run writes' },
  { key: 'github', flags: '--github', kind: 'switch', commands: WRITING, help: 'annotations and a step summary for GitHub Actions' },
  { key: 'strict', flags: '--strict', kind: 'switch', commands: WRITING, help: 'exit code 3 where any check falls short' },
  { key: 'quiet', flags: '-q, --quiet', kind: 'switch', commands: ASKING, help: 'no progress, only the document and errors' },
  { key: 'verbose', flags: '--verbose', kind: 'switch', commands: ASKING, help: 'say where each setting came from, and stacks of errors' },
] as const satisfies readonly Option[]

export type OptionKey = (typeof OPTIONS)[number]['key']
export type CommandName = Option['commands'][number]

/** `baseUrl` → "SIXTHEMES_BASE_URL". */
export function variableOf(key: OptionKey): string {
  return `SIXTHEMES_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** `baseUrl` → "--base-url", `redact` → "--no-redact". */
export function flagOf({ flags }: Option): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}
