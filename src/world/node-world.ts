import { randomBytes } from 'node:crypto'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { createNodeFiles } from './node-files.js'
import type { Output, World } from './world.js'

/** The real world, as the given process sees it, until `signal` ends it. `prompts` is the folder of the built-in ones. */
export function createNodeWorld(process: NodeJS.Process, prompts: URL, signal: AbortSignal): World {
  const stderr = createOutput(process.stderr)
  return {
    environment: process.env,
    files: createNodeFiles(prompts, signal),
    readInput: () =>
      buffer(addAbortSignal(signal, process.stdin)).catch((error) => Promise.reject(signal.reason ?? error)),
    stdout: createOutput(process.stdout),
    stderr,
    commands: stderr,
    clock: {
      now: () => performance.now(),
      sleep: (milliseconds, signal) =>
        delay(milliseconds, undefined, { signal }).catch(() => Promise.reject(signal.reason)),
      random: Math.random,
    },
    signal,
    cacheFolder: join(cacheHome(process.env, process.platform), 'sixthemes', 'recordings'),
    openModel: async (options) => {
      const { createEndpoint } = await import('../model/endpoint.js')
      const { createDispatcher } = await import('../model/dispatcher.js')
      const dispatcher = await createDispatcher(process.env, options.baseUrl, options.deadline)
      return createEndpoint({ ...options, dispatcher })
    },
    openBatchService: async (options) => {
      const { createBatchService } = await import('../model/batch-service.js')
      const { createDispatcher } = await import('../model/dispatcher.js')
      const dispatcher = await createDispatcher(process.env, options.baseUrl, options.deadline)
      return createBatchService({ ...options, dispatcher }, signal)
    },
    listen: async (port, handle) => {
      const { listen } = await import('./listen.js')
      return listen(port, handle)
    },
    secret: () => randomBytes(18).toString('base64url'),
    openProgress: async (style) => {
      const { showProgress } = await import('./show-progress.js')
      return showProgress(style, stderr, process.env)
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
  const home = homeFolder()
  if (home === undefined) return tmpdir()
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
}

/** In a container there may be neither HOME nor an entry for the user. */
function homeFolder(): string | undefined {
  try {
    return homedir()
  } catch {
    return undefined
  }
}
