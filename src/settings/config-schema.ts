import * as z from 'zod'
import type { Prices } from '../model/budget.js'
import { DELIMITERS } from '../text/delimiter.js'
import type { CheckValues, FileValues, MapValues } from './option-values.js'
import { type OptionKey, optionRows, type ValueForm } from './options.js'

const text = z.string('expected a text').min(1, 'expected a text that is not empty')
const flag = z.boolean('expected true or false')
const amount = z.number('expected an amount').min(0, 'expected an amount')
const share = z
  .number('expected a share from 0 to 1')
  .min(0, 'expected a share from 0 to 1')
  .max(1, 'expected a share from 0 to 1')

/** A column by header, or by number from 1, which YAML reads as a number. */
const column = z.union([text, z.int().min(1)], 'expected a column header or number')

/** One of them, or a list, is a list. */
const listOf = (one: z.ZodType, expected: string) =>
  z.union([one, z.array(one)], expected).transform((given) => [given].flat())

const NAMES = Object.keys(DELIMITERS)
const delimiter = z
  .enum([...NAMES, ...Object.values(DELIMITERS)], `expected one of ${NAMES.join(', ')}`)
  .transform((name) => DELIMITERS[name as keyof typeof DELIMITERS] ?? name)

/** The form of a value → what checks it, for flags, environment and configuration file alike. */
function schemaOf(form: ValueForm): z.ZodType {
  switch (form.kind) {
    case 'switch':
      return flag
    case 'amount':
      return amount
    case 'share':
      return share
    case 'column':
      return column
    case 'columns':
      return listOf(column, 'expected a column or a list of columns')
    case 'paths':
      return listOf(text, 'expected a file or a list of files')
    case 'texts':
      return listOf(text, 'expected a text or a list of texts')
    case 'delimiter':
      return delimiter
    case 'choice':
      return z.enum(form.choices, `expected one of ${form.choices.join(', ')}`)
    case 'whole': {
      const expected = `expected a whole number from ${form.least} to ${form.most}`
      return z.int(expected).min(form.least, expected).max(form.most, expected)
    }
    default:
      return text
  }
}

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
    journey: z.boolean('expected true or false').optional(),
    persona: question.optional(),
    quadrants: z.array(quadrant, 'expected a list of quadrants').min(1, 'expected at least one quadrant'),
  },
  'expected a map with quadrants',
)

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
    batch: share.optional(),
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
  .record(z.string(), z.json('expected fields of the request body'), 'expected fields of the request body')
  .refine((fields) => !Object.keys(fields).some((name) => RESERVED.includes(name)), {
    message: `expected no field that the program sets itself (${RESERVED.join(', ')})`,
  })

/** One validator per option. */
export const optionSchemas = Object.fromEntries(
  optionRows.map(([key, { value, help }]) => [key, schemaOf(value).describe(help)]),
) as Record<OptionKey, z.ZodType>

/** What only sixthemes.yaml can say. */
export const fileSchemas = {
  maps: z
    .record(text, map, 'expected maps by name')
    .describe('maps of your own, by name') satisfies z.ZodType<MapValues>,
  parameters: parameters.describe('fields of the request body that are passed on, e.g. temperature'),
  prices: prices.describe('what tokens cost, per million') satisfies z.ZodType<Prices>,
  checks: checks.describe('shares from which on checks find something') satisfies z.ZodType<CheckValues>,
} satisfies Record<keyof FileValues, z.ZodType>

/** Everything sixthemes.yaml may say. */
export const configSchemas: Readonly<Record<string, z.ZodType>> = { ...optionSchemas, ...fileSchemas }

/** Keys of the tables within sixthemes.yaml, for messages. */
export const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  prices: Object.keys(prices.shape),
  checks: Object.keys(checks.shape),
  maps: Object.keys(map.shape),
  quadrants: Object.keys(quadrant.shape),
}

/** JSON Schema of sixthemes.yaml, for editors; it ships with the package. */
export function configJsonSchema(): object {
  const schema = z.object(
    Object.fromEntries(Object.entries(configSchemas).map(([key, value]) => [key, value.nullish()])),
  )
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any', // a date of YAML is a text in JSON
    override: ({ jsonSchema, path }) => {
      if (path.length === 0) jsonSchema.additionalProperties = false
    },
  })
}
