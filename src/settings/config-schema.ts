import * as z from 'zod'
import type { OptionKey } from '../options.js'
import type { CheckValues, MapValues, OptionValues, PriceValues } from './option-values.js'

const text = z.string('expected a text').min(1, 'expected a text that is not empty')
const path = text
const flag = z.boolean('expected true or false')

function whole(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`
  return z.int(expected).min(least, expected).max(most, expected)
}

function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, `expected one of ${values.join(', ')}`)
}

/** A column by header, or by number from 1, which YAML reads as a number. */
const column = z.union([text, z.int().min(1)], 'expected a column header or number').transform(String)

const columns = z
  .union([column, z.array(column)], 'expected a column or a list of columns')
  .transform((one) => [one].flat())

const outputs = z
  .union([path, z.array(path)], 'expected a file or a list of files')
  .transform((one) => [one].flat())

const delimiter = z
  .enum(
    ['comma', 'semicolon', 'tab', 'bar', 'none', ',', ';', '\t', '|'],
    'expected one of comma, semicolon, tab, bar, none',
  )
  .transform((name) => DELIMITERS[name as keyof typeof DELIMITERS] ?? (name as ',' | 'none'))

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

const question = text.refine((words) => !/\{(?!a persona\}|persona\})/.test(words), {
  message: 'expected no other placeholder than {a persona} and {persona}',
})

const quadrant = z.strictObject(
  {
    name: text,
    aliases: z.array(text, 'expected a list of headings').optional(),
    match: z.array(text, 'expected a list of words').optional(),
    question: question.optional(),
    lens: text.optional(),
  },
  'expected a quadrant with a name',
)

const map = z.strictObject(
  {
    persona: question.optional(),
    quadrants: z.array(quadrant, 'expected a list of quadrants').min(1, 'expected at least one quadrant'),
  },
  'expected a map with quadrants',
)

const amount = z.number('expected an amount').min(0, 'expected an amount')

const share = z
  .number('expected a share from 0 to 1')
  .min(0, 'expected a share from 0 to 1')
  .max(1, 'expected a share from 0 to 1')

const checks = z.strictObject(
  {
    grounding: share.optional(),
    similarTitles: share.optional(),
    most: share.optional(),
    many: share.optional(),
    few: share.optional(),
  },
  'expected thresholds of checks',
)

const prices = z.strictObject(
  {
    input: amount,
    output: amount,
    currency: text.optional(),
    asOf: z.union([text, z.date()], 'expected the day of these prices').transform(toDay),
  },
  'expected prices per million tokens: input, output, asOf',
)

/** YAML may read 2026-10-01 as a date. */
function toDay(value: string | Date): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value
}

/** What the program says itself cannot be said otherwise. */
const RESERVED = ['model', 'messages', 'response_format', 'stream', 'n', 'tools']

const parameters = z
  .record(z.string(), z.unknown(), 'expected fields of the request body')
  .refine((fields) => !Object.keys(fields).some((name) => RESERVED.includes(name)), {
    message: `expected no field that the program sets itself (${RESERVED.join(', ')})`,
  })

/** One validator per option, for flags, environment and configuration file alike. */
export const optionSchemas = {
  output: outputs,
  format: oneOf(['md', 'json', 'ndjson', 'csv']),
  showNotes: oneOf(['none', 'inline', 'list']),
  title: text,
  export: text,
  note: columns,
  persona: column,
  quadrant: column,
  votes: column,
  delimiter,
  encoding: oneOf(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  headerRows: whole(0, 5),
  map: text,
  themes: whole(1, 20),
  overview: flag,
  previous: path,
  partNotes: whole(3, 10_000),
  partTokens: whole(100, 1e6),
  language: text,
  prompt: text,
  model: text,
  baseUrl: text,
  apiKeyFile: path,
  recordings: path,
  replay: flag,
  fresh: flag,
  dryRun: flag,
  offline: flag,
  redact: flag,
  redactNames: path,
  concurrency: whole(1, 256),
  timeout: whole(1, 3600),
  structured: oneOf(['auto', 'json_schema', 'json_object', 'text']),
  maxRequests: whole(0, 1e9),
  maxInputTokens: whole(0, 1e12),
  maxCost: amount,
  minCoverage: share,
  check: flag,
  github: flag,
  strict: flag,
  quiet: flag,
  verbose: flag,
} satisfies { [K in OptionKey]: z.ZodType<NonNullable<OptionValues[K]>> }

/** Everything sixthemes.yaml may say: the options, and maps of the user's own. */
export const configSchemas = {
  ...optionSchemas,
  maps: z.record(text, map, 'expected maps by name') satisfies z.ZodType<MapValues>,
  parameters,
  prices: prices satisfies z.ZodType<PriceValues>,
  checks: checks satisfies z.ZodType<CheckValues>,
}

export const PRICE_KEYS = Object.keys(prices.shape)
export const CHECK_KEYS = Object.keys(checks.shape)
export const QUADRANT_KEYS = Object.keys(quadrant.shape)
export const MAP_KEYS = Object.keys(map.shape)
