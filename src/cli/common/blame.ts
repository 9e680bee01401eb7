import type { UserErrorCode } from '../../errors/user-error.js'
import type { OptionKey } from '../../settings/options.js'
import { type Resolved, variableIn } from '../../settings/resolve-settings.js'

/** The settings that a message is about: where one was not typed, it is said where it stands. */
const ABOUT: Partial<Record<UserErrorCode, readonly OptionKey[]>> = {
  'host-not-loopback': ['offline', 'baseUrl'],
  'over-budget': ['maxRequests', 'maxInputTokens', 'maxCost'],
  'limit-reached': ['maxRequests', 'maxInputTokens', 'maxCost'],
  'prices-missing': ['maxCost'],
  'check-needs-files': ['check'],
  'each-needs-name': ['each'],
  'baseline-cannot': ['model', 'overview', 'heartbeat'],
  'given-with-baseline': ['model', 'given'],
  'export-unknown': ['export'],
  'several-notes': ['export', 'note'],
  'map-unknown': ['map'],
  'prompt-unknown': ['prompt'],
  'prompt-wrong-kind': ['prompt'],
  'format-unknown': ['format'],
  'format-cannot': ['format', 'output'],
  'output-format-unknown': ['output'],
  'sheet-unknown': ['sheet'],
  'model-unknown': ['model', 'baseUrl'],
  'endpoint-unreachable': ['baseUrl'],
  'endpoint-refused': ['baseUrl'],
  'file-missing': ['previous', 'given', 'decisions', 'redactNames', 'apiKeyFile', 'prompt'],
  'file-is-folder': ['previous', 'given', 'decisions', 'redactNames', 'apiKeyFile', 'prompt'],
}

/** "(offline is said in sixthemes.yaml, line 3.)", for each setting that the trouble may be about and nobody typed. */
export function placesOf(code: UserErrorCode, origins: Resolved['origins']): string[] {
  return (ABOUT[code] ?? []).flatMap((key) => {
    const origin = origins[key]
    if (origin === undefined || origin === 'flag' || origin === 'default') return []
    const variable = variableIn(origin)
    return [`(${key} is said ${variable === undefined ? `in ${origin}` : `by ${variable}`}.)`]
  })
}
