import { createRedaction, noRedaction, type Redaction } from '../prompts/redact.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'

/**
 * What replaces personal data before it is sent, as the user wants it. The list of names is read once in a run, for it may
 * come from a pipe.
 */
export async function loadRedaction(
  { redact, redactNames }: SettingsOf<'redaction'>,
  { files }: World,
): Promise<Redaction> {
  const names = redactNames === undefined ? [] : parseNames(await files.read(redactNames))
  return redact ? createRedaction(names) : noRedaction
}

/** Names, one a line. */
function parseNames(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
