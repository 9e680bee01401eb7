import type { ProgressStyle } from '../progress.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

/** How progress is shown: a spinner on a terminal, lines elsewhere, nothing where the user wants quiet. */
export function styleFor({ quiet }: Settings, { stderr, environment }: World): ProgressStyle {
  if (quiet) return 'quiet'
  const canSpin = stderr.isTerminal && stderr.columns && !environment.CI && environment.TERM !== 'dumb'
  return canSpin ? 'spinner' : 'lines'
}
