import type { Command } from 'commander'
import { optionRows } from '../settings/options.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { AnyCommand } from './common/command.js'

/** Commander gives `--no-redact` a value even where nobody gave the flag; what nobody gave is left to other layers. */
export function loadedFlags(command: Command): Flags {
  const given = Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) === 'cli')
  return Object.fromEntries(given)
}

/**
 * Flags → those that are settings, and those of the command alone: one that is called as an option which the command does not take,
 * and `--no-model` of one that has it, which is no name of a model.
 */
export function divideFlags(
  flags: Flags,
  { flags: own = [], takes }: AnyCommand,
): { settings: Flags; own: Flags } {
  const names = own.map(([name]) => nameOfFlag(name))
  const isTaken = (key: string): boolean => {
    const option = optionRows.find(([name]) => name === key)?.[1]
    return option !== undefined && takes.includes(option.group)
  }
  const isOwn = ([key, value]: [string, unknown]): boolean =>
    names.includes(key) && (!isTaken(key) || value === false)
  const entries = Object.entries(flags)
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isOwn(entry))),
    own: Object.fromEntries(entries.filter((entry) => isOwn(entry) || entry[0] === 'config')),
  }
}

/** "--dry-run" → "dryRun", "--no-model" → "model": what commander calls it. */
function nameOfFlag(flags: string): string {
  const long = /--(?:no-)?([a-z-]+)/.exec(flags)?.[1] ?? flags
  return long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
