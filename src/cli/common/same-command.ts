import type { Settings } from '../../settings/option-values.js'
import { blamed, type Resolved } from '../../settings/resolve-settings.js'

/** What goes on from what was recorded: the same command, but for what would ask all of it anew. */
export function sameCommand({
  settings,
  origins,
}: {
  settings: Partial<Settings>
  origins: Resolved['origins']
}): string {
  return settings.fresh ? `the same command without ${blamed('fresh', origins)}` : 'the same command'
}
