import { createRedactor, noRedactor, type Redactor } from '../prompts/redact.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

/** Names that are replaced before sending, one a line. */
export async function loadNames({ redactNames }: Settings, { files }: World): Promise<string[]> {
  if (redactNames === undefined) return []
  const text = new TextDecoder().decode(await files.read(redactNames))
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Makes what replaces personal data before it is sent, as the user wants it: one for each request. */
export async function loadRedaction(settings: Settings, world: World): Promise<() => Redactor> {
  const names = await loadNames(settings, world)
  return () => (settings.redact ? createRedactor(names) : noRedactor)
}
