import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { linesOf } from '../batch/answer-lines.js'
import { createAskedFolder } from '../batch/asked.js'
import { type Manifest, manifestPath, parseManifest, renderManifest } from '../batch/manifest.js'
import { submit } from '../batch/submit.js'
import { createTakenRequests } from '../batch/taken.js'
import { UserError } from '../errors/user-error.js'
import type { BatchService, Job } from '../model/batch-service.js'
import type { RecordingFolder } from '../model/recordings.js'
import type { SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'
import { reachEndpoint } from './reach-endpoint.js'

/** A file of requests that was handed to a service. */
export type Submitted = { file: string; manifest: Manifest; job: string }

/** The service that settings name. Throws as `reachEndpoint` does. */
export async function openService(
  settings: SettingsOf<'endpoint'>,
  world: World,
): Promise<{ service: BatchService; baseUrl: string }> {
  const { baseUrl, apiKey, deadline } = await reachEndpoint(settings, world)
  const log = (text: string): void => world.stderr.write(`${text}\n`)
  return { service: await world.openBatchService({ baseUrl, apiKey, deadline, log }), baseUrl }
}

/**
 * Hands a file of requests to a service, once. Throws UserError `batch-open` where an earlier one of this name is not fetched,
 * `batch-taken` where another batch has some of its requests, `batch-busy` where another process submits it, and `batch-answered`
 * where it asks what is answered already.
 */
export async function submitFile(
  file: string,
  window: string,
  opened: Awaited<ReturnType<typeof openService>>,
  settings: SettingsOf<'recordings'>,
  world: World,
): Promise<{ job: Job; isNew: boolean; requests: number }> {
  const manifest = manifestPath(file)
  const release = await world.files.folder(dirname(manifest)).claim(`${basename(manifest)}.claim`)
  if (!release) throw new UserError('batch-busy', { file })
  try {
    return await submitAlone(file, window, opened, settings, world)
  } finally {
    await release()
  }
}

async function submitAlone(
  file: string,
  window: string,
  { service, baseUrl }: Awaited<ReturnType<typeof openService>>,
  settings: SettingsOf<'recordings'>,
  world: World,
): Promise<{ job: Job; isNew: boolean; requests: number }> {
  const text = new TextDecoder().decode(await world.files.read(file))
  const sha256 = createHash('sha256').update(text).digest('hex')
  const manifestFile = manifestPath(file)
  const before = await loadManifest(file, world)
  const isOpen = before !== undefined && !before.isFetched
  if (isOpen && before.sha256 !== sha256) throw new UserError('batch-open', { file, manifest: manifestFile })
  const keys = linesOf(text).map(keyOfLine)
  const folder = folderOf(settings, world)
  const taken = createTakenRequests(folder)
  if (isOpen) checkPlace(file, before, baseUrl)
  else {
    await checkOpen(file, keys, settings, world)
    const other = await taken.find(new Set(keys))
    if (other)
      throw new UserError('batch-taken', {
        ...{ file, shared: other.shared, other: other.file, mark: join(folder.path, other.name) },
      })
  }
  const fresh = {
    schema: 'sixthemes/batch@1',
    sha256,
    requests: keys.length,
    endpoint: baseUrl,
    mark: world.secret(),
  } as const
  const manifest = isOpen ? before : fresh
  const save = async (now: Manifest): Promise<void> => {
    await world.files.write(manifestFile, renderManifest(now))
    if (now.isCreating) await taken.save(now.mark, file, keys)
    else if (now.job === undefined) await taken.remove(now.mark)
  }
  const { job, isNew } = await submit(manifest, {
    ...{ text, name: basename(file), window, service, manifestFile, save },
  })
  return { job, isNew, requests: keys.length }
}

/** The service, and what was submitted to it of these files; what is somewhere else is told before a key is asked for. */
export async function openSubmitted(
  files: readonly string[],
  settings: SettingsOf<'endpoint'>,
  world: World,
): Promise<{ service: BatchService; submitted: Submitted[] }> {
  await checkPlaces(files, settings.baseUrl, world)
  const { service } = await openService(settings, world)
  return { service, submitted: await loadSubmitted(files, settings.baseUrl, world) }
}

/** Throws UserError `batch-elsewhere` for what was submitted to another service, before anything is asked of this one. */
async function checkPlaces(files: readonly string[], baseUrl: string, world: World): Promise<void> {
  for (const file of files) {
    const manifest = await loadManifest(file, world)
    if (manifest) checkPlace(file, manifest, baseUrl)
  }
}

/** What was submitted of these files. Throws UserError `batch-not-submitted`, `batch-elsewhere` or `manifest-invalid`. */
async function loadSubmitted(files: readonly string[], baseUrl: string, world: World): Promise<Submitted[]> {
  return Promise.all(
    files.map(async (file) => {
      const manifest = await loadManifest(file, world)
      if (manifest?.job === undefined)
        throw new UserError('batch-not-submitted', { file, manifest: manifestPath(file) })
      checkPlace(file, manifest, baseUrl)
      return { file, manifest, job: manifest.job }
    }),
  )
}

/** Notes that the answers of a file were taken. */
export async function markFetched(
  { file, manifest }: Submitted,
  settings: SettingsOf<'recordings'>,
  world: World,
): Promise<void> {
  await world.files.write(manifestPath(file), renderManifest({ ...manifest, isFetched: true }))
  await createTakenRequests(folderOf(settings, world)).remove(manifest.mark)
}

/** The requests that are asked in files, beside the recordings that are named or the usual ones. */
export const openAsked = (
  settings: SettingsOf<'recordings'>,
  world: World,
): ReturnType<typeof createAskedFolder> => createAskedFolder(folderOf(settings, world))

const folderOf = ({ recordings }: SettingsOf<'recordings'>, { files, cacheFolder }: World): RecordingFolder =>
  files.folder(recordings ?? cacheFolder)

async function loadManifest(file: string, { files }: World): Promise<Manifest | undefined> {
  const path = manifestPath(file)
  if (!(await files.exists(path))) return undefined
  const manifest = parseManifest(new TextDecoder().decode(await files.read(path)))
  if (!manifest) throw new UserError('manifest-invalid', { file: path })
  return manifest
}

function checkPlace(file: string, { endpoint }: Manifest, baseUrl: string): void {
  if (endpoint !== baseUrl) throw new UserError('batch-elsewhere', { file, endpoint, baseUrl })
}

/** Every request of the file is asked and not answered: else it would be paid twice, or its answer could not be recorded. */
async function checkOpen(
  file: string,
  keys: readonly string[],
  settings: SettingsOf<'recordings'>,
  world: World,
): Promise<void> {
  const open = new Set(await openAsked(settings, world).list())
  const strange = keys.filter((key) => !open.has(key))
  if (strange.length === 0 && keys.length > 0) return
  const folder = folderOf(settings, world).path
  throw new UserError('batch-answered', { file, answered: strange.length, requests: keys.length, folder })
}

function keyOfLine(line: string): string {
  try {
    return String(Object(JSON.parse(line)).custom_id)
  } catch {
    return ''
  }
}
