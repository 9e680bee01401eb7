import { type Ask, createAsk } from '../model/ask.js'
import type { Ending } from '../model/ending.js'
import type { Model } from '../model/model.js'
import { createRecordings, type Recordings } from '../model/recordings.js'
import type { Usage } from '../model/request.js'
import type { FormVariables } from '../prompts/helping-kinds.js'
import type { Prompt } from '../prompts/prompt.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { Progress } from '../world/progress.js'
import type { World } from '../world/world.js'
import { type ModelSettings, openModel } from './open-model.js'

/** The door to recordings and the model: one a command, so that its limits bind all that is asked. */
export type Door = {
  /** Asks with the recordings of a folder. */
  askWith(recordings: Recordings): Ask
  /** What each reply took that was asked for now, used or not. */
  made: readonly Usage[]
  /** What ended the asking, once something has. */
  ending: Readonly<Ending>
}

/**
 * Opens the door; the model behind it is opened when a reply is missing, and never where only recordings may answer. The
 * user's limits on requests, tokens and cost count for all that is asked through it.
 */
export function openDoor(
  form: Prompt<FormVariables>,
  settings: ModelSettings,
  world: World,
  progress: Progress,
): Door {
  let model: Promise<Model> | undefined
  const made: Usage[] = []
  const ending: Ending = {}
  const askWith = (recordings: Recordings): Ask =>
    createAsk({
      recordings,
      openModel: settings.replay
        ? undefined
        : async () => {
            await recordings.prepare()
            model ??= openModel(settings, form, world, progress, ending)
            return model
          },
      fresh: settings.fresh,
      signal: world.signal,
      ending,
      missing: settings.missing,
      endsAtLimit: settings.endsAtLimit,
      count: (usage) => made.push(usage),
      warn: progress.warn,
    })
  return { askWith, made, ending }
}

/** The folder of recordings that is named, or the usual one. */
export function openRecordings(
  { recordings }: SettingsOf<'recordings'>,
  { files, cacheFolder }: World,
): Recordings {
  return createRecordings(files.folder(recordings ?? cacheFolder))
}
