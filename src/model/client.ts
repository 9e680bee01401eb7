import OpenAI, { toFile } from 'openai'

/** The only door to the SDK. */
export { OpenAI, toFile }

export type ClientOptions = {
  baseUrl: string
  /** Absent for an endpoint that needs none. */
  apiKey?: string | undefined
  /** For one exchange, its body included, in milliseconds. */
  deadline: number
  /** Carries requests, where Node's own fetch does not do. */
  dispatcher?: object | undefined
  /** Takes what the SDK has to say about itself. */
  log(text: string): void
}

/** The SDK, with nothing done behind our back: no retries, no redirect, no headers of other settings of its own. */
export function createClient(options: ClientOptions & { fetch: typeof fetch }): OpenAI {
  const { baseUrl, apiKey, deadline, dispatcher, log } = options
  const write = (message: string): void => log(`openai: ${message}`)
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none', // the SDK insists on one; endpoints on loopback ignore it
    organization: null,
    project: null,
    maxRetries: 0, // retrying is persist.ts's work
    timeout: deadline + 1_000, // ours ends first, and covers the body
    fetch: options.fetch,
    fetchOptions: { redirect: 'manual', dispatcher } as object, // a redirect would carry the notes elsewhere
    logger: { error: write, warn: write, info: write, debug: write },
    logLevel: 'warn',
  })
}

/** The innermost cause says what happened: "fetch failed" does not. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return causeOf(error.cause)
  const code = 'code' in error ? String(error.code) : ''
  return code && !error.message.includes(code)
    ? `${error.message || 'no connection'} (${code})`
    : error.message
}
