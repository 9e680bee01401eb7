import * as z from 'zod'
import { DROP_REASONS } from '../notes/note.js'
import { FEELINGS } from '../text/feeling.js'
import { CHECKS } from '../themes/checks/finding.js'
import type { Summary } from './summary.js'

const count = z.int().min(0)
const share = z.number().min(0).max(1)

const place = z.strictObject({
  file: count.optional().describe('Index into sources, where there are several'),
  row: z.int().min(1).describe('Record of data, from 1; header rows do not count'),
  column: z.int().min(1).optional().describe('Column, from 1, where several columns hold notes'),
  part: z
    .int()
    .min(1)
    .optional()
    .describe('Which of the notes of one cell, from 1, where a cell holds a list'),
})

const note = z.strictObject({
  id: z.string().describe('Short, unique in the summary, the same for the same files'),
  text: z.string().describe('Copied from the export'),
  votes: count.optional().describe('Votes of all notes with these words; absent where the export has none'),
  feeling: z
    .enum(FEELINGS)
    .optional()
    .describe('How it feels to the persona, where that was asked and answered'),
  also: z
    .array(z.string())
    .optional()
    .describe('Ids of other themes of its group that it touches; it counts in its own only'),
  from: z
    .array(place)
    .min(1)
    .describe('Where it stands; several places where the same words were written again'),
  placedBy: z.literal('person').optional().describe('Present where a person put the note where it is'),
  modelTheme: z.string().nullable().optional().describe('Id of the theme where the model had it, or null'),
})

const before = z.strictObject({ notes: count, of: count })

const theme = z.strictObject({
  id: z.string().min(1).describe('The same as long as the theme goes on, from summary to summary'),
  continues: z
    .string()
    .optional()
    .describe('Id of the theme of last time that it goes on from; absent where it is new'),
  before: before.optional().describe('How many of the notes of its group that theme had'),
  given: z.literal(true).optional().describe('Present where people gave the theme; it may be without notes'),
  title: z.string().min(1),
  titledBy: z.literal('person').optional().describe('Present where a person wrote the title'),
  modelTitle: z.string().optional().describe('The title of the model, where it had one'),
  summary: z.string().describe('Empty where a person made or gave the theme and wrote none'),
  summarizedBy: z.literal('person').optional().describe('Present where a person wrote the summary'),
  modelSummary: z.string().optional(),
  merged: z
    .array(z.strictObject({ id: z.string(), title: z.string() }))
    .optional()
    .describe('Themes that a person put into this one'),
  share: share.describe('Share of the notes of the group, duplicates counted'),
  votes: count.optional(),
  notes: z.array(note).describe('None only where people gave the theme'),
})

const checks = z.strictObject({
  coverage: share.describe('Share of the notes of the group that are in a theme'),
  omitted: count.describe('Notes that the reply left out; they were asked about again'),
  repeated: count.describe('Notes that the reply gave more than once; they were asked about again'),
  unknown: count.describe('Ids in the reply that no note has; they were ignored'),
  unsettled: count.describe(
    'Notes that were asked about again and stayed without an answer; they are unplaced',
  ),
  misquoted: count.describe('Quotations that no note of their theme holds; they lost their quotation marks'),
  grounding: share.describe(
    'Share of the content words of titles and summaries that occur in the notes of their theme, over all themes',
  ),
  findings: z
    .array(
      z.strictObject({
        check: z.enum(CHECKS),
        theme: z.int().min(1).optional().describe('Number of the theme, from 1'),
        other: z.int().min(1).optional().describe('The other theme, where two are too much alike'),
        found: z.string().optional().describe('The words that gave rise to it'),
        share: share.optional().describe('The share that they are held against'),
      }),
    )
    .describe(
      'What was found in the themes and stayed, although it was asked about again where that can help',
    ),
})

const status = z.enum(['complete', 'listed', 'failed'])

