import * as z from 'zod'
import type { JsonSchema } from '../model/request.js'
import type { Checked } from '../text/checked.js'
import type { PromptKind } from './prompt.js'

/**
 * A kind of reply, from which everything about it is made: the schema that goes with the request, the check of what
 * comes back, and what a prompt that asks for it may use.
 */
export type ReplyKind<V, T> = PromptKind<V> & {
  /** In the subset that every endpoint takes: no limits, nothing optional, nothing extra. */
  schema: JsonSchema
  /** A reply's JSON value → what it says. Limits that depend on the group are checked where the group is known. */
  parse(value: unknown): Checked<T>
}

/** `replyKind<Variables>()({ name, form, variables, needs })` */
export function replyKind<V>() {
  return <T>({ form, ...kind }: PromptKind<V> & { form: z.ZodType<T> }): ReplyKind<V, T> => ({
    ...kind,
    schema: toWireSchema(form),
    parse: (value) => {
      const parsed = form.safeParse(value)
      if (parsed.success) return { ok: true, value: parsed.data }
      const places = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the top'))]
      return { ok: false, problem: `it does not fit the schema at ${places.slice(0, 5).join(', ')}.` }
    },
  })
}

/** The part of a request that says what reply is wanted. */
export function replyOf({ name, schema }: ReplyKind<never, unknown>): { name: string; schema: JsonSchema } {
  return { name, schema }
}

/** zod writes the limits of a safe integer and its dialect; endpoints may refuse both. */
function toWireSchema(form: z.ZodType): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(form, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum
      delete jsonSchema.maximum
    },
  })
  return schema
}
