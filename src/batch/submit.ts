import { UserError } from '../errors/user-error.js'
import type { BatchService, Job } from '../model/batch-service.js'
import type { Manifest } from './manifest.js'

export type Submission = {
  text: string
  name: string
  /** Where the manifest is. */
  manifestFile: string
  window: string
  service: BatchService
  /** Keeps the manifest. */
  save(manifest: Manifest): Promise<void>
}

/**
 * Has a file of requests answered: uploads it and starts a batch, each once. Where an earlier try was cut off, it goes on from
 * there: what may have been created is looked for by its mark before anything is created. Throws as the service does, or UserError
 * `batch-unlisted`.
 */
export async function submit(
  manifest: Manifest,
  { text, name, window, service, manifestFile, save }: Submission,
): Promise<{ job: Job; isNew: boolean }> {
  let now = manifest
  const keep = async (more: Partial<Manifest>): Promise<void> => {
    now = { ...now, ...more }
    await save(now)
  }
  if (now.job !== undefined) return { job: await service.look(now.job), isNew: false }
  if (now.isCreating) {
    const found = await service.find(now.mark).catch((error) => {
      const isUnlisted = error instanceof UserError && error.code === 'batch-unsupported'
      throw isUnlisted
        ? new UserError('batch-unlisted', { host: service.host, file: manifestFile, mark: now.mark })
        : error
    })
    if (found) {
      await keep({ job: found.id })
      return { job: found, isNew: false }
    }
  }
  if (now.file === undefined) {
    await keep({})
    await keep({ file: await service.upload(text, name) })
  }
  await keep({ isCreating: true })
  const job = await service.create(now.file ?? '', now.mark, window).catch(async (error) => {
    // what was refused was not created, and the file may be what is wrong
    if (error instanceof UserError && error.code !== 'batch-trouble')
      await keep({ isCreating: undefined, file: undefined })
    throw error
  })
  await keep({ job: job.id })
  return { job, isNew: true }
}
