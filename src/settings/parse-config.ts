import type { z } from 'zod'
import { UserError } from '../errors.js'
import { nearest } from '../nearest.js'
import { parseYaml } from '../parse-yaml.js'
import { CHECK_KEYS, configSchemas, MAP_KEYS, PRICE_KEYS, QUADRANT_KEYS } from './config-schema.js'
import type { ConfigValues } from './option-values.js'

type Problem = { line: number; text: string }
type LineOf = (path: readonly PropertyKey[]) => number

const KEYS = Object.keys(configSchemas)

/**
 * Text of sixthemes.yaml → its values. Throws UserError `config-invalid` with every problem and its line:
 * broken YAML, unknown keys (with the nearest known one) and values of the wrong type.
 */
export function parseConfig(text: string, file: string): ConfigValues {
  const { value, problems, lineOf } = parseYaml(text)
  if (problems.length > 0) throw new UserError('config-invalid', { file, problems })
  const content = value ?? {}
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new UserError('config-invalid', {
      file,
      problems: [{ line: 1, text: 'expected keys with values' }],
    })
  }

  const values: Record<string, unknown> = {}
  for (const [key, given] of Object.entries(content)) {
    if (!Object.hasOwn(configSchemas, key)) {
      problems.push({ line: lineOf([key]), text: unknownKey(key, KEYS) })
      continue
    }
    if (given === null) continue // a key whose value is still to be filled in
    const checked = (configSchemas[key as keyof typeof configSchemas] as z.ZodType).safeParse(given)
    if (checked.success) values[key] = checked.data
    else problems.push(...checked.error.issues.flatMap((issue) => problemsOf(issue, key, lineOf)))
  }
  if (problems.length > 0) throw new UserError('config-invalid', { file, problems })
  return values as ConfigValues
}

function problemsOf(issue: z.core.$ZodIssue, key: string, lineOf: LineOf): Problem[] {
  const path = [key, ...issue.path]
  if (issue.code !== 'unrecognized_keys') {
    return [{ line: lineOf(path), text: `${path.join('.')}: ${issue.message}` }]
  }
  const known = path.includes('quadrants') ? QUADRANT_KEYS : (KEYS_OF[key] ?? MAP_KEYS)
  return issue.keys.map((name) => ({ line: lineOf([...path, name]), text: unknownKey(name, known) }))
}

const KEYS_OF: Readonly<Record<string, readonly string[]>> = { prices: PRICE_KEYS, checks: CHECK_KEYS }

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  return `there is no key "${key}"${meant ? `; did you mean "${meant}"?` : ''}`
}
