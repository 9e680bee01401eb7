import { UserError } from '../errors.js'
import { parseConfig } from '../settings/parse-config.js'
import { type Config, type Flags, type Resolved, resolveSettings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

export const CONFIG_FILE = 'sixthemes.yaml'

/** Settings from the flags, the environment and the configuration file: --config's, or sixthemes.yaml where there is one. */
export async function loadSettings(flags: Flags, world: World): Promise<Resolved> {
  return resolveSettings(flags, world.environment, await loadConfig(flags.config, world))
}

async function loadConfig(named: unknown, { files, environment }: World): Promise<Config | undefined> {
  const chosen = typeof named === 'string' ? named : environment.SIXTHEMES_CONFIG || undefined
  const file = chosen ?? CONFIG_FILE
  if (!(await files.exists(file))) {
    if (chosen) throw new UserError('config-missing', { file })
    return undefined
  }
  const text = new TextDecoder().decode(await files.read(file))
  return { file, values: parseConfig(text, file) }
}
