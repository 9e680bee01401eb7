import { dirname } from 'node:path'
import { UserError } from '../errors/user-error.js'
import type { World } from '../world/world.js'
import type { OptionGroup } from './options.js'
import { parseConfig } from './parse-config.js'
import { type Config, type Flags, type Resolved, resolveSettings, type Taker } from './resolve-settings.js'

export const CONFIG_FILE = 'sixthemes.yaml'

/** No settings are as long, and what is takes minutes to be checked. */
const LARGEST_CONFIG = 100_000

/**
 * Settings of a command from its flags, the environment and the configuration file: --config's, or sixthemes.yaml where
 * there is one. Throws as `parseConfig` and `resolveSettings` do, and UserError `config-not-trusted` where a file that
 * was found leads out of its folder by a link. A command that writes the file does not read it.
 */
export async function loadSettings<G extends OptionGroup>(
  taker: Taker<G>,
  flags: Flags,
  world: World,
  writesConfig = false,
): Promise<Resolved<G>> {
  const config = writesConfig ? undefined : await loadConfig(flags.config, world)
  const resolved = resolveSettings(taker, flags, world.environment, config)
  for (const { key, path } of resolved.foundPaths) {
    if (!config || path === '-' || (await world.files.isWithin(path, dirname(config.file)))) continue
    const { file, lines } = config
    const cause = `${path} leads out of the folder that it is in`
    throw new UserError('config-not-trusted', { file, line: lines[key] ?? 1, key, cause })
  }
  return resolved
}

const chosenConfig = (named: unknown, environment: World['environment']): string | undefined =>
  typeof named === 'string' ? named : environment.SIXTHEMES_CONFIG || undefined

/** The file of settings that a command reads, if there is one: --config's, the variable's or the usual one. */
export const configFile = (
  { config }: Readonly<Record<string, unknown>>,
  { environment }: Pick<World, 'environment'>,
): string => chosenConfig(config, environment) ?? CONFIG_FILE

async function loadConfig(named: unknown, { files, environment }: World): Promise<Config | undefined> {
  const chosen = chosenConfig(named, environment)
  const file = chosen ?? CONFIG_FILE
  if (!(await files.exists(file))) {
    if (chosen) throw new UserError('config-missing', { file })
    return undefined
  }
  if (!chosen && !(await files.isAtRest(file))) {
    const cause = 'it is a pipe or a device'
    throw new UserError('config-not-trusted', { file, line: 1, key: CONFIG_FILE, cause })
  }
  const bytes = await files.read(file)
  if (bytes.length > LARGEST_CONFIG)
    throw new UserError('config-invalid', {
      file,
      problems: [{ line: 1, text: `it is larger than ${LARGEST_CONFIG} bytes` }],
    })
  const text = new TextDecoder().decode(bytes)
  return { file, isNamed: chosen !== undefined, ...parseConfig(text, file) }
}
