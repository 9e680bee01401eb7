import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../errors/user-error.js'
import { codeOf } from './code-of.js'
import { createNodeFolder } from './node-folder.js'
import { readWhole } from './read-whole.js'
import { appendToFile, checkReplaceable, replaceFile } from './replace-file.js'
import type { Files } from './world.js'

/** The files of this machine, until `signal` ends it. `prompts` is the folder of the built-in templates. */
export function createNodeFiles(prompts: URL, signal: AbortSignal): Files {
  const notWritable = (path: string, cause: string): UserError =>
    new UserError('output-not-writable', { file: path, cause })

  const checkWritable = async (path: string): Promise<void> => {
    const folder = dirname(path)
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) throw new UserError('output-folder-missing', { file: path, folder })
    await checkReplaceable(path).catch((error) => Promise.reject(notWritable(path, codeOf(error))))
  }

  return {
    checkWritable,
    read: async (path) => {
      try {
        return await readWhole(path, signal)
      } catch (error) {
        if (signal.aborted) throw signal.reason
        const code = codeOf(error)
        if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('file-missing', { file: path })
        if (code === 'EISDIR') throw new UserError('file-is-folder', { file: path })
        throw new UserError('file-unreadable', { file: path, cause: code })
      }
    },
    isAtRest: (path) =>
      stat(path).then(
        (found) => found.isFile() || found.isDirectory(),
        () => false,
      ),
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    glob: async (pattern) => {
      const { glob } = await import('tinyglobby') // only where a shell did not expand it
      const found = await glob(pattern.replaceAll(sep, '/'), { dot: false, expandDirectories: false })
      return found.sort()
    },
    isSame: async (a, b) => {
      const [left, right] = await Promise.all([a, b].map(placeOf))
      if (left === right) return true
      const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => undefined)))
      return one !== undefined && one.ino !== 0 && one.ino === other?.ino && one.dev === other.dev
    },
    isWithin: async (path, folder) => {
      const way = relative(await placeOf(folder), await placeOf(path))
      return way !== '..' && !/^\.\.[\\/]/.test(way) && resolve(way) !== way
    },
    write: async (path, text) => {
      await checkWritable(path)
      await replaceFile(path, text).catch((error) => Promise.reject(notWritable(path, codeOf(error))))
    },
    append: (path, text) =>
      appendToFile(path, text).catch((error) => Promise.reject(notWritable(path, codeOf(error)))),
    folder: createNodeFolder,
    listPrompts: () => readdir(fileURLToPath(prompts)),
    readScript: () => readFile(new URL('../dist/review/page.js', prompts), 'utf8'),
    readPrompt: (name) => readFile(new URL(name, prompts), 'utf8'),
  }
}

/** Where a path leads when links are followed, also where nothing is there yet. */
async function placeOf(path: string): Promise<string> {
  const whole = resolve(path)
  const found = await realpath(whole).catch(() => undefined)
  if (found !== undefined) return found
  const folder = dirname(whole)
  return folder === whole ? whole : join(await placeOf(folder), basename(whole))
}
