import { constants } from 'node:fs'
import { access, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors/user-error.js'
import type { RecordingFolder } from '../model/recordings.js'
import { claimFile } from './claim-file.js'
import { codeOf } from './code-of.js'
import { replaceFile } from './replace-file.js'

const { O_RDONLY, O_NONBLOCK = 0 } = constants

/** Longer than any reply: what is larger is no recording. */
const LARGEST = 64 * 1024 * 1024

/** A folder of recordings on this machine; only its owner can read what is in it, for recordings hold notes. */
export function createNodeFolder(path: string): RecordingFolder {
  let made: Promise<unknown> | undefined
  const make = (): Promise<unknown> => {
    made ??= mkdir(path, { recursive: true, mode: 0o700 }).catch((error) =>
      Promise.reject(new UserError('recordings-not-writable', { folder: path, cause: codeOf(error) })),
    )
    return made
  }
  /** There is nothing in a folder that is not there; what is no folder was named by mistake. */
  const refuseFile = async (error: unknown): Promise<void> => {
    if (codeOf(error) !== 'ENOTDIR') return
    const isOther = await stat(path).then(
      (found) => !found.isDirectory(),
      () => false,
    )
    if (isOther) throw new UserError('recordings-not-a-folder', { folder: path })
  }
  return {
    path,
    prepare: async () => {
      try {
        await make()
        await access(path, constants.W_OK)
      } catch (error) {
        if (error instanceof UserError) throw error
        throw new UserError('recordings-not-writable', { folder: path, cause: codeOf(error) })
      }
    },
    read: async (name) => {
      try {
        const handle = await open(join(path, name), O_RDONLY | O_NONBLOCK) // a pipe would wait for a writer
        try {
          const found = await handle.stat()
          if (!found.isFile() || found.size > LARGEST) return ''
          return await handle.readFile('utf8')
        } finally {
          await handle.close()
        }
      } catch (error) {
        await refuseFile(error)
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
        await refuseFile(error)
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
    claim: (name) => claimFile(path, name, make),
    write: async (name, text) => {
      try {
        await make()
        // a recording that is a link may lead anywhere: who put it there could have other files written over
        await replaceFile(join(path, name), text, { mode: 0o600, refusesLinks: true })
      } catch (error) {
        throw new UserError('recording-not-saved', { file: join(path, name), cause: codeOf(error) })
      }
    },
  }
}
