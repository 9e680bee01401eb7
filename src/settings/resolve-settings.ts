import { dirname, isAbsolute, join } from 'node:path'
import type { z } from 'zod'
import { UserError } from '../errors.js'
import type { EmpathyMap } from '../maps/map.js'
import { PRESETS } from '../maps/presets.js'
import { nearest } from '../nearest.js'
import { flagOf, OPTIONS, type Option, type OptionKey, variableOf } from '../options.js'
import { optionSchemas } from './config-schema.js'
import type { ConfigValues, OptionValues } from './option-values.js'

/** Flags as the command line gave them: text, lists of text, or switches. */
export type Flags = Readonly<Record<string, unknown>>

export type Environment = Readonly<Record<string, string | undefined>>

/** A configuration file that was read. */
export type Config = { file: string; values: ConfigValues }

const DEFAULTS = {
  output: ['-'],
  showNotes: 'inline',
  themes: 6,
  overview: false,
  partNotes: 150,
  partTokens: 8_000,
  prompt: 'six-themes@3',
  baseUrl: 'https://api.openai.com/v1',
  replay: false,
  fresh: false,
  dryRun: false,
  offline: false,
  redact: true,
  timeout: 300,
  structured: 'auto',
  check: false,
  github: false,
  strict: false,
  quiet: false,
  verbose: false,
} satisfies OptionValues

export type Settings = OptionValues &
  Required<Pick<OptionValues, keyof typeof DEFAULTS>> & {
    /** Maps that quadrants are looked up in: the chosen one alone, or all there are. */
    maps: readonly EmpathyMap[]
  } & Pick<ConfigValues, 'parameters' | 'prices' | 'checks'>

/** Which layer gave a setting. */
export type Origin = 'flag' | 'environment' | 'default' | (string & {})

export type Resolved = { settings: Settings; origins: Partial<Record<OptionKey, Origin>> }

/**
 * Flags over environment over sixthemes.yaml over defaults → settings, and which of them gave what.
 * Paths in the configuration file are relative to it.
 * Throws UserError `option-invalid`, `base-url-invalid`, `map-unknown` or `options-conflict`.
 */
export function resolveSettings(
  flags: Flags,
  environment: Environment,
  config: Config | undefined,
): Resolved {
  const values: Record<string, unknown> = {}
  const origins: Partial<Record<OptionKey, Origin>> = {}
  for (const option of OPTIONS) {
    const { key } = option
    const found =
      fromFlags(option, flags) ??
      fromEnvironment(option, environment) ??
      fromConfig(option, config) ??
      fromDefaults(key)
    if (!found) continue
    values[key] = found.value
    origins[key] = found.origin
  }
  const settings = values as Settings
  if (settings.replay && settings.fresh) {
    throw new UserError('options-conflict', {
      options: ['--replay', '--fresh'],
      cause: 'the one asks nothing, the other everything',
    })
  }
  checkBaseline(settings)
  checkBaseUrl(settings.baseUrl, origins.baseUrl ?? 'default')
  const { parameters, prices, checks } = config?.values ?? {}
  if (settings.maxCost !== undefined && !prices) throw new UserError('prices-missing', {})
  const maps = chooseMaps(settings.map, config)
  return { settings: { ...settings, maps, parameters, prices, checks }, origins }
}

type Found = { value: unknown; origin: Origin }

function fromFlags(option: Option & { key: OptionKey }, flags: Flags): Found | undefined {
  const given = flags[option.key]
  if (given === undefined) return undefined
  return { value: validate(option, given, flagOf(option)), origin: 'flag' }
}

function fromEnvironment(option: Option & { key: OptionKey }, environment: Environment): Found | undefined {
  const names = [variableOf(option.key), ...(option.key === 'baseUrl' ? ['OPENAI_BASE_URL'] : [])]
  for (const name of names) {
    const text = environment[name]
    if (text === undefined) continue
    if (option.key === 'baseUrl' && text.trim() === '')
      throw new UserError('base-url-invalid', { source: name, value: text })
    if (text === '') continue
    return { value: validate(option, text, name), origin: `environment (${name})` }
  }
  return undefined
}

function fromConfig(
  { key, kind }: Option & { key: OptionKey },
  config: Config | undefined,
): Found | undefined {
  const value = config?.values[key]
  if (!config || value === undefined) return undefined
  const isPath =
    kind === 'path' || kind === 'paths' || (key === 'prompt' && /[\\/]|\.prompt$/.test(String(value)))
  const relative = (path: unknown): unknown =>
    path === '-' || isAbsolute(String(path)) ? path : join(dirname(config.file), String(path))
  if (!isPath) return { value, origin: config.file }
  return { value: Array.isArray(value) ? value.map(relative) : relative(value), origin: config.file }
}

function fromDefaults(key: OptionKey): Found | undefined {
  return key in DEFAULTS ? { value: DEFAULTS[key as keyof typeof DEFAULTS], origin: 'default' } : undefined
}

/** A flag's or variable's text → its value. */
function validate({ key, kind }: Option & { key: OptionKey }, given: unknown, source: string): unknown {
  const raw = typeof given === 'string' ? convert(given, kind) : given
  const checked = (optionSchemas[key] as z.ZodType).safeParse(raw)
  if (checked.success) return checked.data
  const expected = checked.error.issues[0]?.message ?? 'expected something else'
  throw new UserError('option-invalid', { option: source, value: String(given), expected })
}

function convert(text: string, kind: Option['kind']): unknown {
  if (kind === 'number') return text.trim() === '' ? text : Number(text)
  if (kind === 'switch')
    return ({ true: true, '1': true, false: false, '0': false } as Record<string, boolean>)[text] ?? text
  if (kind === 'paths') return text.split(',').map((path) => path.trim())
  if (kind === 'texts') return text.split('\n').map((one) => one.trim()) // a question may hold commas
  return text
}

/** What only a language model can do. */
function checkBaseline({ model, previous, overview }: Settings): void {
  if (model !== 'baseline') return
  const cause = 'wording alone does not tell'
  if (previous !== undefined)
    throw new UserError('options-conflict', { options: ['--previous', '--model baseline'], cause })
  if (overview)
    throw new UserError('options-conflict', { options: ['--overview', '--model baseline'], cause })
}

function checkBaseUrl(value: string, source: string): void {
  const isEndpoint = URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
  if (isEndpoint) checkNothingSecret(new URL(value), source)
  else throw new UserError('base-url-invalid', { source: `--base-url (${source})`, value })
}

/** An address is shown and written down, so nothing secret may stand in it; and it is continued, so it has no query. */
function checkNothingSecret({ username, password, search, hash, host }: URL, source: string): void {
  if (username || password || search || hash) throw new UserError('base-url-with-more', { source, host })
}

function chooseMaps(name: string | undefined, config: Config | undefined): EmpathyMap[] {
  const own = Object.entries(config?.values.maps ?? {}).map(([name, { persona, quadrants }]) => ({
    name,
    ...(persona !== undefined && { persona }),
    quadrants: quadrants.map(({ name, aliases = [], match, question, lens }) => ({
      name,
      aliases,
      ...(match !== undefined && { match }),
      ...(question !== undefined && { question }),
      ...(lens !== undefined && { lens }),
    })),
  }))
  const all: EmpathyMap[] = [
    ...own,
    ...PRESETS.filter((preset) => !own.some((map) => map.name === preset.name)),
  ]
  if (name === undefined) return all
  const chosen = all.find((map) => map.name === name)
  if (chosen) return [chosen]
  const known = all.map((map) => map.name)
  throw new UserError('map-unknown', {
    map: name,
    known,
    nearest: nearest(name, known),
  })
}
