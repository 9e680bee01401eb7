import { CommanderError } from 'commander'
import { type ExitCode, exitCode } from '../errors/exit-code.js'
import { UserError } from '../errors/user-error.js'
import type { FileValues, Settings } from '../settings/option-values.js'
import { toTerminalText } from '../text/plain-text.js'
import { Interrupted, type World } from '../world/world.js'
import type { Tables } from './common/command.js'
import { VERSION } from './common/version.js'
import { expandArgs } from './expand-args.js'
import { divideFlags } from './given-flags.js'
import { type Action, createProgram } from './program.js'
import { TABLES } from './tables.js'

/**
 * Command line → exit code. Commands are loaded when they are called, so that `--help` is instant.
 * The only catch-all: the user's trouble gets a message, a bug its stack.
 */
export async function run(argv: readonly string[], world: World, tables: Tables = TABLES): Promise<ExitCode> {
  const { stdout, stderr } = world
  let code: ExitCode = exitCode.done
  try {
    const program = await createProgram(argv, {
      version: VERSION,
      tables,
      action: actionIn(world, tables),
      done: (result) => {
        code = result
      },
      columns: stdout.columns ?? 80,
      writeOut: stdout.write,
      writeErr: stderr.write,
    })
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return report(error, argv, world)
  }
}

/** Resolves the settings that are a command's own, and runs it. */
function actionIn(world: World, tables: Tables): Action {
  return async ({ name }, command, args, flags) => {
    const { settings: given, own } = divideFlags(flags, command)
    const { settings, origins } = await settingsFor(name, command, given)
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

async function report(error: unknown, argv: readonly string[], world: World): Promise<ExitCode> {
  const { stderr } = world
  const verbose = argv.includes('--verbose')
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
  if (error instanceof Interrupted) {
    const goOn = argv.includes('--fresh') ? 'the same command without --fresh' : 'the same command'
    stderr.write(`Interrupted. Every reply that had come is recorded; ${goOn} goes on from there.\n`)
    return exitCode.interrupted
  }
  if (error instanceof UserError) {
    stderr.write(
      toTerminalText(`sixthemes: ${error.message}\n  ${error.next}\n${verbose ? `${error.stack}\n` : ''}`),
    )
    if (argv.includes('--github')) {
      const { refuseOnGithub } = await import('./common/report-to-github.js')
      await refuseOnGithub(error, world)
    }
    return error.exitCode
  }
  const stack = error instanceof Error ? error.stack : String(error)
  stderr.write(
    `sixthemes ${VERSION}: this is a bug in sixthemes, not in your input. Please report it with these lines:\n${stack}\n`,
  )
  return exitCode.bug
}
