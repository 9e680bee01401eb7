import * as z from 'zod'

/** What is known of a file of requests that was handed to a service: written before each step, so that none is done twice. */
export type Manifest = {
  schema: 'sixthemes/batch@1'
  /** SHA-256 of the file, in hex, and how many requests it has. */
  sha256: string
  requests: number
  /** Address of the service. */
  endpoint: string
  /** By which the batch is found again among others. */
  mark: string
  /** Id of the uploaded file. */
  file?: string | undefined
  /** Whether its creation may have been asked for. */
  isCreating?: true | undefined
  /** Id of the batch. */
  job?: string | undefined
  /** Whether its answers were taken. */
  isFetched?: true | undefined
}

const form: z.ZodType<Manifest> = z.strictObject({
  schema: z.literal('sixthemes/batch@1'),
  sha256: z.string(),
  requests: z.int().min(0),
  endpoint: z.string(),
  mark: z.string().min(1),
  file: z.string().optional(),
  isCreating: z.literal(true).optional(),
  job: z.string().optional(),
  isFetched: z.literal(true).optional(),
})

/** "requests.jsonl" → "requests.batch.json", beside it. */
export function manifestPath(requests: string): string {
  return `${requests.replace(/\.[^./\\]+$/, '')}.batch.json`
}

/** Text of a manifest; nothing where it is none. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return form.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}
