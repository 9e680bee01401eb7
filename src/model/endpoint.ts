import * as z from 'zod'
import { EndpointError } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import { escapePattern } from '../text/escape-pattern.js'
import { nearest } from '../text/nearest.js'
import { type Body, createCapabilities, NAMES_FORMAT, type Rung } from './capabilities.js'
import { type ClientOptions, causeOf, createClient, OpenAI } from './client.js'
import { readCompletion } from './completion.js'
import { DeadlineError, withDeadline } from './deadline.js'
import type { Model } from './model.js'
import { readBounded, withoutKey } from './read-bounded.js'
import type { Reply, Request } from './request.js'

export type EndpointOptions = ClientOptions & {
  /** How the form of replies is asked for; `auto` finds out. */
  structured: Rung | 'auto'
  /** Words a JSON Schema for an endpoint that takes none. */
  describeForm(schema: object): string
}

/** An OpenAI-compatible endpoint, used through its chat completions, which all of them have. */
export function createEndpoint(options: EndpointOptions): Model {
  const { baseUrl, apiKey, deadline, structured, describeForm } = options
  const { host, hostname } = new URL(baseUrl)
  const capabilities = createCapabilities(structured, hostname, describeForm)
  const client = createClient({ ...options, fetch: readBounded(apiKey) })

  const complete: Model['complete'] = async (request, signal) => {
    for (let step = 1; ; step++) {
      const body = capabilities.bodyOf(request)
      try {
        return await exchange(body, signal)
      } catch (error) {
        if (signal.aborted) throw signal.reason
        const trouble = await translate(error, request, signal)
        const isRefusal = trouble instanceof EndpointError && trouble.trouble === 'rejected'
        const goesOn = isRefusal && step < MOST_STEPS && capabilities.learn(request, body, trouble.message)
        if (!goesOn) throw trouble
      }
    }
  }

  const exchange = (body: Body, signal: AbortSignal): Promise<Reply> =>
    withDeadline(signal, deadline, async (signal) => {
      const create = body as OpenAI.ChatCompletionCreateParamsNonStreaming
      return readCompletion(await client.chat.completions.create(create, { signal }))
    })

  /** An error of the SDK → trouble with this request, or with the endpoint as a whole. */
  const translate = async (error: unknown, { model }: Request, signal: AbortSignal): Promise<unknown> => {
    const own = ownTrouble(error)
    if (own?.trouble === 'redirected')
      return new UserError('endpoint-redirects', { host, cause: own.message })
    if (own) return own
    if (error instanceof DeadlineError) return new EndpointError('deadline', error.message)
    if (!(error instanceof OpenAI.APIError) || error.status === undefined) {
      return new EndpointError('connection', withoutKey(causeOf(error), apiKey))
    }
    const status: number = error.status
    const cause = withoutKey(causeOfRefusal(error), apiKey)
    if (isModelUnknown(error, model)) return modelUnknown(model, signal)
    if (isQuota(error)) return new UserError('endpoint-quota', { host, cause })
    if ((status === 404 || status >= 500) && NAMES_REPLY_FORMAT.test(cause))
      return new EndpointError('rejected', `${status}: ${cause}`)
    if (status === 401 || status === 403 || status === 404) {
      return new UserError('endpoint-refused', { host, status, cause })
    }
    if (status === 429) return new EndpointError('throttled', cause, retryAfterOf(error.headers))
    if ((status >= 500 && status !== 501) || [408, 409, 425, 498].includes(status)) {
      return new EndpointError('server', `${status}: ${cause}`, retryAfterOf(error.headers))
    }
    return new EndpointError('rejected', `${status}: ${cause}`)
  }

  const modelUnknown = async (model: string, signal: AbortSignal): Promise<UserError> => {
    const offered = await withDeadline(signal, LISTING_DEADLINE, async (signal) => {
      const { data } = modelList.parse(await client.models.list({ signal }))
      return data.map(({ id }) => id)
    }).catch(() => []) // an endpoint need not list its models
    signal.throwIfAborted()
    return new UserError('model-unknown', { host, model, offered, nearest: nearest(model, offered) })
  }

  return { host, complete }
}

/** Gateways say of a form of replies that no server of theirs takes that there is none, or that it failed. */
const NAMES_REPLY_FORMAT = /response_format|json_schema|json_object|structured[ _]outputs?/i

/** Steps down from what an endpoint refuses, per request. */
const MOST_STEPS = 10

/** Milliseconds in which an endpoint should have listed its models, for a better error message. */
const LISTING_DEADLINE = 5_000

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) })

/** What endpoints say of a name that they do not know. "For this model, temperature 0 is invalid" is about something else. */
const NO_SUCH_MODEL = [
  /\b(?:unknown|invalid|no such|not a valid|unsupported) model\b(?! (?:parameter|setting|option|input|output))/i,
  /\bmodel (?:id |name )?(?:is |was |could )?(?:not (?:be )?found|does not exist|doesn['’]t exist|unknown|not available)\b/i,
  /\bmodel (?:id |name )?["'`“][^"'`”]{1,200}["'`”] (?:is |was |could )?(?:not (?:be )?found|does not exist|doesn['’]t exist|unknown|invalid|not available|not supported)/i,
  /\bno endpoints? found (?:for|that)\b/i,
]

function isModelUnknown(
  { status, code, param, message }: InstanceType<typeof OpenAI.APIError>,
  model: string,
): boolean {
  if (status !== 400 && status !== 404) return false
  if (code === 'model_not_found') return true
  if (NAMES_FORMAT.test(message) || (param && param !== 'model')) return false // "this model does not support response_format"
  return NO_SUCH_MODEL.some((said) => said.test(withNameQuoted(message, model)))
}

/** "m not found" and "model m not found" → 'model "m" not found', so that a name of any letters is known as one. */
function withNameQuoted(message: string, model: string): string {
  const name = escapePattern(model)
  return message.replace(
    new RegExp(`(?:\\bmodel )?["'\`]?(?<![\\w-])${name}(?![\\w-])["'\`]?`, 'g'),
    `model "name"`,
  )
}

function isQuota({ status, code, message }: InstanceType<typeof OpenAI.APIError>): boolean {
  if (status === 402) return true
  return status === 429 && /insufficient_quota|billing/i.test(`${code} ${message}`)
}

/** What the endpoint says, and the field it is about where the text does not name it. */
function causeOfRefusal({ message, param }: InstanceType<typeof OpenAI.APIError>): string {
  const text = message.replace(/^\d+ /, '')
  return param && !text.includes(param) ? `${text} (${param})` : text
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date → milliseconds. */
function retryAfterOf(headers: Headers | undefined): number | undefined {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(exact)) return Math.max(0, exact)
  const told = headers?.get('retry-after')
  if (!told) return undefined
  const seconds = Number(told)
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(told) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined
}

/** Trouble that was found while a body was read, which the SDK wraps. */
function ownTrouble(error: unknown): EndpointError | undefined {
  if (error instanceof EndpointError) return error
  return error instanceof Error && error.cause !== undefined ? ownTrouble(error.cause) : undefined
}
