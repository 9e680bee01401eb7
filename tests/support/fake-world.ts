import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, normalize } from 'node:path'
import { run } from '../../src/cli/main.js'
import { UserError } from '../../src/errors/user-error.js'
import { createBatchService } from '../../src/model/batch-service.js'
import { wholeOf } from '../../src/text/pieces.js'
import { showProgress } from '../../src/world/show-progress.js'
import type { World } from '../../src/world/world.js'
import { type QueuedModel, type QueuedReply, queuedModel } from './queued-model.js'

const PROMPTS = new URL('../../prompts/', import.meta.url)

export type Setup = {
  /** Files by path; text or bytes. A path that ends in "/" is an empty folder. */
  files?: Record<string, string | Uint8Array>
  /** Paths and folders that cannot be written. */
  readOnly?: readonly string[]
  environment?: Record<string, string>
  input?: string
  /** What the model answers, in the order of requests. */
  replies?: readonly QueuedReply[]
  /** Opens something else than the queue: a real endpoint, say. */
  openModel?: World['openModel']
  /** Opens something else than a service over HTTP. */
  openBatchService?: World['openBatchService']
}

export type FakeWorld = {
  world: World
  files: Map<string, Uint8Array>
  model: QueuedModel
  stdout: string[]
  stderr: string[]
  interrupt: AbortController
}

/** A world in memory, with the real prompts and a model that answers from a queue. */
export function createFakeWorld({
  readOnly = [],
  environment = {},
  input = '',
  ...setup
}: Setup = {}): FakeWorld {
  const files = new Map<string, Uint8Array>()
  for (const [path, content] of Object.entries(setup.files ?? {})) {
    files.set(normalize(path), typeof content === 'string' ? Buffer.from(content) : content)
  }
  const isFolder = (path: string): boolean => {
    const prefix = `${normalize(path)}/`.replace('//', '/')
    return normalize(path) === '.' || [...files.keys()].some((file) => file.startsWith(prefix))
  }
  const checkWritable = async (path: string): Promise<void> => {
    const folder = dirname(path)
    if (!isFolder(folder)) throw new UserError('output-folder-missing', { file: path, folder })
    if (readOnly.includes(path) || readOnly.includes(folder)) {
      throw new UserError('output-not-writable', { file: path, cause: 'EACCES' })
    }
  }
  const model = queuedModel(setup.replies ?? [])
  const interrupt = new AbortController()
  const stdout: string[] = []
  const stderr: string[] = []
  let time = 0
  const world: World = {
    environment,
    files: {
      checkWritable,
      read: async (path) => {
        const found = files.get(normalize(path))
        if (found && !path.endsWith('/')) return found
        throw new UserError(isFolder(path) ? 'file-is-folder' : 'file-missing', { file: path })
      },
      isAtRest: async (path) => files.has(normalize(path)),
      exists: async (path) => files.has(normalize(path)) || isFolder(path),
      glob: async (pattern) => [...files.keys()].filter((path) => globToRegExp(pattern).test(path)).sort(),
      isSame: async (a, b) => normalize(a) === normalize(b),
      isWithin: async () => true,
      write: async (path, text) => {
        await checkWritable(path)
        files.set(normalize(path), Buffer.from(wholeOf(text)))
      },
      append: async (path, text) => {
        files.set(
          normalize(path),
          Buffer.concat([files.get(normalize(path)) ?? Buffer.of(), Buffer.from(text)]),
        )
      },
      folder: (path) => ({
        path,
        list: async () =>
          [...files.keys()]
            .filter((file) => dirname(file) === normalize(path))
            .map((file) => basename(file))
            .sort(),
        claim: async () => async () => {},
        remove: async (name) => void files.delete(normalize(`${path}/${name}`)),
        prepare: async () => {
          if (readOnly.includes(path))
            throw new UserError('recordings-not-writable', { folder: path, cause: 'EACCES' })
        },
        read: async (name) => files.get(normalize(`${path}/${name}`))?.toString(),
        write: async (name, text) => {
          if (readOnly.includes(path))
            throw new UserError('recording-not-saved', { file: path, cause: 'EACCES' })
          files.set(normalize(`${path}/${name}`), Buffer.from(text))
        },
      }),
      listPrompts: async () => readdirSync(PROMPTS),
      readScript: async () => '',
      readPrompt: async (name) => readFileSync(new URL(name, PROMPTS), 'utf8'),
    },
    readInput: async () => Buffer.from(input),
    stdout: { write: (text) => void stdout.push(text), isTerminal: false },
    stderr: { write: (text) => void stderr.push(text), isTerminal: false },
    commands: { write: (text) => void stderr.push(text), isTerminal: false },
    clock: {
      now: () => time,
      sleep: async (milliseconds, signal) => {
        signal.throwIfAborted()
        time += milliseconds
      },
      random: () => 0.5,
    },
    signal: interrupt.signal,
    cacheFolder: 'cache',
    listen: async (_, handle) => {
      const origin = 'http://127.0.0.1:1'
      const headers = { host: '127.0.0.1:1', 'content-type': 'application/json' }
      // whoever opens the page is done at once
      void handle({ method: 'POST', path: '/secret/end', headers, body: '{}', origin })
      return { origin, close: async () => {} }
    },
    secret: () => 'secret',
    openModel: setup.openModel ?? (async () => model),
    openBatchService:
      setup.openBatchService ?? (async (options) => createBatchService(options, interrupt.signal)),
    openProgress: async (style) => showProgress(style, world.stderr),
  }
  return { world, files, model, stdout, stderr, interrupt }
}

/** A pattern with stars only. */
function globToRegExp(pattern: string): RegExp {
  const parts = normalize(pattern)
    .split('*')
    .map((part) => part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`)
}

export type Outcome = {
  exitCode: number
  stdout: string
  stderr: string
  /** All files after the run, as text. */
  files: Record<string, string>
  requests: QueuedModel['requests']
}

/** Runs a command line in a fake world. Requests are made one at a time unless the command line says otherwise. */
export async function runProgram(argv: readonly string[], setup: Setup = {}): Promise<Outcome> {
  const fake = createFakeWorld({
    ...setup,
    environment: { SIXTHEMES_CONCURRENCY: '1', ...setup.environment },
  })
  const exitCode = await run(argv, fake.world)
  return {
    exitCode,
    stdout: fake.stdout.join(''),
    stderr: fake.stderr.join(''),
    files: Object.fromEntries([...fake.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
    requests: fake.model.requests,
  }
}
