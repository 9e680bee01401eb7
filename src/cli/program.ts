import { Argument, Command as Commander, Option as Flag } from 'commander'
import type { ExitCode } from '../errors/exit-code.js'
import { optionRows } from '../settings/options.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { AnyCommand, CommandRow, Tables } from './common/command.js'
import { loadedFlags } from './given-flags.js'
import { optionHelp } from './option-help.js'

/** What the command line leads to. */
export type Action = (
  row: CommandRow,
  command: AnyCommand,
  args: readonly string[],
  flags: Flags,
) => Promise<ExitCode>

export type ProgramOptions = {
  version: string
  tables: Tables
  action: Action
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
  1  --check found a difference
  2  usage, configuration or input: nothing was asked
  3  finished, but a group failed or a check fell short; the document says which
  4  the endpoint refused or could not be reached
  70  a bug in sixthemes
  130  interrupted; what was recorded is kept
`

/**
 * A fresh command tree from the tables. Only the commands that the command line may mean are loaded, the others are known by
 * name. Commander's exits are thrown, for main.ts to turn into codes.
 */
export async function createProgram(argv: readonly string[], options: ProgramOptions): Promise<Commander> {
  const { version, tables, columns, writeOut, writeErr } = options
  const program = new Commander('sixthemes')
    .description('Six key themes per persona and quadrant from the sticky notes of a workshop.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut, writeErr, getOutHelpWidth: () => columns, getErrHelpWidth: () => columns })
    .showSuggestionAfterError()
    .showHelpAfterError('  Run "sixthemes --help" for commands, options and examples.')
    .addHelpText('after', EXAMPLES)
  const families = new Map<string, Commander>()
  for (const row of tables.commands) {
    const [first = '', second] = row.name.split(' ')
    if (second !== undefined && !families.has(first))
      families.set(first, program.command(first).summary(tables.families[first] ?? ''))
    const parent = families.get(first) ?? program
    const command = parent
      .command(second ?? first, { isDefault: row.isDefault ?? false })
      .summary(row.summary)
    if (argv.includes(first)) await fillIn(command, row, options)
  }
  return program
}

/** Loads a command, and gives its place in the tree what it is. */
async function fillIn(
  commander: Commander,
  row: CommandRow,
  { tables, action, done }: ProgramOptions,
): Promise<void> {
  const { command } = await row.load()
  const { description, operands, takes, flags = [], writesConfig = false, notes } = command
  commander.description(description)
  commander.showHelpAfterError(`  Run "sixthemes ${row.name} --help" for what it takes.`)
  for (const [name, help] of operands) commander.addArgument(new Argument(name, help))
  if (takes.length > 0)
    commander.option(
      '-c, --config <file>',
      `${writesConfig ? 'file to write' : 'configuration file'} (default: sixthemes.yaml)`,
    )
  for (const [key, option] of optionRows) {
    if (!takes.includes(option.group)) continue
    const flag = new Flag(option.flags, optionHelp(key, option, tables, command.writes))
    if (['paths', 'texts', 'columns'].includes(option.value.kind))
      flag.argParser((one: string, given: string[] = []) => [...given, one])
    commander.addOption(flag)
  }
  for (const [own, help] of flags) commander.option(own, help)
  if (notes !== undefined) commander.addHelpText('after', notes)
  commander.action(async (...called: unknown[]) => {
    const args = called
      .slice(0, operands.length)
      .flat()
      .filter((arg) => typeof arg === 'string')
    done(await action(row, command, args, loadedFlags(commander)))
  })
}
