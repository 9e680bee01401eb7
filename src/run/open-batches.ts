import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { linesOf } from '../batch/answer-lines.js'
import { createAskedFolder } from '../batch/asked.js'
import { type Manifest, manifestPath, parseManifest, renderManifest } from '../batch/manifest.js'
import { submit } from '../batch/submit.js'
import { UserError } from '../errors/user-error.js'
import type { BatchService, Job } from '../model/batch-service.js'
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
 * Hands a file of requests to a service, once. Throws UserError `batch-open` where an earlier one of this name is not fetched, and
 * `batch-answered` where it asks what is answered already.
 */
export async function submitFile(
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
  if (isOpen) checkPlace(file, before, baseUrl)
  else await checkOpen(file, text, settings, world)
  const requests = linesOf(text).length
  const fresh = {
    schema: 'sixthemes/batch@1',
    sha256,
    requests,
    endpoint: baseUrl,
    mark: world.secret(),
  } as const
  const save = (manifest: Manifest): Promise<void> =>
    world.files.write(manifestFile, renderManifest(manifest))
  const { job, isNew } = await submit(isOpen ? before : fresh, {
    ...{ text, name: basename(file), window, service, manifestFile, save },
  })
  return { job, isNew, requests }
}

/** What was submitted of these files. Throws UserError `batch-not-submitted`, `batch-elsewhere` or `manifest-invalid`. */
export async function loadSubmitted(
  files: readonly string[],
  baseUrl: string,
  world: World,
): Promise<Submitted[]> {
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
export async function markFetched({ file, manifest }: Submitted, { files }: World): Promise<void> {
  await files.write(manifestPath(file), renderManifest({ ...manifest, isFetched: true }))
}

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
  text: string,
  { recordings }: SettingsOf<'recordings'>,
  world: World,
): Promise<void> {
  const folder = world.files.folder(recordings ?? world.cacheFolder)
  const open = new Set(await createAskedFolder(folder).list())
  const lines = linesOf(text)
  const strange = lines.filter((line) => !open.has(keyOfLine(line)))
  if (strange.length === 0 && lines.length > 0) return
  throw new UserError('batch-answered', {
    ...{ file, answered: strange.length, requests: lines.length, folder: folder.path },
  })
}

function keyOfLine(line: string): string {
  try {
    return String(Object(JSON.parse(line)).custom_id)
  } catch {
    return ''
  }
}
