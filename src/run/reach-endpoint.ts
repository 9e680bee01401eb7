import { UserError } from '../errors/user-error.js'
import type { SettingsOf } from '../settings/option-values.js'
import { isLoopback } from '../text/loopback.js'
import type { World } from '../world/world.js'

/** Where an endpoint is, and who may use it. */
export type Reach = {
  baseUrl: string
  host: string
  isLocal: boolean
  apiKey: string | undefined
  deadline: number
}

/** The endpoint that settings name. Throws UserError `host-not-loopback`, `key-invalid` or `key-missing`. */
export async function reachEndpoint(settings: SettingsOf<'endpoint'>, world: World): Promise<Reach> {
  const { baseUrl, offline, timeout } = settings
  const { host } = new URL(baseUrl)
  const isLocal = isLoopback(baseUrl)
  if (offline && !isLocal) throw new UserError('host-not-loopback', { host })
  const apiKey = await loadKey(settings, world)
  if (apiKey && /[^\x21-\x7E]/.test(apiKey))
    throw new UserError('key-invalid', { from: settings.apiKeyFile ?? 'OPENAI_API_KEY' })
  if (!apiKey && !isLocal) throw new UserError('key-missing', { host })
  return { baseUrl, host, isLocal, apiKey, deadline: timeout * 1_000 }
}

async function loadKey(
  { apiKeyFile, isAddressFound }: SettingsOf<'endpoint'>,
  { files, environment }: World,
): Promise<string | undefined> {
  if (apiKeyFile === undefined && isAddressFound) return undefined // an address that nobody gave gets nobody's key
  if (apiKeyFile === undefined) return environment.OPENAI_API_KEY?.trim() || undefined
  return new TextDecoder().decode(await files.read(apiKeyFile)).trim() || undefined
}
