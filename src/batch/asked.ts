import * as z from 'zod'
import type { Rung } from '../model/capabilities.js'
import { RUNGS } from '../model/capabilities.js'
import type { Purpose, RecordingFolder } from '../model/recordings.js'
import { keyOf, type Request } from '../model/request.js'

/** A request that was written into a file for an engine, and is to be recorded once it is answered. */
export type Asked = { request: Request; purpose: Purpose }

/** What is known of the rounds so far: how many requests each had, and how their form was asked for. */
export type Rounds = { requests: number[]; rung?: Rung | undefined }

const ASKED = /^[0-9a-f]{64}\.asked$/
const ROUNDS = 'batch.json'

const askedFile = z.object({
  schema: z.literal('sixthemes/asked@1'),
  for: z.object({ persona: z.string(), quadrant: z.string(), prompt: z.string() }),
  request: z.custom<Request>((value) => typeof value === 'object' && value !== null && 'messages' in value),
})
const roundsFile = z.object({ requests: z.array(z.int().min(0)), rung: z.enum(RUNGS).optional() })

/** The requests that are asked in files, beside the recordings that will answer them: a line of a file has only their key. */
export function createAskedFolder(folder: RecordingFolder) {
  const load = async (key: string): Promise<Asked | undefined> => {
    const text = await folder.read(`${key}.asked`)
    const parsed = askedFile.safeParse(parse(text))
    if (!parsed.success || keyOf(parsed.data.request) !== key) return undefined
    return { request: parsed.data.request, purpose: parsed.data.for }
  }
  return {
    load,
    save: ({ request, purpose }: Asked): Promise<void> =>
      folder.write(
        `${keyOf(request)}.asked`,
        `${JSON.stringify({ schema: 'sixthemes/asked@1', for: purpose, request })}\n`,
      ),
    remove: (key: string): Promise<void> => folder.remove(`${key}.asked`),
    /** Keys of what is asked and not answered yet. */
    list: async (): Promise<string[]> =>
      (await folder.list()).filter((name) => ASKED.test(name)).map((name) => name.replace(/\.asked$/, '')),
    loadRounds: async (): Promise<Rounds> =>
      roundsFile.safeParse(parse(await folder.read(ROUNDS))).data ?? { requests: [] },
    saveRounds: (rounds: Rounds): Promise<void> => folder.write(ROUNDS, `${JSON.stringify(rounds)}\n`),
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
