import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { codeOf } from './code-of.js'

const { O_RDONLY, O_NONBLOCK = 0 } = constants

/** What a device gives may never end; bytes. */
const MOST_OF_DEVICE = 1_000_000

/** How often it is looked whether there is more in a pipe, in milliseconds. */
const AGAIN_AFTER = 20

/** A pipe with a name that nobody opens to write for so long is empty, in milliseconds; one that is open is waited for. */
const NOBODY_WRITES = 10_000

/**
 * All bytes of a file, a pipe ("<(command)", one that mkfifo made) or a terminal. Nothing waits in a way that Ctrl-C does not end:
 * rejects with the signal's reason, else with what the system says, and with code EFBIG for a device that does not end.
 */
export async function readWhole(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const handle = await open(path, O_RDONLY | O_NONBLOCK)
  try {
    const found = await handle.stat()
    if (found.isFile() || found.isDirectory()) return await handle.readFile()
    // a pipe that somebody opened for us has been written to, or never will; one with a name waits for its writer
    const isOpened = /^\/(?:dev\/fd|dev\/std|proc)/.test(path)
    return await readOn(handle, signal, {
      most: found.isCharacterDevice() ? MOST_OF_DEVICE : Number.POSITIVE_INFINITY,
      waits: found.isFIFO() && !isOpened,
    })
  } finally {
    await handle.close()
  }
}

async function readOn(
  handle: FileHandle,
  signal: AbortSignal,
  { most, waits }: { most: number; waits: boolean },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const begun = performance.now()
  for (;;) {
    signal.throwIfAborted()
    const buffer = Buffer.allocUnsafe(65_536)
    const bytes = await handle.read(buffer, 0, buffer.length, null).then(
      ({ bytesRead }) => bytesRead,
      (error) => (codeOf(error) === 'EAGAIN' ? undefined : Promise.reject(error)),
    )
    const isAwaited = waits && size === 0 && performance.now() - begun < NOBODY_WRITES
    if (bytes === 0 && !isAwaited) return Buffer.concat(chunks)
    if (bytes) {
      size += bytes
      chunks.push(buffer.subarray(0, bytes))
      if (size > most) throw Object.assign(new Error('it does not end'), { code: 'EFBIG' })
    } else await delay(AGAIN_AFTER, undefined, { signal }).catch(() => Promise.reject(signal.reason))
  }
}
