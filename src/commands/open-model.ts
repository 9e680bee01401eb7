import { UserError } from '../errors.js'
import { createGate } from '../model/gate.js'
import type { Model } from '../model/model.js'
import { persistWith } from '../model/persist.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Most requests at a time where the user names no number. */
export const USUAL_CONCURRENCY = 4

/**
 * The model that settings name, asked persistently and not too much at a time.
 * Throws UserError `host-not-loopback` or `key-missing`.
 */
export async function openModel(
  settings: Settings,
  world: World,
  log: (text: string) => void,
): Promise<Model> {
  const { baseUrl, offline, timeout, concurrency = USUAL_CONCURRENCY } = settings
  const { hostname, host } = new URL(baseUrl)
  const isLoopback = LOOPBACK.test(hostname)
  if (offline && !isLoopback) throw new UserError('host-not-loopback', { host })
  const apiKey = await loadKey(settings, world)
  if (!apiKey && !isLoopback) throw new UserError('key-missing', { host })
  const endpoint = await world.openModel({ baseUrl, apiKey, deadline: timeout * 1_000, log })
  const gate = createGate(concurrency, firstAtATime(isLoopback, settings), world.clock)
  return persistWith(endpoint, gate, world.clock)
}

/** A model on this machine most often answers one request after the other, unless the user knows better. */
function firstAtATime(isLoopback: boolean, { concurrency }: Settings): number {
  if (!isLoopback) return USUAL_CONCURRENCY
  return concurrency ?? 1
}

async function loadKey({ apiKeyFile }: Settings, { files, environment }: World): Promise<string | undefined> {
  if (apiKeyFile === undefined) return environment.OPENAI_API_KEY?.trim() || undefined
  return new TextDecoder().decode(await files.read(apiKeyFile)).trim() || undefined
}
