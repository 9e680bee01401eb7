import type { BatchService } from '../model/batch-service.js'
import type { ClientOptions } from '../model/client.js'
import type { EndpointOptions } from '../model/endpoint.js'
import type { Clock, Model } from '../model/model.js'
import type { RecordingFolder } from '../model/recordings.js'
import type { Pieces } from '../text/pieces.js'
import type { Listening, LocalRequest, LocalResponse } from './local.js'
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
  /** Whether it is a file or folder, by a link too, and no pipe or device, which may never end. */
  isAtRest(path: string): Promise<boolean>
  /** Paths of the files that a pattern such as "boards/*.csv" matches, in order; none where none does. */
  glob(pattern: string): Promise<string[]>
  /** Whether two paths lead to the same file, also where it is not there yet. */
  isSame(a: string, b: string): Promise<boolean>
  /** Whether a path stays within a folder when links are followed. */
  isWithin(path: string, folder: string): Promise<boolean>
  /** Throws UserError `output-folder-missing` or `output-not-writable`; nothing is changed. */
  checkWritable(path: string): Promise<void>
  /** Writes a whole file or nothing; what was there keeps its permissions and links. Throws as `checkWritable` does. */
  write(path: string, text: Pieces): Promise<void>
  /** Adds to the end of a file, and makes it where there is none. Throws UserError `output-not-writable`. */
  append(path: string, text: string): Promise<void>
  /** A folder of recordings; it is made when the first is written. */
  folder(path: string): RecordingFolder
  /** Names of the template files that come with the program, and their text. */
  listPrompts(): Promise<string[]>
  readPrompt(name: string): Promise<string>
  /** The script of the page that corrects a summary by hand. */
  readScript(): Promise<string>
}

/** Everything outside the program that it may look at or change. */
export type World = {
  environment: Readonly<Record<string, string | undefined>>
  files: Files
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  stdout: Output
  stderr: Output
  /** Where a CI runner reads commands that are meant for it. */
  commands: Output
  clock: Clock
  /** Aborted when the user interrupts. */
  signal: AbortSignal
  /** Folder for recordings where the user names none. */
  cacheFolder: string
  openModel(options: EndpointOptions): Promise<Model>
  /** A service that answers files of requests. */
  openBatchService(options: ClientOptions): Promise<BatchService>
  /** Answers requests on loopback, at a free port where 0 is given. Throws UserError `port-taken`. */
  listen(port: number, handle: (request: LocalRequest) => Promise<LocalResponse>): Promise<Listening>
  /** A text that nobody can guess. */
  secret(): string
  /** Starts to tell the user how a run goes. */
  openProgress(style: ProgressStyle): Promise<Progress>
}

/** The user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}
