import { setTimeout as delay } from 'node:timers/promises'
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
  /** Names of the files in it, sorted; none where there is no folder. */
  list(): Promise<string[]>
  remove(name: string): Promise<void>
  /**
   * Takes a name for this process alone; nothing where another that is alive has it. What a killed process took is free
   * again. The result gives it back.
   */
  claim(name: string): Promise<(() => Promise<void>) | undefined>
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
  /**
   * Waits until nobody else asks this request: then it is ours to ask, until `release`, or the other's reply is there.
   * Rejects with the signal's reason.
   */
  claim(request: Request, signal: AbortSignal): Promise<Claim>
  /** What each file is for; other files of the folder are passed over. */
  list(): Promise<Listed[]>
  /** Removes a file that `list` named. */
  remove(file: string): Promise<void>
}

/** A request that is ours to ask, or what another process was answered meanwhile. */
export type Claim = { reply: Reply; release?: never } | { reply?: never; release(): Promise<void> }

/** One recording of a folder: what it was for, or that it cannot be read. */
export type Listed = { file: string; key: string } & (
  | { state: 'whole'; purpose: Purpose; model: string; tokens: number | null }
  | { state: 'damaged' }
)

/** How often it is looked whether another process was answered, in milliseconds. */
const AGAIN_AFTER = 200

/** So many files are read at a time. */
const AT_ONCE = 16

const tokens = z.int().min(0).nullable()

const recordingFile = z.object({
  schema: z.literal('sixthemes/recording@1'),
  for: z.object({ persona: z.string(), quadrant: z.string(), prompt: z.string() }).optional(),
  request: z.object({
    model: z.string(),
    messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
    reply: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
    parameters: z.record(z.string(), z.unknown()).optional(),
  }),
  reply: z.object({
    text: z.string().min(1),
    usage: z.object({ inputTokens: tokens, outputTokens: tokens }),
    host: z.string().optional(),
  }),
})

/** Only such files are recordings: whatever else is in the folder is left alone. */
const FILE_NAME = /^[0-9a-f]{64}\.json$/

function parseFile(text: string): z.infer<typeof recordingFile> | undefined {
  try {
    return recordingFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

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

  const claim: Recordings['claim'] = async (request, signal) => {
    for (;;) {
      const release = await folder.claim(`${keyOf(request)}.claim`)
      const loaded = await load(request) // it may have been recorded a moment ago
      if (loaded.state === 'found') {
        await release?.()
        return { reply: loaded.reply }
      }
      if (release) return { release }
      await delay(AGAIN_AFTER, undefined, { signal }).catch(() => Promise.reject(signal.reason))
    }
  }

  const list = async (): Promise<Listed[]> => {
    const files = (await folder.list()).filter((file) => FILE_NAME.test(file))
    const listed: Listed[] = []
    for (let at = 0; at < files.length; at += AT_ONCE)
      listed.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(describe))))
    return listed
  }

  const describe = async (file: string): Promise<Listed> => {
    const named = { file, key: file.replace(/\.json$/, '') }
    const content = parseFile((await folder.read(file)) ?? '')
    if (!content || keyOf(content.request) !== named.key) return { ...named, state: 'damaged' }
    const { request, reply } = content
    const { inputTokens, outputTokens } = reply.usage
    const tokens = inputTokens === null || outputTokens === null ? null : inputTokens + outputTokens
    const purpose = content.for ?? { persona: '', quadrant: '', prompt: '' }
    return { ...named, state: 'whole', purpose, model: request.model, tokens }
  }

  return { folder: folder.path, prepare: folder.prepare, load, save, claim, list, remove: folder.remove }
}
