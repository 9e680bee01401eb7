import { keepWithin } from '../model/budget.js'
import type { Ending } from '../model/ending.js'
import { createGate } from '../model/gate.js'
import type { Model } from '../model/model.js'
import { persistWith } from '../model/persist.js'
import type { Purpose } from '../model/recordings.js'
import type { Request } from '../model/request.js'
import type { FormVariables } from '../prompts/helping-kinds.js'
import type { Prompt } from '../prompts/prompt.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import type { Progress } from '../world/progress.js'
import type { World } from '../world/world.js'
import { reachEndpoint } from './reach-endpoint.js'

/** Most requests at a time where the user names no number. */
export const USUAL_CONCURRENCY = 4

/** What the model is asked with. */
export type ModelSettings = SettingsOf<'endpoint' | 'asking' | 'structure' | 'limits' | 'model'> &
  Partial<SettingsOf<'pace'>> &
  Pick<FileValues, 'prices'> & {
    /** Told of each request without a recording, where only recordings may answer. */
    missing?: ((request: Request, purpose: Purpose) => void) | undefined
    /** Whether reaching a limit ends the command, where part of an answer is of no use. */
    endsAtLimit?: boolean
  }

/**
 * The model that settings name, asked persistently, not too much at a time and no more than the user allows.
 * Its host is named before the first request. Throws UserError `host-not-loopback` or `key-missing`.
 */
export async function openModel(
  settings: ModelSettings,
  form: Prompt<FormVariables>,
  world: World,
  progress: Progress,
  ending: Ending,
): Promise<Model> {
  const { structured, concurrency = USUAL_CONCURRENCY, prices } = settings
  const { baseUrl, host, isLocal, apiKey, deadline } = await reachEndpoint(settings, world)
  progress.say(`Asking ${settings.model} at ${host}`)

  const endpoint = await world.openModel({
    ...{ baseUrl, apiKey, deadline, structured },
    describeForm: (schema) =>
      form
        .render({ schema })
        .map(({ content }) => content)
        .join('\n'),
    log: progress.warn,
  })
  const gate = createGate(concurrency, isLocal ? firstAtLoopback(settings) : USUAL_CONCURRENCY, world.clock)
  const limits = {
    requests: settings.maxRequests,
    inputTokens: settings.maxInputTokens,
    cost: settings.maxCost,
  }
  return keepWithin(
    persistWith(endpoint, gate, world.clock, ending, progress.say),
    limits,
    prices,
    progress.warn,
  )
}

/** A model on this machine most often answers one request after the other, unless the user knows better. */
function firstAtLoopback({ concurrency }: ModelSettings): number {
  return concurrency ?? 1
}
