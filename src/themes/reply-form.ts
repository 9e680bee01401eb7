import * as z from 'zod'
import type { JsonSchema } from '../model/request.js'

/*
 * Each reply has one form, from which two things are made: the schema that goes with the request, in the
 * subset that every endpoint takes (no limits, nothing optional, nothing extra), and the check of what
 * comes back. Limits that depend on the group are checked where the group is known.
 */

const themesForm = z.strictObject({
  themes: z.array(z.strictObject({ title: z.string(), summary: z.string(), notes: z.array(z.int()) })),
  unplaced: z.array(z.int()),
})

const continuedForm = z.strictObject({
  themes: z.array(
    z.strictObject({
      title: z.string(),
      summary: z.string(),
      continues: z.int().nullable(),
      notes: z.array(z.int()),
    }),
  ),
  unplaced: z.array(z.int()),
})

const placementsForm = z.strictObject({
  placements: z.array(z.strictObject({ note: z.int(), theme: z.int().nullable() })),
})

const mergeForm = z.strictObject({
  themes: z.array(z.strictObject({ title: z.string(), summary: z.string(), themes: z.array(z.int()) })),
})

const mendedForm = z.strictObject({
  themes: z.array(z.strictObject({ theme: z.int(), title: z.string(), summary: z.string() })),
})

const matchesForm = z.strictObject({
  matches: z.array(z.strictObject({ before: z.int(), after: z.int() })),
})

const statements = z.array(z.strictObject({ text: z.string(), themes: z.array(z.int()) }))

const overviewForm = z.strictObject({
  personas: z.array(z.strictObject({ persona: z.int(), statements })),
  quadrants: z.array(z.strictObject({ quadrant: z.int(), shared: statements, apart: statements })),
})

export type OverviewReply = z.infer<typeof overviewForm>
export type ThemesReply = z.infer<typeof themesForm>
export type ContinuedReply = z.infer<typeof continuedForm>

export const themesReply = { name: 'themes', schema: toWireSchema(themesForm) }
export const continuedReply = { name: 'continued', schema: toWireSchema(continuedForm) }
export const placementsReply = { name: 'placements', schema: toWireSchema(placementsForm) }
export const mergeReply = { name: 'merge', schema: toWireSchema(mergeForm) }
export const matchesReply = { name: 'matches', schema: toWireSchema(matchesForm) }
export const overviewReply = { name: 'overview', schema: toWireSchema(overviewForm) }
export const mendedReply = { name: 'mended', schema: toWireSchema(mendedForm) }

/** A reply's JSON value → what it says, or what is wrong with it, worded for the model. */
export const parseThemesReply = parserOf(themesForm)
export const parseContinuedReply = parserOf(continuedForm)
export const parsePlacementsReply = parserOf(placementsForm)
export const parseMergeReply = parserOf(mergeForm)
export const parseMatchesReply = parserOf(matchesForm)
export const parseOverviewReply = parserOf(overviewForm)
export const parseMendedReply = parserOf(mendedForm)

type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string }

function parserOf<T>(form: z.ZodType<T>): (value: unknown) => Parsed<T> {
  return (value) => {
    const parsed = form.safeParse(value)
    if (parsed.success) return { ok: true, value: parsed.data }
    const places = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the top'))]
    return { ok: false, problem: `it does not fit the schema at ${places.slice(0, 5).join(', ')}.` }
  }
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
