import type { Decision } from '../decisions/decision.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'

/** What people decided, where a file of it is named. Throws UserError `decisions-invalid` with every problem and its line. */
export async function loadDecisions(
  { decisions: file }: Partial<SettingsOf<'decisions'>>,
  { files }: World,
): Promise<Decision[] | undefined> {
  if (file === undefined) return undefined
  const { parseDecisions } = await import('../decisions/parse-decisions.js') // zod is needed for it, and seldom
  return parseDecisions(new TextDecoder().decode(await files.read(file)), file)
}
