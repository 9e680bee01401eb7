import {
  access,
  appendFile,
  constants,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { UserError } from './errors.js'
import type { EndpointOptions } from './model/endpoint.js'
import type { Clock, Model } from './model/model.js'
import type { RecordingFolder } from './model/recordings.js'
import type { Progress, ProgressStyle } from './progress.js'

/** Somewhere text is written to. */
export type Output = {
  write(text: string): void
  isTerminal: boolean
  /** Width of the terminal in characters; absent where there is none. */
  columns?: number | undefined
}

/** Files, as far as the program needs them. Paths are relative to the working directory. */
export type Files = {
  /** Throws UserError `file-missing`, `file-is-folder` or `file-unreadable`. */
  read(path: string): Promise<Uint8Array>
  exists(path: string): Promise<boolean>
  /** Whether two paths lead to the same file. */
  isSame(a: string, b: string): Promise<boolean>
  /** Throws UserError `output-folder-missing` or `output-not-writable`; writes nothing. */
  checkWritable(path: string): Promise<void>
  /** Writes a whole file or nothing. Throws as `checkWritable` does. */
  write(path: string, text: string): Promise<void>
  /** Adds to the end of a file, and makes it where there is none. Throws UserError `output-not-writable`. */
  append(path: string, text: string): Promise<void>
  /** A folder of recordings; it is made when the first is written. */
  folder(path: string): RecordingFolder
  /** Names of the template files that come with the program, and their text. */
  listPrompts(): Promise<string[]>
  readPrompt(name: string): Promise<string>
}

/** Everything outside the program that it may look at or change. */
export type World = {
  environment: Readonly<Record<string, string | undefined>>
  files: Files
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  stdout: Output
  stderr: Output
  clock: Clock
  /** Aborted when the user interrupts. */
  signal: AbortSignal
  /** Folder for recordings where the user names none. */
  cacheFolder: string
  openModel(options: EndpointOptions): Promise<Model>
  /** Starts to tell the user how a run goes. */
  openProgress(style: ProgressStyle): Promise<Progress>
}

/** The user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** The real world, as the given process sees it, until `signal` ends it. `prompts` is the folder of the built-in ones. */
export function createWorld(process: NodeJS.Process, prompts: URL, signal: AbortSignal): World {
  const stderr = createOutput(process.stderr)
  return {
    environment: process.env,
    files: createFiles(prompts, process.pid),
    readInput: () =>
      buffer(addAbortSignal(signal, process.stdin)).catch((error) => Promise.reject(signal.reason ?? error)),
    stdout: createOutput(process.stdout),
    stderr,
    clock: {
      now: () => performance.now(),
      sleep: (milliseconds, signal) =>
        delay(milliseconds, undefined, { signal }).catch(() => Promise.reject(signal.reason)),
      random: Math.random,
    },
    signal,
    cacheFolder: join(cacheHome(process.env, process.platform), 'sixthemes', 'recordings'),
    openModel: async (options) => {
      const { createEndpoint } = await import('./model/endpoint.js')
      const { createDispatcher } = await import('./model/dispatcher.js')
      const dispatcher = await createDispatcher(process.env, options.baseUrl, options.deadline)
      return createEndpoint({ ...options, dispatcher })
    },
    openProgress: async (style) => {
      const { showProgress } = await import('./show-progress.js')
      return showProgress(style, stderr)
    },
  }
}

function createOutput(stream: NodeJS.WriteStream): Output {
  const { isTTY = false, columns } = stream
  return { write: (text) => void stream.write(text), isTerminal: isTTY, columns }
}

/** Where each system keeps what can be made again. */
function cacheHome(environment: World['environment'], platform: NodeJS.Platform): string {
  if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME
  if (platform === 'win32') return environment.LOCALAPPDATA ?? tmpdir()
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return join(homedir(), '.cache')
}

function createFiles(prompts: URL, processId: number): Files {
  let written = 0

  /** Under a temporary name first: whoever reads the file sees all of it, and a killed run leaves the old one. */
  const replace = async (path: string, text: string, mode?: number): Promise<void> => {
    const temporary = join(dirname(path), `.${basename(path)}.${processId}-${++written}.tmp`)
    try {
      await writeFile(temporary, text, mode === undefined ? {} : { mode })
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  const checkWritable = async (path: string): Promise<void> => {
    const folder = dirname(path)
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) throw new UserError('output-folder-missing', { file: path, folder })
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory())
      throw new UserError('output-not-writable', { file: path, cause: 'it is a folder' })
    // The folder as well: a file is written under a temporary name beside it.
    await Promise.all([found ? path : folder, folder].map((each) => access(each, constants.W_OK))).catch(
      (error) => {
        throw new UserError('output-not-writable', { file: path, cause: codeOf(error) })
      },
    )
  }

  const isRegular = (path: string): Promise<boolean> =>
    stat(path).then(
      (found) => found.isFile(),
      () => true,
    )

  return {
    checkWritable,
    read: async (path) => {
      try {
        return await readFile(path)
      } catch (error) {
        const code = codeOf(error)
        if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('file-missing', { file: path })
        if (code === 'EISDIR') throw new UserError('file-is-folder', { file: path })
        throw new UserError('file-unreadable', { file: path, cause: code })
      }
    },
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    isSame: async (a, b) => {
      const [left, right] = await Promise.all([a, b].map((path) => realpath(path).catch(() => undefined)))
      return left !== undefined && left === right
    },
    write: async (path, text) => {
      await checkWritable(path)
      try {
        const target = await realpath(path).catch(() => path) // a link stays a link
        await ((await isRegular(target)) ? replace(target, text) : writeFile(target, text))
      } catch (error) {
        throw new UserError('output-not-writable', { file: path, cause: codeOf(error) })
      }
    },
    append: async (path, text) => {
      try {
        await appendFile(path, text)
      } catch (error) {
        throw new UserError('output-not-writable', { file: path, cause: codeOf(error) })
      }
    },
    folder: (path) => {
      let made: Promise<unknown> | undefined
      const make = (): Promise<unknown> => {
        made ??= mkdir(path, { recursive: true, mode: 0o700 })
        return made
      }
      return {
        path,
        prepare: async () => {
          try {
            await make()
            await access(path, constants.W_OK)
          } catch (error) {
            throw new UserError('recordings-not-writable', { folder: path, cause: codeOf(error) })
          }
        },
        read: async (name) => {
          try {
            return await readFile(join(path, name), 'utf8')
          } catch (error) {
            if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
            throw new UserError('file-unreadable', { file: join(path, name), cause: codeOf(error) })
          }
        },
        list: async () => {
          try {
            const entries = await readdir(path, { withFileTypes: true })
            return entries
              .filter((entry) => entry.isFile())
              .map(({ name }) => name)
              .sort()
          } catch (error) {
            if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
            throw new UserError('file-unreadable', { file: path, cause: codeOf(error) })
          }
        },
        remove: async (name) => {
          try {
            await rm(join(path, name))
          } catch (error) {
            throw new UserError('output-not-writable', { file: join(path, name), cause: codeOf(error) })
          }
        },
        write: async (name, text) => {
          try {
            await make()
            await replace(join(path, name), text, 0o600) // recordings hold notes
          } catch (error) {
            throw new UserError('output-not-writable', { file: join(path, name), cause: codeOf(error) })
          }
        },
      }
    },
    listPrompts: () => readdir(fileURLToPath(prompts)),
    readPrompt: (name) => readFile(new URL(name, prompts), 'utf8'),
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
