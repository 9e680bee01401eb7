import * as z from 'zod'
import { UserError } from '../errors/user-error.js'
import { type ClientOptions, causeOf, createClient, OpenAI, toFile } from './client.js'
import { withDeadline } from './deadline.js'
import { readErrors, withoutKey } from './read-bounded.js'

/** A batch as a service knows it. */
export type Job = {
  id: string
  /** In small letters: "in_progress", "completed". */
  status: string
  /** Whether nothing will change any more. */
  isOver: boolean
  /** How many lines there are, were answered and failed, as the service counts; its counts are not to be relied on. */
  counts: { total: number; completed: number; failed: number } | undefined
  /** Files with answers and errors; either may be absent. */
  files: string[]
  /** Why the whole batch was refused. */
  problems: string[]
}

/** Routes for files and batches as OpenAI has them, which several services and gateways share. */
export type BatchService = {
  host: string
  /** Text of a file of requests → the file's id. */
  upload(text: string, name: string): Promise<string>
  /** Starts a batch; never repeated by itself, for a second one would be paid again. */
  create(file: string, mark: string, window: string): Promise<Job>
  /** The batch that was created with a mark, if there is one. */
  find(mark: string): Promise<Job | undefined>
  look(job: string): Promise<Job>
  cancel(job: string): Promise<Job>
  /** Text of a file of answers or errors. */
  read(file: string): Promise<string>
}

const OVER: readonly string[] = ['completed', 'failed', 'expired', 'cancelled', 'canceled']

/** Batches that are looked through for one, the newest first. */
const MOST_LISTED = 2_000

/** What is refused was not done; of anything else it is not known. */
const isRefusal = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)

const jobForm = z.object({
  id: z.string(),
  status: z.string(),
  request_counts: z
    .object({ total: z.number(), completed: z.number(), failed: z.number() })
    .nullish()
    .catch(undefined),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  errors: z
    .object({
      data: z
        .array(
          z.object({ code: z.string().nullish(), line: z.number().nullish(), message: z.string().nullish() }),
        )
        .nullish(),
    })
    .nullish()
    .catch(undefined),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(undefined),
})

/**
 * A service behind an address. What goes wrong is a UserError: `endpoint-refused`, `batch-unsupported` where there are no such routes,
 * `batch-refused` where nothing was done, or `batch-trouble` where that is not known.
 */
export function createBatchService(options: ClientOptions, signal: AbortSignal): BatchService {
  const { apiKey, deadline } = options
  const { host } = new URL(options.baseUrl)
  const client = createClient({ ...options, fetch: readErrors })

  const exchange = async <T>(
    doing: string,
    task: (signal: AbortSignal) => Promise<T>,
    isKnownJob = false,
  ): Promise<T> => {
    try {
      return await withDeadline(signal, deadline, task)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof UserError) throw error
      const status = error instanceof OpenAI.APIError ? error.status : undefined
      const text =
        error instanceof Error && status !== undefined ? error.message.replace(/^\d+ /, '') : causeOf(error)
      const cause = withoutKey(text, apiKey).replace(/\s+/g, ' ').slice(0, 500)
      if (isKnownJob && (status === 404 || status === 410))
        throw new UserError('batch-gone', { host, doing, status, cause })
      if (status === 404 || status === 405 || status === 501)
        throw new UserError('batch-unsupported', { host, doing, status, cause })
      if (status === 401 || status === 403) throw new UserError('endpoint-refused', { host, status, cause })
      const whole = { host, doing, cause: status ? `${status}: ${cause}` : cause }
      throw new UserError(isRefusal(status) ? 'batch-refused' : 'batch-trouble', whole)
    }
  }

  const toJob = (value: unknown, doing: string): Job => {
    const parsed = jobForm.safeParse(value)
    if (!parsed.success)
      throw new UserError('batch-trouble', {
        host,
        doing,
        cause: 'it answered with something else than a batch',
      })
    const { id, status, request_counts, output_file_id, error_file_id, errors } = parsed.data
    return {
      id,
      status: status.toLowerCase(),
      isOver: OVER.includes(status.toLowerCase()),
      counts: request_counts ?? undefined,
      files: [output_file_id, error_file_id].filter(
        (file): file is string => typeof file === 'string' && file !== '',
      ),
      problems: (errors?.data ?? []).map(({ line, code, message }) => {
        const said = [code, message].filter(Boolean).join(': ')
        return withoutKey(line ? `line ${line}: ${said}` : said, apiKey)
      }),
    }
  }

  const jobOf = (
    doing: string,
    task: (signal: AbortSignal) => Promise<unknown>,
    isKnownJob = false,
  ): Promise<Job> => exchange(doing, async (signal) => toJob(await task(signal), doing), isKnownJob)

  return {
    host,
    upload: (text, name) =>
      exchange('uploading the requests', async (signal) => {
        const file = await toFile(Buffer.from(text), name)
        const { id } = await client.files.create({ file, purpose: 'batch' }, { signal })
        if (typeof id === 'string') return id
        throw new Error('it answered with something else than a file')
      }),
    create: (file, mark, window) => {
      const body = {
        input_file_id: file,
        endpoint: '/v1/chat/completions',
        completion_window: window as '24h', // others have longer ones
        metadata: { sixthemes: mark },
      } as const
      return jobOf('starting the batch', (signal) => client.batches.create(body, { signal }))
    },
    find: (mark) =>
      exchange('looking for the batch', async (signal) => {
        let looked = 0
        for await (const job of client.batches.list({ limit: 100 }, { signal })) {
          if (jobForm.safeParse(job).data?.metadata?.sixthemes === mark)
            return toJob(job, 'looking for the batch')
          if (++looked === MOST_LISTED) break
        }
        return undefined
      }),
    look: (job) => jobOf('asking for the batch', (signal) => client.batches.retrieve(job, { signal }), true),
    cancel: (job) => jobOf('cancelling the batch', (signal) => client.batches.cancel(job, { signal }), true),
    read: (file) =>
      exchange(
        'fetching the answers',
        async (signal) => withoutKey(await (await client.files.content(file, { signal })).text(), apiKey),
        true,
      ),
  }
}
