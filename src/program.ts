import { Command, Option as Flag } from 'commander'
import type { ExitCode } from './errors.js'
import { type CommandName, OPTIONS } from './options.js'
import type { Flags } from './settings/resolve-settings.js'

/** What the command line leads to. */
export type Actions = {
  summarize(files: string[], flags: Flags): Promise<ExitCode>
  inspect(files: string[], flags: Flags): Promise<ExitCode>
  init(file: string, flags: Flags): Promise<ExitCode>
  evaluate(files: string[], flags: Flags): Promise<ExitCode>
  writeOverview(file: string, flags: Flags): Promise<ExitCode>
  listRecordings(flags: Flags): Promise<ExitCode>
  pruneRecordings(files: string[], flags: Flags): Promise<ExitCode>
  compare(before: string, after: string, flags: Flags): Promise<ExitCode>
  listPrompts(): Promise<ExitCode>
  showPrompt(reference: string): Promise<ExitCode>
  copyPrompt(reference: string, file: string | undefined): Promise<ExitCode>
}

export type ProgramOptions = {
  version: string
  actions: Actions
  /** Told the exit code of the action that ran. */
  done(code: ExitCode): void
  /** Width of the terminal in characters. */
  columns: number
  writeOut(text: string): void
  writeErr(text: string): void
}

const EXAMPLES = `
Examples:
  $ sixthemes inspect notes.csv                        what is read, what would be asked
  $ sixthemes summarize notes.csv -m baseline          a first look, without a language model
  $ sixthemes summarize notes.csv -m gpt-5-mini        Markdown on standard output
  $ sixthemes summarize notes.csv -o summary.md -o summary.json
  $ sixthemes summarize notes.csv -m llama3.2 --base-url http://127.0.0.1:11434/v1
  $ sixthemes summarize notes.csv --recordings recordings --replay     asks nothing

The API key is taken from OPENAI_API_KEY or --api-key-file; a model on this machine needs none.

Exit codes:
  0  done
  1  a bug, or --check found a difference
  2  usage, configuration or input: nothing was asked
  3  finished, but a group failed or a check fell short; the document says which
  4  the endpoint refused or could not be reached
  130  interrupted; what was recorded is kept
`

const SUMMARIZE_NOTES = `
Each option is also a key of sixthemes.yaml (baseUrl: ...) and a variable (SIXTHEMES_BASE_URL).
Flags win over variables, variables over the file.

Examples:
  $ sixthemes summarize notes.csv -o summary.md
  $ sixthemes summarize monday.csv tuesday.csv --persona Role --quadrant Board
  $ cat notes.csv | sixthemes summarize - -f json | jq '.groups[].themes[].title'
`

const COMPARE_NOTES = `
A summary that was written with --previous is linked to the one before, and nothing is asked.

Example:
  $ sixthemes compare spring.json autumn.json -o changes.md
`

const EVAL_NOTES = `
Recordings are looked up in a folder "recordings" beside each board, unless one is named.

Example:
  $ sixthemes eval boards/*.csv --models baseline gpt-5-mini --prompts six-themes@2 six-themes@3
`

