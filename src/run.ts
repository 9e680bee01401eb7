import { CommanderError } from 'commander'
import { type ExitCode, exitCode, UserError } from './errors.js'
import { toPlainText } from './plain-text.js'
import { createProgram } from './program.js'
import { VERSION } from './version.js'
import { Interrupted, type World } from './world.js'

/**
 * Command line → exit code. Commands are loaded when they are called, so that `--help` is instant.
 * The only catch-all: the user's trouble gets a message, a bug its stack.
 */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const { stdout, stderr } = world
  let code: ExitCode = exitCode.done
  const program = createProgram({
    version: VERSION,
    actions: {
      summarize: async (files, flags) =>
        (await import('./commands/summarize.js')).summarize(files, flags, world),
      inspect: async (files, flags) => (await import('./commands/inspect.js')).inspect(files, flags, world),
      init: async (file, flags) => (await import('./commands/init.js')).init(file, flags, world),
      evaluate: async (files, flags) => (await import('./commands/eval.js')).evaluate(files, flags, world),
      writeOverview: async (file, flags) =>
        (await import('./commands/overview.js')).writeOverview(file, flags, world),
      listRecordings: async (flags) =>
        (await import('./commands/recordings.js')).listRecordings(flags, world),
      pruneRecordings: async (files, flags) =>
        (await import('./commands/recordings.js')).pruneRecordings(files, flags, world),
      compare: async (before, after, flags) =>
        (await import('./commands/compare.js')).compare(before, after, flags, world),
      listPrompts: async () => (await import('./commands/prompts.js')).listPrompts(world),
      showPrompt: async (reference) => (await import('./commands/prompts.js')).showPrompt(reference, world),
      copyPrompt: async (reference, file) =>
        (await import('./commands/prompts.js')).copyPrompt(reference, file, world),
    },
    done: (result) => {
      code = result
    },
    columns: stdout.columns ?? 80,
    writeOut: stdout.write,
    writeErr: stderr.write,
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return report(error, argv.includes('--verbose'), world)
  }
}

function report(error: unknown, verbose: boolean, { stderr }: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
  if (error instanceof Interrupted) {
    stderr.write('Interrupted. Every reply that had come is recorded; the same command goes on from there.\n')
    return exitCode.interrupted
  }
  if (error instanceof UserError) {
    stderr.write(
      toPlainText(`sixthemes: ${error.message}\n  ${error.next}\n${verbose ? `${error.stack}\n` : ''}`),
    )
    return error.exitCode
  }
  const stack = error instanceof Error ? error.stack : String(error)
  stderr.write(
    `sixthemes ${VERSION}: this is a bug in sixthemes, not in your input. Please report it with these lines:\n${stack}\n`,
  )
  return exitCode.bug
}
