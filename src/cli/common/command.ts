import type { Formats, Subject } from '../../documents/formats.js'
import type { ExitCode } from '../../errors/exit-code.js'
import type { FileValues, SettingsOf } from '../../settings/option-values.js'
import type { OptionGroup } from '../../settings/options.js'
import type { Flags, Resolved } from '../../settings/resolve-settings.js'
import type { World } from '../../world/world.js'

/** What a command is called with. */
export type Call<G extends OptionGroup = OptionGroup> = {
  /** Operands, in their order. */
  args: readonly string[]
  /** Flags of this command alone, as they were given, and --config. */
  flags: Flags
  settings: SettingsOf<G> & FileValues
  /** Which layer gave a setting. */
  origins: Resolved['origins']
  world: World
  tables: Tables
}

/** One command, from which its help is made and its settings are resolved. */
export type Command<G extends OptionGroup = OptionGroup> = {
  description: string
  /** Operands in commander's notation ("<files...>"), and what they are. */
  operands: readonly (readonly [name: string, help: string])[]
  /** Groups of options that it takes; it obeys no others. */
  takes: readonly G[]
  /** Flags that are no settings, in commander's notation, and what they are for. */
  flags?: readonly (readonly [flags: string, help: string])[]
  /** What its documents are about, where it is no summary: not every format can hold it. */
  writes?: Subject
  /** Whether --config names a file that it writes instead of reading. */
  writesConfig?: boolean
  /** What stands below its options in the help text. */
  notes?: string
  run(call: Call<G>): Promise<ExitCode>
}

/** A command as data, whatever options it takes. */
export type AnyCommand = Omit<Command, 'run'> & { run(call: Call): Promise<ExitCode> }

/** A command as the help of the program lists it; its file is loaded when it is called, so that `--help` is instant. */
export type CommandRow = {
  /** "summarize", or "recordings list" for one of several. */
  name: string
  summary: string
  /** Whether it is what the first word alone means. */
  isDefault?: boolean
  load(): Promise<{ command: AnyCommand }>
}

/** What the shell knows by name. */
export type Tables = {
  commands: readonly CommandRow[]
  /** What the first word of several commands is about. */
  families: Readonly<Record<string, string>>
  formats: Formats
}

/** Says what a command is; its call knows the settings of the groups that it takes, and no others. */
export function defineCommand<const G extends OptionGroup>(command: Command<G>): AnyCommand {
  return command as unknown as AnyCommand
}
