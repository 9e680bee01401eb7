import { type Asked, createAskedFolder } from '../batch/asked.js'
import { cutIntoFiles, type FileLimits, requestLines } from '../batch/request-lines.js'
import { createCapabilities } from '../model/capabilities.js'
import { estimateRequest } from '../model/estimate-request.js'
import type { SettingsOf } from '../settings/option-values.js'
import { sum } from '../text/sum.js'
import type { World } from '../world/world.js'
import { loadPrompts } from './load-prompts.js'

export type Round = { texts: string[]; round: number; tokens: number }

/**
 * Requests that are missing → the texts of files that ask them, and which round this is. They are kept beside the recordings, so
 * that an answer, which has only a key, can be recorded; so is how the form of replies is asked for, which a refusal changes.
 */
export async function writeRound(
  missing: readonly Asked[],
  settings: SettingsOf<'structure' | 'prompt' | 'recordings'>,
  limits: FileLimits,
  world: World,
): Promise<Round> {
  const folder = world.files.folder(settings.recordings ?? world.cacheFolder)
  await folder.prepare()
  const asked = createAskedFolder(folder)
  const rounds = await asked.loadRounds()
  const { form } = await loadPrompts(settings.prompt, world)
  const wording = (schema: object): string =>
    form
      .render({ schema })
      .map(({ content }) => content)
      .join('\n')
  const rung = settings.structured === 'auto' ? (rounds.rung ?? 'json_schema') : settings.structured
  const texts = cutIntoFiles(requestLines(missing, createCapabilities(rung, '', wording)), limits)
  for (const one of missing) await asked.save(one)
  await asked.saveRounds({ ...rounds, requests: [...rounds.requests, missing.length] })
  const tokens = sum(missing.map(({ request }) => estimateRequest(request)))
  return { texts, round: rounds.requests.length + 1, tokens }
}
