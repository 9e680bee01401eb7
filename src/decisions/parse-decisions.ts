import * as z from 'zod'
import { UserError } from '../errors/user-error.js'
import { ANY_QUADRANT, EVERYONE } from '../text/everyone.js'
import { nearest } from '../text/nearest.js'
import { parseYaml } from '../text/parse-yaml.js'
import { DECISIONS, type Decision } from './decision.js'

type Problem = { line: number; text: string }

/** One line of a document, without what would break it. */
const line = (expected: string) =>
  z
    .string(expected)
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .refine((text) => text !== '', expected)

const name = line('expected the id or title of a theme')
const words = line('expected the words of a note')
const title = line('expected a title').refine((text) => text.length <= 200, 'expected at most 200 characters')
const summary = line('expected one or two sentences').refine(
  (text) => text.length <= 2_000,
  'expected at most 2,000 characters',
)
const where = {
  persona: line('expected a persona').default(EVERYONE),
  quadrant: line('expected a quadrant').default(ANY_QUADRANT),
}

/** What a decision may be, by the key that says which. */
const FORMS = {
  theme: z
    .strictObject({ ...where, theme: name, title: title.optional(), summary: summary.optional() })
    .refine(
      (given) => given.title !== undefined || given.summary !== undefined,
      'expected a title or a summary',
    ),
  note: z.strictObject({ ...where, note: words, to: name.nullable() }),
  merge: z.strictObject({
    ...where,
    merge: z.array(name, 'expected a list of themes').min(2, 'expected at least two themes'),
    title: title.optional(),
    summary: summary.optional(),
  }),
  new: z.strictObject({
    ...where,
    new: title,
    notes: z.array(words, 'expected a list of notes').min(1, 'expected at least one note'),
    summary: summary.optional(),
  }),
} satisfies Record<string, z.ZodType<Decision>>

const KINDS = Object.keys(FORMS) as (keyof typeof FORMS)[]
const KEYS = ['persona', 'quadrant', 'theme', 'title', 'summary', 'note', 'to', 'merge', 'new', 'notes']

/** Text of a file of decisions → the decisions in their order. Throws UserError `decisions-invalid` with every problem and its line. */
export function parseDecisions(text: string, file: string): Decision[] {
  const { value, problems, lineOf } = parseYaml(text)
  const refuse = (found: readonly Problem[]): never => {
    throw new UserError('decisions-invalid', { file, problems: found })
  }
  if (problems.length > 0) return refuse(problems)
  if (!isRecord(value) || !Array.isArray(value.decisions ?? []))
    return refuse([{ line: 1, text: `expected "schema: ${DECISIONS}" and a list of "decisions"` }])
  const strange = Object.keys(value).filter((key) => key !== 'schema' && key !== 'decisions')
  const found: Problem[] = [
    ...(value.schema === DECISIONS
      ? []
      : [{ line: lineOf(['schema']), text: `expected "schema: ${DECISIONS}"` }]),
    ...strange.map((key) => ({ line: lineOf([key]), text: unknownKey(key, ['schema', 'decisions']) })),
  ]
  const decisions: Decision[] = []
  for (const [index, given] of ((value.decisions ?? []) as unknown[]).entries()) {
    const checked = checkDecision(given)
    if (checked.ok) decisions.push(checked.decision)
    else
      found.push(
        ...checked.problems.map(({ path, text }) => ({ line: lineOf(['decisions', index, ...path]), text })),
      )
  }
  return found.length > 0 ? refuse(found) : decisions
}

type CheckedDecision =
  | { ok: true; decision: Decision }
  | { ok: false; problems: { path: PropertyKey[]; text: string }[] }

/** Anything → a decision, or what is wrong with it and where. */
export function checkDecision(given: unknown): CheckedDecision {
  const kinds = isRecord(given) ? KINDS.filter((kind) => Object.hasOwn(given, kind)) : []
  const [kind] = kinds
  if (kind === undefined || kinds.length > 1)
    return { ok: false, problems: [{ path: [], text: `expected one of ${KINDS.join(', ')} in a decision` }] }
  const checked = FORMS[kind].safeParse(given)
  if (checked.success) return { ok: true, decision: checked.data }
  const problems = checked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], text: unknownKey(key, KEYS) }))
      : [{ path: issue.path, text: [...issue.path, issue.message].join(': ') }],
  )
  return { ok: false, problems }
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  const isElsewhere = known.includes(key)
  if (isElsewhere) return `the key "${key}" belongs to another kind of decision`
  return `there is no key "${key}"${meant ? `; did you mean "${meant}"?` : ''}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
