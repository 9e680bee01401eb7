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
  return <T>({ form, ...kind }: PromptKind<V> & { form: z.ZodType<T> }): ReplyKind<V, T> => {
    let schema: JsonSchema | undefined
    return {
      ...kind,
      get schema() {
        schema ??= toWireSchema(form) // most runs ask for one kind of reply in ten
        return schema
      },
      parse: (value) => {
        const strict = form.safeParse(value)
        const parsed = strict.success ? strict : form.safeParse(mended(value, strict.error.issues))
        if (parsed.success) return { ok: true, value: parsed.data }
        const places = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the top'))]
        return { ok: false, problem: `it does not fit the schema at ${places.slice(0, 5).join(', ')}.` }
      },
    }
  }
}

/** Lists that say nothing where they are left out. */
const MAY_BE_ABSENT = ['unplaced', 'also', 'notes']

/**
 * What small models do although the schema says otherwise, and what is plain all the same: a field too many, a list left out that
 * would be empty, numbers in quotation marks. → the value without it; the original stays as it is.
 */
function mended(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(value)
  for (const issue of issues) {
    const at = issue.path.slice(0, -1).reduce<unknown>((inner, key) => Object(inner)[key], copy)
    const key = issue.path.at(-1)
    if (issue.code === 'unrecognized_keys') {
      const owner = issue.path.reduce<unknown>((inner, step) => Object(inner)[step], copy)
      for (const extra of issue.keys) delete Object(owner)[extra]
    } else if (issue.code === 'invalid_type' && key !== undefined) {
      const said = Object(at)[key]
      if (said === undefined && MAY_BE_ABSENT.includes(String(key))) Object(at)[key] = []
      else if (typeof said === 'string' && /^\s*\d{1,9}\s*$/.test(said)) Object(at)[key] = Number(said)
    }
  }
  return copy
}

/** Of some kinds the one of that name, as a prompt or a request names it. */
export function kindNamed<Kind extends { name: string }>(name: string, kinds: readonly Kind[]): Kind {
  const kind = kinds.find((possible) => possible.name === name)
  if (!kind) throw new Error(`no reply of the kind "${name}" is asked for here`)
  return kind
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
