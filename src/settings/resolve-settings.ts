import { dirname, isAbsolute, join, relative } from 'node:path'
import { UserError } from '../errors/user-error.js'
import { isLoopback } from '../text/loopback.js'
import { BASELINE } from './baseline.js'
import { optionSchemas } from './config-schema.js'
import type { FileValues, Settings, SettingsOf } from './option-values.js'
import {
  flagOf,
  OPTIONS,
  type Option,
  type OptionGroup,
  type OptionKey,
  optionRows,
  variableOf,
} from './options.js'
import type { ParsedConfig } from './parse-config.js'

/** Flags as the command line gave them: text, lists of text, or switches. */
export type Flags = Readonly<Record<string, unknown>>

export type Environment = Readonly<Record<string, string | undefined>>

/** A configuration file that was read, and whether the user named it: one that lay about is trusted less. */
export type Config = ParsedConfig & { file: string; isNamed: boolean }

/** Whose settings are resolved: a command's name, and the groups of options that it takes. */
export type Taker<G extends OptionGroup = OptionGroup> = { name: string; takes: readonly G[] }

/** Which layer gave a setting: "flag", "environment (NAME)", "FILE, line N" or "default". */
export type Origin = string

export type Resolved<G extends OptionGroup = OptionGroup> = {
  settings: SettingsOf<G> & FileValues
  origins: Partial<Record<OptionKey, Origin>>
  /** Paths that a file gave which the user did not name, by the key that gave them. */
  foundPaths: readonly { key: OptionKey; path: string }[]
}

/**
 * Flags over environment over sixthemes.yaml over defaults → the settings of a command, and which of them gave what.
 * Options that the command does not take are not looked at. Paths in the configuration file are relative to it.
 * Throws UserError `option-invalid`, `base-url-invalid`, `base-url-with-more`, `config-not-trusted`, `prices-missing`
 * or `options-conflict`.
 */
export function resolveSettings<G extends OptionGroup>(
  taker: Taker<G>,
  flags: Flags,
  environment: Environment,
  config: Config | undefined,
): Resolved<G> {
  const values: Record<string, unknown> = {}
  const origins: Partial<Record<OptionKey, Origin>> = {}
  const foundPaths: { key: OptionKey; path: string }[] = []
  let isAddressFound = false
  for (const [key, option] of optionRows) {
    if (!(taker.takes as readonly OptionGroup[]).includes(option.group)) continue
    const isSaid = option.saidFor === undefined || option.saidFor === taker.name
    const found =
      fromFlags(key, option, flags) ??
      (isSaid ? (fromEnvironment(key, option, environment) ?? fromConfig(key, option, config)) : undefined) ??
      ('default' in option ? { value: option.default, origin: 'default' } : undefined)
    if (!found) continue
    values[key] = found.value
    origins[key] = found.origin
    if (key === 'baseUrl') isAddressFound = found.isFound ?? false
    if (found.isFound && isPath(key, option, found.value))
      for (const path of [found.value].flat()) foundPaths.push({ key, path: String(path) })
  }
  const settings = values as Partial<Settings>
  checkConflicts(settings, origins)
  if (settings.baseUrl !== undefined) checkBaseUrl(settings.baseUrl, blamed('baseUrl', origins))
  const { maps, parameters, prices, checks } = config?.values ?? {}
  if (settings.maxCost !== undefined && !prices) throw new UserError('prices-missing', {})
  return {
    settings: {
      ...values,
      maps,
      parameters,
      prices,
      checks,
      ...(isAddressFound && { isAddressFound }),
    } as SettingsOf<G> & FileValues,
    origins,
    foundPaths,
  }
}

/** A setting as a message names it, where it came from: "--note", "SIXTHEMES_NOTE", "note in sixthemes.yaml, line 5". */
export function blamed(key: OptionKey, origins: Resolved['origins']): string {
  const origin = origins[key] ?? 'default'
  if (origin === 'flag' || origin === 'default') return flagOf(OPTIONS[key])
  return variableIn(origin) ?? `${key} in ${origin}`
}

/** The variable that an origin names, where it is one. */
export const variableIn = (origin: string): string | undefined => /^environment \((.*)\)$/.exec(origin)?.[1]

type Found = { value: unknown; origin: Origin; isFound?: boolean }

function fromFlags(key: OptionKey, option: Option, flags: Flags): Found | undefined {
  const given = flags[key]
  if (given === undefined) return undefined
  return { value: validate(key, option, given, flagOf(option)), origin: 'flag' }
}

