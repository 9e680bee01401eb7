import { lstat, open, readFile, rename, rm, unlink, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './code-of.js'

/** Who holds a claim says so again and again; one that was not renewed for so long is nobody's. In milliseconds. */
const RENEWED = 4_000
const STALE = 20_000
/** A name and a number are shorter; bytes. */
const LARGEST = 1_000

/**
 * Makes a file that only one process can make, and keeps it fresh until the result is called. Nothing where another process
 * has it that is alive: on this machine by its number, elsewhere by the time of the file. Where no file can be made there is
 * nobody to wait for; where no folder can be made, it rejects as `makeFolder` does.
 */
export async function claimFile(
  folder: string,
  name: string,
  makeFolder: () => Promise<unknown>,
): Promise<(() => Promise<void>) | undefined> {
  const path = join(folder, name)
  const own = `${hostname()} ${process.pid}`
  for (let tries = 0; tries < 3; tries++) {
    await makeFolder()
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(own)
      await handle.close()
      return keepFresh(path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return async () => {}
      if (await isHeld(path)) return undefined
      await takeAway(path)
    }
  }
  return undefined
}

function keepFresh(path: string): () => Promise<void> {
  const renewing = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, RENEWED)
  renewing.unref()
  return async () => {
    clearInterval(renewing)
    await unlink(path).catch(() => {})
  }
}

async function isHeld(path: string): Promise<boolean> {
  try {
    const found = await lstat(path)
    if (!found.isFile() || found.size > LARGEST) return false // nobody made it that holds a claim
    const [holder = '', number] = (await readFile(path, 'utf8')).split(' ')
    if (holder === hostname() && number !== undefined && !isAlive(Number(number))) return false
    return Date.now() - found.mtimeMs < STALE
  } catch {
    return false // it was given back in the meantime
  }
}

function isAlive(number: number): boolean {
  try {
    process.kill(number, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Of several that find a claim stale one takes it away: a rename succeeds once. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  await rename(path, aside).catch(() => {})
  await rm(aside, { force: true, recursive: true }).catch(() => {})
}
