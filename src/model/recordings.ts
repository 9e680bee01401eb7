import * as z from 'zod'
import { keyOf, type Reply, type Request } from './request.js'

/** A folder of text files; writing a file is all or nothing. */
export type RecordingFolder = {
  /** Where it is, for messages. */
  path: string
  /** Makes the folder. Throws UserError `recordings-not-writable`. */
  prepare(): Promise<void>
  /** Text of a file, or nothing where there is none. */
  read(name: string): Promise<string | undefined>
  write(name: string, text: string): Promise<void>
}

/** What a request was about, so that a person who opens a recording understands it. */
export type Purpose = { persona: string; quadrant: string; prompt: string }

export type Loaded =
  | { state: 'found'; reply: Reply }
  | { state: 'missing' }
  | { state: 'damaged'; file: string; cause: string }

/** Replies by request, one file each. */
export type Recordings = {
  folder: string
  /** Makes sure, before anything is asked, that replies can be recorded. Throws UserError `recordings-not-writable`. */
  prepare(): Promise<void>
  load(request: Request): Promise<Loaded>
  save(request: Request, reply: Reply, purpose: Purpose): Promise<void>
}

const tokens = z.int().min(0).nullable()

const recordingFile = z.object({
  schema: z.literal('sixthemes/recording@1'),
  request: z.object({
    model: z.string(),
    messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
    reply: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
    parameters: z.record(z.string(), z.unknown()).optional(),
  }),
  reply: z.object({
    text: z.string().min(1),
    usage: z.object({ inputTokens: tokens, outputTokens: tokens }),
  }),
})

/**
 * Recordings in a folder. A file is named after the key of its request and holds the whole request, so
 * loading one that was cut off, or that stands under another request's name, gives `damaged`.
 */
export function createRecordings(folder: RecordingFolder): Recordings {
  const load = async (request: Request): Promise<Loaded> => {
    const key = keyOf(request)
    const name = `${key}.json`
    const text = await folder.read(name)
    if (text === undefined) return { state: 'missing' }
    const damaged = (cause: string): Loaded => ({ state: 'damaged', file: `${folder.path}/${name}`, cause })
    let content: unknown
    try {
      content = JSON.parse(text)
    } catch {
      return damaged('it is not whole JSON')
    }
    const checked = recordingFile.safeParse(content)
    if (!checked.success) return damaged(`at ${checked.error.issues[0]?.path.join('.') || 'its top'}`)
    if (keyOf(checked.data.request) !== key) return damaged('it is of another request')
    return { state: 'found', reply: checked.data.reply }
  }

  const save = (request: Request, reply: Reply, purpose: Purpose): Promise<void> => {
    const content = { schema: 'sixthemes/recording@1', for: purpose, request, reply }
    return folder.write(`${keyOf(request)}.json`, `${JSON.stringify(content, null, 2)}\n`)
  }

  return { folder: folder.path, prepare: folder.prepare, load, save }
}
