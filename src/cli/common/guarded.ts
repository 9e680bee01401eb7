import { guardCommands, guardJson } from '../../text/guard-commands.js'
import type { World } from '../../world/world.js'

/** Whether a CI runner reads what is printed for commands. */
export const isRunner = ({ GITHUB_ACTIONS, TF_BUILD }: World['environment']): boolean =>
  Boolean(GITHUB_ACTIONS || TF_BUILD)

/**
 * In a CI runner standard output is read for commands, and a note must not give any. Where it goes elsewhere the document
 * stays as it is, byte for byte.
 */
export function guarded(text: string, environment: World['environment']): string {
  if (!isRunner(environment)) return text
  return /^[{[]/.test(text) ? guardJson(text) : guardCommands(text)
}
