import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, type FileHandle, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Pieces } from '../text/pieces.js'

/** A kind of file that is not written to: to open a pipe waits for a reader, for ever. */
class OddFile extends Error {
  override readonly name = 'OddFile'
  readonly code: string

  constructor(what: string) {
    super(what)
    this.code = what
  }
}

const { O_CREAT, O_EXCL, O_WRONLY, O_TRUNC, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_APPEND } = constants

/** Found out by making what would be made, and taking it away again. Throws what the system says. */
export async function checkReplaceable(path: string): Promise<void> {
  const { target, found } = await targetOf(path)
  if (found) {
    checkOrdinary(found)
    await access(target, constants.W_OK)
    if (!found.isFile() || found.nlink > 1) return
  } else {
    // the name as well may be one that the system does not take
    await (await open(target, O_CREAT | O_EXCL | O_WRONLY)).close()
    await rm(target)
  }
  const { temporary, handle } = await openTemporary(dirname(target), 0o600)
  await handle.close()
  await rm(temporary)
}

/** The permissions of a file that is new, and whether one that is a link is an error. */
type Replacing = { mode?: number; refusesLinks?: boolean }

/**
 * Writes a whole file or nothing: under a temporary name first, so that whoever reads it sees all of it and a killed
 * run leaves the old one. What was there keeps its owner and permissions; a link stays a link. A file with several
 * names, or that another user owns, is written where it stands, for a new one would not be the same to them.
 */
export async function replaceFile(
  path: string,
  text: Pieces,
  { mode, refusesLinks }: Replacing = {},
): Promise<void> {
  const { target, found, isLink } = await targetOf(path)
  if (isLink && refusesLinks) throw new OddFile('ELOOP')
  if (found) checkOrdinary(found)
  if (found && (!found.isFile() || found.nlink > 1)) return writeInPlace(target, text)
  const { temporary, handle } = await openTemporary(dirname(target), mode ?? 0o666)
  let isMoved = false
  try {
    try {
      const isKept = found === undefined || (await keepProperties(handle, found))
      if (!isKept) return await writeInPlace(target, text)
      await writeAll(handle, text)
      await handle.sync().catch(() => {}) // not every file system knows how
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
    isMoved = true
  } finally {
    if (!isMoved) await rm(temporary, { force: true })
  }
}

/** Adds to the end of a file. */
export async function appendToFile(path: string, text: string): Promise<void> {
  const found = await stat(path).catch(absent)
  if (found) checkOrdinary(found)
  const handle = await open(path, O_CREAT | O_WRONLY | O_APPEND | O_NONBLOCK)
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

/** Nobody can know the name beforehand, and nothing that is there already is opened. */
async function openTemporary(
  folder: string,
  mode: number,
): Promise<{ temporary: string; handle: FileHandle }> {
  const temporary = `${folder}/.sixthemes-${randomUUID()}.tmp` // as it stands: what "link/.." leads to only the system knows
  return { temporary, handle: await open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode) }
}

/** Whether the new file could be given the owner and permissions of the old one. */
async function keepProperties(handle: FileHandle, { uid, gid, mode }: Stats): Promise<boolean> {
  const own = await handle.stat()
  try {
    if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid)
    await handle.chmod(mode & 0o7777)
    return true
  } catch {
    return false
  }
}

/** Each piece where the last one ended. */
async function writeAll(handle: FileHandle, text: Pieces): Promise<void> {
  for (const piece of typeof text === 'string' ? [text] : text) await handle.writeFile(piece)
}

async function writeInPlace(target: string, text: Pieces): Promise<void> {
  const handle = await open(target, O_WRONLY | O_TRUNC | O_NONBLOCK)
  try {
    await writeAll(handle, text)
  } finally {
    await handle.close()
  }
}

/** Where a path leads, and what is there; a link to nothing leads to what it names. */
async function targetOf(
  path: string,
): Promise<{ target: string; found: Stats | undefined; isLink: boolean }> {
  const found = await lstat(path).catch(absent)
  if (!found?.isSymbolicLink()) return { target: path, found, isLink: false }
  const target = await realpath(path).catch(async () => resolve(dirname(path), await readlink(path)))
  return { target, found: await stat(target).catch(absent), isLink: true }
}

function checkOrdinary(found: Stats): void {
  if (found.isDirectory()) throw new OddFile('it is a folder')
  if (found.isFIFO()) throw new OddFile('it is a pipe')
  if (found.isSocket() || found.isBlockDevice()) throw new OddFile('it is no file')
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
