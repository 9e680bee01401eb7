import { type Ask, createAsk } from '../model/ask.js'
import type { Recordings } from '../model/recordings.js'
import type { Usage } from '../model/request.js'
import type { Progress } from '../progress.js'
import type { Prompt } from '../prompts/prompt.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'
import { openModel } from './open-model.js'

/** The door to recordings and the model, and what each reply took that was asked for now. */
export type Asking = { ask: Ask; made: Usage[] }

/**
 * Opens the door; the model behind it is opened when a reply is missing, and never where only recordings may answer. The
 * user's limits on requests, tokens and cost count for all that is asked through one door.
 */
export function openAsking(
  recordings: Recordings,
  form: Prompt<'form'>,
  settings: Settings,
  world: World,
  progress: Progress,
): Asking {
  const open = async () => {
    await recordings.prepare()
    return openModel(settings, form, world, progress)
  }
  const made: Usage[] = []
  const ask = createAsk({
    recordings,
    openModel: settings.replay ? undefined : open,
    fresh: settings.fresh,
    signal: world.signal,
    count: (usage) => made.push(usage),
    warn: progress.warn,
  })
  return { ask, made }
}