function fromEnvironment(key: OptionKey, option: Option, environment: Environment): Found | undefined {
  const names = [variableOf(key), ...(key === 'baseUrl' ? ['OPENAI_BASE_URL'] : [])]
  for (const name of names) {
    const text = environment[name]
    if (text === undefined) continue
    if (key === 'baseUrl' && text.trim() === '')
      throw new UserError('base-url-invalid', { source: name, value: text })
    if (text === '') continue
    return { value: validate(key, option, text, name), origin: `environment (${name})` }
  }
  return undefined
}

function fromConfig(key: OptionKey, option: Option, config: Config | undefined): Found | undefined {
  const value = config?.values[key]
  if (!config || value === undefined) return undefined
  const { file, lines, isNamed } = config
  const origin = `${file}, line ${lines[key] ?? 1}`
  if (key === 'baseUrl' && !isNamed && URL.canParse(String(value)) && !isLoopback(String(value))) {
    const cause = 'it names an endpoint that is not on this machine'
    throw new UserError('config-not-trusted', { file, line: lines[key] ?? 1, key, cause })
  }
  if (!isPath(key, option, value)) return { value, origin, isFound: !isNamed }
  const folder = dirname(file)
  const paths = [value].flat().map((path) => relativeTo(folder, String(path)))
  const outside = paths.find((path) => path !== '-' && !isNamed && isOutside(folder, path))
  if (outside !== undefined) {
    const cause = `it names ${outside}, which is outside the folder that it is in`
    throw new UserError('config-not-trusted', { file, line: lines[key] ?? 1, key, cause })
  }
  return { value: Array.isArray(value) ? paths : paths[0], origin, isFound: !isNamed }
}

function isPath(key: OptionKey, { value: { kind } }: Option, value: unknown): boolean {
  return kind === 'path' || kind === 'paths' || (key === 'prompt' && /[\\/]|\.prompt$/.test(String(value)))
}

const relativeTo = (folder: string, path: string): string =>
  path === '-' || isAbsolute(path) ? path : join(folder, path)

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return isAbsolute(path) || way === '..' || /^\.\.[\\/]/.test(way)
}

/** A flag's or variable's text → its value. */
function validate(key: OptionKey, { value: { kind } }: Option, given: unknown, source: string): unknown {
  const raw = typeof given === 'string' ? convert(given, kind) : given
  const checked = optionSchemas[key].safeParse(raw)
  if (checked.success) return checked.data
  const expected = checked.error.issues[0]?.message ?? 'expected something else'
  throw new UserError('option-invalid', { option: source, value: String(given), expected })
}

const SWITCH: Readonly<Record<string, boolean>> = {
  ...{ true: true, yes: true, on: true, '1': true },
  ...{ false: false, no: false, off: false, '0': false },
}

function convert(text: string, kind: Option['value']['kind']): unknown {
  if (kind === 'whole' || kind === 'amount' || kind === 'share')
    return text.trim() === '' ? text : Number(text)
  if (kind === 'switch') return SWITCH[text.toLowerCase()] ?? text
  if (kind === 'paths') return text.split(',').map((path) => path.trim())
  if (kind === 'texts' || kind === 'columns') return text.split('\n').map((one) => one.trim()) // a question may hold commas
  return text
}

/** Options that exclude each other, and what only a language model can do. */
function checkConflicts(settings: Partial<Settings>, origins: Resolved['origins']): void {
  const { replay, fresh, model, previous, overview } = settings
  const refuse = (keys: OptionKey[], cause: string): never => {
    const options = keys.map((key) => `${blamed(key, origins)}${key === 'model' ? ` ${BASELINE}` : ''}`)
    throw new UserError('options-conflict', { options, cause })
  }
  if (replay && fresh) refuse(['replay', 'fresh'], 'the one asks nothing, the other everything')
  if (model !== BASELINE) return
  const cause = 'wording alone does not tell'
  if (previous !== undefined) refuse(['previous', 'model'], cause)
  if (overview) refuse(['overview', 'model'], cause)
}

function checkBaseUrl(value: string, source: string): void {
  const isEndpoint = URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
  if (isEndpoint) checkNothingSecret(new URL(value), source)
  else throw new UserError('base-url-invalid', { source, value })
}

/** An address is shown and written down, so nothing secret may stand in it; and it is continued, so it has no query. */
function checkNothingSecret({ username, password, search, hash, host }: URL, source: string): void {
  if (username || password || search || hash) throw new UserError('base-url-with-more', { source, host })
}
