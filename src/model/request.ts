import { createHash } from 'node:crypto'

/** One message of a request. */
export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

/** A JSON Schema that a reply must fit. */
export type JsonSchema = { [keyword: string]: unknown }

/** Fields of the request body that are passed on as they are, e.g. `temperature`. */
export type Parameters = { [field: string]: unknown }

/** Everything a reply depends on. Host and API key are no part of it. */
export type Request = {
  model: string
  messages: readonly Message[]
  reply: { name: string; schema: JsonSchema }
  parameters?: Parameters
}

/** Tokens as the endpoint counted them; null where it did not say. */
export type Usage = { inputTokens: number | null; outputTokens: number | null }

/** A complete reply: neither cut off nor refused. */
export type Reply = {
  text: string
  usage: Usage
  /** Who answered: "loopback" for a model on this machine, else the host's name; absent where it is not known. */
  host?: string | undefined
}

/** The name of a request's recording: the SHA-256 of its canonical JSON, in hex. */
export function keyOf(request: Request): string {
  const known = keys.get(request)
  if (known !== undefined) return known
  const key = createHash('sha256').update(canonicalJson(request)).digest('hex')
  keys.set(request, key)
  return key
}

/** A request is never changed, and its key is needed when it is looked up, asked and recorded. */
const keys = new WeakMap<Request, string>()

/** JSON with sorted keys and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join()}}`
}
