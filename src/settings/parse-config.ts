import type { z } from 'zod'
import { UserError } from '../errors/user-error.js'
import { nearest } from '../text/nearest.js'
import { parseYaml } from '../text/parse-yaml.js'
import { configSchemas, KEYS_OF } from './config-schema.js'
import type { ConfigValues } from './option-values.js'

type Problem = { line: number; text: string }
type LineOf = (path: readonly PropertyKey[]) => number

/** What a configuration file says, and on which line, from 1, each key stands. */
export type ParsedConfig = { values: ConfigValues; lines: Readonly<Record<string, number>> }

/**
 * Text of sixthemes.yaml → its values. Throws UserError `config-invalid` with every problem and its line:
 * broken YAML, unknown keys (with the nearest known one) and values of the wrong type.
 */
export function parseConfig(text: string, file: string): ParsedConfig {
  const { value, problems, lineOf } = parseYaml(text)
  if (problems.length > 0) throw new UserError('config-invalid', { file, problems })
  const content = value ?? {}
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new UserError('config-invalid', {
      file,
      problems: [{ line: 1, text: 'expected keys with values' }],
    })
  }

  const given = Object.entries(content).filter(([, value]) => value !== null) // a key still to be filled in
  const { values, problems: found } = checkValues(given, lineOf)
  const unknown = Object.keys(content).filter((key) => !Object.hasOwn(configSchemas, key))
  const all = [
    ...unknown.map((key) => ({ line: lineOf([key]), text: unknownKey(key, Object.keys(configSchemas)) })),
    ...found,
  ]
  if (all.length > 0) throw new UserError('config-invalid', { file, problems: all })
  return { values, lines: Object.fromEntries(Object.keys(content).map((key) => [key, lineOf([key])])) }
}

/** Values by key → the same checked; keys that no option has are passed over. */
export function checkValues(
  given: readonly (readonly [string, unknown])[],
  lineOf: LineOf,
): { values: ConfigValues; problems: Problem[] } {
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [key, value] of given) {
    const checked = Object.hasOwn(configSchemas, key) && configSchemas[key]?.safeParse(value)
    if (!checked) continue
    if (checked.success) values[key] = checked.data
    else problems.push(...checked.error.issues.flatMap((issue) => problemsOf(issue, key, lineOf)))
  }
  return { values: values as ConfigValues, problems }
}

function problemsOf(issue: z.core.$ZodIssue, key: string, lineOf: LineOf): Problem[] {
  const path = [key, ...issue.path]
  if (issue.code !== 'unrecognized_keys') {
    return [{ line: lineOf(path), text: `${path.join('.')}: ${issue.message}` }]
  }
  const known = KEYS_OF[path.includes('quadrants') ? 'quadrants' : key] ?? []
  return issue.keys.map((name) => ({ line: lineOf([...path, name]), text: unknownKey(name, known) }))
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  return `there is no key "${key}"${meant ? `; did you mean "${meant}"?` : ''}`
}