const group = z.strictObject({
  persona: z.string(),
  quadrant: z.string(),
  personaQuestion: z.string().optional(),
  question: z.string().optional(),
  status,
  reason: z.string().optional().describe('Why the group failed'),
  themes: z.array(theme).describe('Most notes first'),
  unplaced: z.array(note).describe('Notes in no theme; all notes of a listed or failed group'),
  suggested: z
    .array(z.strictObject({ title: z.string(), summary: z.string(), notes: z.array(z.string()) }))
    .optional()
    .describe('Themes that unplaced notes would make, where people gave the themes; notes by their ids'),
  runs: z
    .strictObject({
      of: z.int().min(1).describe('How many could be used'),
      agreement: z
        .number()
        .min(-1)
        .max(1)
        .describe('Mean adjusted Rand index of the one that was taken with the others'),
      unstable: z.array(z.string()).describe('Ids of notes that another run put elsewhere'),
    })
    .optional()
    .describe('Present where themes were asked for more than once'),
  heartbeat: z
    .strictObject({ pleasant: count, neutral: count, unpleasant: count, unsaid: count })
    .optional()
    .describe('How many notes feel how, duplicates counted, where it was asked'),
  checks: checks.optional().describe('Present where the status is complete'),
  decided: z
    .strictObject({
      moved: count.describe('Notes that people put into another theme than the model'),
      setAside: count.describe('Notes that people took out of a theme'),
      titled: count,
      summarized: count,
      made: count,
      merged: count,
      shareMoved: share.describe('Share of the notes that people moved or set aside'),
      kappa: z.number().min(-1).max(1).describe("Cohen's kappa of the two ways to sort the notes"),
      model: z
        .strictObject({
          status,
          reason: z.string().optional(),
          themes: z.array(
            z.strictObject({
              id: z.string().min(1),
              continues: z.string().optional(),
              before: before.optional(),
              given: z.literal(true).optional(),
              title: z.string(),
              summary: z.string(),
              notes: z.array(z.string()),
            }),
          ),
          checks: checks.optional(),
        })
        .describe('The group as the model left it, with notes by their ids'),
    })
    .optional()
    .describe('What people changed in the group'),
})

const source = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  export: z.string().describe('Kind of export'),
  rows: count.describe('Records of data'),
  notes: count.describe('Cells that are notes, duplicates counted'),
  dropped: z.array(
    z.strictObject({ row: z.int().min(1), column: z.int().min(1).optional(), reason: z.enum(DROP_REASONS) }),
  ),
  warnings: z.array(z.string()).describe('What a reader should know about how the file was read'),
})

const statement = z.strictObject({
  text: z.string().min(1),
  themes: z.array(z.string()).min(1).describe('Ids of the themes it rests on'),
})

const prompt = z.strictObject({ id: z.string(), version: z.int().min(1), sha256: z.string() })

/** The form of a summary; the types of the code and this schema are held together by the compiler. */
export const summarySchema: z.ZodType<Summary> = z
  .strictObject({
    schema: z.literal('sixthemes/summary@1'),
    title: z.string(),
    across: z.literal(true).optional().describe('Present where the files are workshops of their own'),
    sources: z.array(source).min(1),
    prompt: prompt.optional().describe('Absent where no language model was used'),
    notice: z.string().optional().describe('What a reader must know about how the themes came about'),
    model: z.string(),
    hosts: z
      .array(z.string())
      .optional()
      .describe('Who answered: "loopback" for a model on the machine that asked, else names of hosts'),
    language: z.string().optional().describe('Language of its documents ("de"), where it is not English'),
    previous: z
      .strictObject({
        title: z.string(),
        sha256: z.string(),
        prompt,
        earlier: z.array(z.string()).describe('SHA-256 of the summaries before that, the latest first'),
      })
      .optional()
      .describe('The summary of last time that this one goes on from'),
    given: z
      .strictObject({ themes: count, prompt })
      .optional()
      .describe('Themes that people gave, and the prompt by which notes were placed in them'),
    journey: z.literal(true).optional().describe('Present where the quadrants are stages of a journey'),
    heartbeat: z.strictObject({ prompt }).optional().describe('How it was asked how notes feel'),
    map: z.string().optional().describe('The map that named and ordered the quadrants'),
    overview: z
      .strictObject({
        prompt,
        personas: z.array(z.strictObject({ persona: z.string(), statements: z.array(statement) })),
        quadrants: z.array(
          z.strictObject({ quadrant: z.string(), shared: z.array(statement), apart: z.array(statement) }),
        ),
        unfounded: count.describe('Statements that cited no theme they could rest on, and were left out'),
      })
      .optional()
      .describe('What the themes of all groups say together, where it was asked for'),
    groups: z.array(group),
    decisions: z
      .strictObject({
        given: count,
        lapsed: z.array(
          z.strictObject({
            decision: z.int().min(1).describe('Place in the list, from 1'),
            persona: z.string(),
            quadrant: z.string(),
            gone: z.enum(['group', 'theme', 'note']),
            named: z.string().describe('What it named and is gone'),
          }),
        ),
      })
      .optional()
      .describe('Decisions of people, as far as they could be carried out'),
    usage: z
      .strictObject({ requests: count, inputTokens: count.nullable(), outputTokens: count.nullable() })
      .describe(
        'What the summary rests on, asked now or recorded earlier; null where an endpoint did not count',
      ),
  })
  .describe('Summary of workshop notes by sixthemes')

/** JSON Schema of the summary, as it ships with the package. */
export function summaryJsonSchema(): object {
  return z.toJSONSchema(summarySchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
}
