import { CommanderError } from 'commander'
import { type ExitCode, exitCode } from '../errors/exit-code.js'
import { UserError } from '../errors/user-error.js'
import type { FileValues, Settings } from '../settings/option-values.js'
import type { Resolved } from '../settings/resolve-settings.js'
import { hideKeys } from '../text/hide-keys.js'
import { isYes } from '../text/is-yes.js'
import { toTerminalText } from '../text/plain-text.js'
import { Interrupted, type Output, type World } from '../world/world.js'
import type { Tables } from './common/command.js'
import { guarded, isRunner } from './common/guarded.js'
import { VERSION } from './common/version.js'
import { expandArgs } from './expand-args.js'
import { divideFlags } from './given-flags.js'
import { type Action, createProgram } from './program.js'
import { TABLES } from './tables.js'
import { warnOfVariables } from './variables.js'

/**
 * Command line → exit code. Commands are loaded when they are called, so that `--help` is instant.
 * The only catch-all: the user's trouble gets a message, a bug its stack.
 */
export async function run(
  argv: readonly string[],
  outside: World,
  tables: Tables = TABLES,
): Promise<ExitCode> {
  const world = guardedFrom(outside)
  const { stdout, stderr } = world
  let code: ExitCode = exitCode.done
  const running: Running = { name: '', settings: {}, origins: {} }
  try {
    await warnOfVariables(world)
    const program = await createProgram(argv, {
      version: VERSION,
      tables,
      action: actionIn(running, world, tables),
      done: (result) => {
        code = result
      },
      columns: stdout.columns ?? 80,
      writeOut: stdout.write,
      writeErr: (text) => stderr.write(hideKeys(text)),
    })
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return report(error, argv, running, world)
  }
}

/** Where a CI runner reads what is printed, nothing but what is meant for it is a command to it. */
function guardedFrom(world: World): World {
  const { environment, stdout, stderr } = world
  if (!isRunner(environment)) return world
  const guard = (output: Output): Output => ({
    ...output,
    write: (text) => output.write(guarded(text, environment)),
  })
  return { ...world, stdout: guard(stdout), stderr: guard(stderr) }
}

/** What is known of a run when something goes wrong: the command, and its settings as far as they were resolved. */
type Running = { name: string; settings: Partial<Settings>; origins: Resolved['origins'] }

/** Resolves the settings that are a command's own, and runs it. */
function actionIn(running: Running, world: World, tables: Tables): Action {
  return async ({ name }, command, args, flags) => {
    running.name = name
    const { settings: given, own } = divideFlags(flags, command)
    const { settings, origins } = await settingsFor(name, command, given)
    Object.assign(running, { settings, origins })
    if ('verbose' in settings && settings.verbose) world.stderr.write(originLines(settings, origins))
    const files = await expandArgs(args, command, world)
    return command.run({ args: files, flags: own, settings, origins, world, tables })
  }

  async function settingsFor(...[name, command, given]: SettingsFor) {
    if (command.takes.length === 0) return { settings: {} as Settings & FileValues, origins: {} }
    const { loadSettings } = await import('../settings/load-settings.js')
    return loadSettings({ name, takes: command.takes }, given, world, command.writesConfig)
  }
}

type SettingsFor = [name: string, command: Parameters<Action>[1], given: Parameters<Action>[3]]

/** Which layer gave which setting, a line each. */
function originLines(settings: Partial<Settings>, origins: Readonly<Record<string, string>>): string {
  return Object.entries(origins)
    .map(([key, origin]) => `${key} = ${JSON.stringify(settings[key as keyof Settings])} (${origin})\n`)
    .join('')
}

async function report(
  error: unknown,
  argv: readonly string[],
  running: Running,
  world: World,
): Promise<ExitCode> {
  const { stderr, environment } = world
  const verbose = argv.includes('--verbose')
  const isOnGithub =
    argv.includes('--github') || running.settings.github || isYes(environment.SIXTHEMES_GITHUB ?? '')
  const annotate = async (message: string, next: string): Promise<void> => {
    if (!isOnGithub) return
    const { refuseOnGithub } = await import('./common/report-to-github.js')
    await refuseOnGithub({ message: hideKeys(message), next: hideKeys(next) }, world)
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCode.done
    await annotate(error.message, 'Run "sixthemes --help" for commands, options and examples.')
    return exitCode.usage
  }
  if (error instanceof Interrupted) {
    const { sameCommand } = await import('./common/same-command.js')
    stderr.write(
      `Interrupted. Every reply that had come is recorded; ${sameCommand(running)} goes on from there.\n`,
    )
    return exitCode.interrupted
  }
  if (error instanceof UserError) {
    const { placesOf } = await import('./common/blame.js')
    const next = [
      error.next.replaceAll('{command}', running.name),
      ...placesOf(error.code, running.origins),
    ].join(' ')
    stderr.write(
      toTerminalText(
        hideKeys(`sixthemes: ${error.message}\n  ${next}\n${verbose ? `${error.stack}\n` : ''}`),
      ),
    )
    await annotate(error.message, next)
    return error.exitCode
  }
  const stack = error instanceof Error ? error.stack : String(error)
  stderr.write(
    `sixthemes ${VERSION}: this is a bug in sixthemes, not in your input. Please report it with these lines:\n${stack}\n`,
  )
  return exitCode.bug
}