/** A fresh command tree; commander's exits are thrown, for run.ts to turn into codes. */
export function createProgram({
  version,
  actions,
  done,
  columns,
  writeOut,
  writeErr,
}: ProgramOptions): Command {
  const program = new Command('sixthemes')
    .description('Six key themes per persona and quadrant from the sticky notes of a workshop.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut, writeErr, getOutHelpWidth: () => columns, getErrHelpWidth: () => columns })
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES)

  const summarize = program
    .command('summarize')
    .summary('the main job: exports in, themes out')
    .description('Summarise the notes of each persona and quadrant as key themes.')
    .argument('<files...>', 'exports; "-" is standard input')
    .action(async (files, _, command) => done(await actions.summarize(files, givenFlags(command))))
    .addHelpText('after', SUMMARIZE_NOTES)
  addOptions(summarize, 'summarize')

  const inspect = program
    .command('inspect')
    .summary('what is read and what would be asked; asks nothing')
    .description(
      'Show how exports are read, their groups, and what would be asked. Needs no model and no key.',
    )
    .argument('<files...>', 'exports; "-" is standard input')
    .option('--prompts', 'print the messages that would be sent')
    .option('--json', 'print what was found as JSON')
    .action(async (files, _, command) => done(await actions.inspect(files, givenFlags(command))))
    .addHelpText('after', '\nExample:\n  $ sixthemes inspect notes.csv --prompts\n')
  addOptions(inspect, 'inspect')

  const prompts = program.command('prompts').summary('the prompt templates that come with the program')
  prompts
    .command('list', { isDefault: true })
    .description('List the prompts, what they are for, and their hashes.')
    .action(async () => done(await actions.listPrompts()))
  prompts
    .command('show')
    .description('Print a prompt as it is.')
    .argument('<id@version>')
    .action(async (reference) => done(await actions.showPrompt(reference)))
  prompts
    .command('copy')
    .description('Copy a prompt to a file of your own, to change and use with --prompt.')
    .argument('<id@version>')
    .argument('[file]')
    .action(async (reference, file) => done(await actions.copyPrompt(reference, file)))

  const init = program
    .command('init')
    .summary('write sixthemes.yaml for an export')
    .description('Write sixthemes.yaml from what inspect finds in an export.')
    .argument('<file>', 'an export')
    .action(async (file, _, command) => done(await actions.init(file, givenFlags(command))))
  addOptions(init, 'init')

  const comparison = program
    .command('compare')
    .summary('what changed between two summaries')
    .description('Say which themes go on, are new, gone, grown or shrunk between two summaries in JSON.')
    .argument('<before>', 'the earlier summary.json')
    .argument('<after>', 'the later summary.json')
    .action(async (before, after, _, command) =>
      done(await actions.compare(before, after, givenFlags(command))),
    )
    .addHelpText('after', COMPARE_NOTES)
  addOptions(comparison, 'compare')
  comparison.option('--no-model', 'match themes by their wording, where nothing links the summaries')

  const overview = program
    .command('overview')
    .summary('what the themes of a summary say together')
    .description('Write what the themes of a summary in JSON say together, per persona and per quadrant.')
    .argument('<summary>', 'summary.json')
    .action(async (file, _, command) => done(await actions.writeOverview(file, givenFlags(command))))
    .addHelpText('after', '\nExample:\n  $ sixthemes overview summary.json -m gpt-5-mini -o overview.md\n')
  addOptions(overview, 'overview')

  const recordings = program.command('recordings').summary('what is recorded, and what of it is needed')
  const list = recordings
    .command('list', { isDefault: true })
    .description('List the recordings of a folder and what each is for.')
    .action(async (_, command) => done(await actions.listRecordings(givenFlags(command))))
  addOptions(list, 'list')
  const prune = recordings
    .command('prune')
    .description('Remove recordings that summarising these files with these options does not need.')
    .argument('<files...>', 'the exports that the folder of recordings is for')
    .action(async (files, _, command) => done(await actions.pruneRecordings(files, givenFlags(command))))
  addOptions(prune, 'prune')

  const evaluation = program
    .command('eval')
    .summary('compare prompts and models on boards, with or without known topics')
    .description(
      'Measure what prompts and models make of boards. Topics are taken from NAME.topics.csv beside NAME.csv (row, topic).',
    )
    .argument('<boards...>', 'exports, each a board of its own')
    .option('--prompts <id@version|file...>', 'prompts to compare (default: the one that is set)')
    .option('--models <name...>', 'models to compare; "baseline" is none (default: the one that is set)')
    .option('--repeat <number>', 'ask so many times, and say how far the runs agree')
    .option('--vary', 'ask again with rows shuffled, notes renumbered and a tenth left out')
    .option('--canaries', 'ask again with planted notes: off-topic, an order, a note and its negation')
    .option('--json', 'print the measures as JSON')
    .action(async (files, _, command) => done(await actions.evaluate(files, givenFlags(command))))
    .addHelpText('after', EVAL_NOTES)
  addOptions(evaluation, 'eval')

  return program
}

function addOptions(command: Command, name: CommandName): void {
  const config = name === 'init' ? 'file to write' : 'configuration file'
  command.option('-c, --config <file>', `${config} (default: sixthemes.yaml)`)
  for (const option of OPTIONS) {
    if (!(option.commands as readonly string[]).includes(name)) continue
    const note = 'default' in option ? ` (default: ${option.default})` : ''
    const flag = new Flag(option.flags, option.help + note)
    if (option.kind === 'paths' || option.kind === 'texts')
      flag.argParser((one: string, given: string[] = []) => [...given, one])
    command.addOption(flag)
  }
}

/** Commander gives `--no-redact` a value even where nobody gave the flag; what nobody gave is left to other layers. */
function givenFlags(command: Command): Flags {
  const given = Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) === 'cli')
  return Object.fromEntries(given)
}
