import type { SettingsOf } from '../../settings/option-values.js'
import type { ProgressStyle } from '../../world/progress.js'
import type { World } from '../../world/world.js'

/** How progress is shown: a spinner on a terminal, lines elsewhere, nothing where the user wants quiet. */
export function progressStyle(
  { quiet }: Pick<SettingsOf<'progress'>, 'quiet'>,
  { stderr, environment }: World,
): ProgressStyle {
  if (quiet) return 'quiet'
  const canSpin = stderr.isTerminal && stderr.columns && !environment.CI && environment.TERM !== 'dumb'
  return canSpin ? 'spinner' : 'lines'
}
