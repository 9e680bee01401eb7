import { EndpointError } from '../errors/model-trouble.js'

/** Larger than any reply: a body that goes on is not kept. In bytes. */
const LARGEST_BODY = 16_000_000

/**
 * The SDK parses whatever is sent, of any size, and drops the text of an error that is not in OpenAI's form. So bodies are
 * read here: up to a limit, JSON where the exchange went well, and errors handed over in OpenAI's form; and
 * without the key, which some endpoints repeat.
 */
export const readBounded =
  (apiKey: string | undefined): typeof fetch =>
  async (url, init) => {
    const response = await fetch(url, init)
    refuseRedirect(response)
    const text = withoutKey(await textWithin(response, LARGEST_BODY), apiKey)
    const { status, statusText } = response
    const headers = new Headers(response.headers)
    headers.set('content-type', 'application/json')
    headers.delete('content-length')
    headers.delete('content-encoding')
    if (response.ok) {
      if (!parsed(text))
        throw new EndpointError(
          'not-json',
          `${status}: it answered with something that is not JSON (${shown(text)})`,
        )
      return new Response(text, { status, statusText, headers })
    }
    return new Response(asError(text), { status, statusText, headers })
  }

/** As `readBounded`, but what goes well is left to whoever asked: a file is of any size and no JSON. */
export const readErrors: typeof fetch = async (url, init) => {
  const response = await fetch(url, init)
  refuseRedirect(response)
  if (response.ok) return response
  const { status, statusText } = response
  const text = await textWithin(response, LARGEST_BODY)
  return new Response(asError(text), {
    ...{ status, statusText },
    headers: { 'content-type': 'application/json' },
  })
}

/** A text without the key, wherever it stands: it is neither shown nor recorded. */
export function withoutKey(text: string, apiKey: string | undefined): string {
  return apiKey ? text.replaceAll(apiKey, '[API key]') : text
}

/** Throws EndpointError `redirected`: whoever named the address says whether the notes may go there. */
function refuseRedirect({ status, headers }: Response): void {
  if (status < 300 || status >= 400) return
  const target = headers.get('location') ?? 'another address'
  throw new EndpointError('redirected', `${status}: it sends on to ${target.slice(0, 200)}`)
}

/** An error in OpenAI's form; of a page its words, without its tags. */
function asError(text: string): string {
  if (hasErrorObject(text)) return text
  const words = text
    .slice(0, 20_000)
    .replace(/<(script|style)[^>]{0,2000}>[\s\S]{0,20000}?<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return JSON.stringify({ error: { message: words.slice(0, LONGEST_ERROR) || 'it says nothing more' } })
}

const LONGEST_ERROR = 500

async function textWithin(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > most) throw new EndpointError('too-large', `the answer is larger than ${most / 1e6} MB`)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks)) // without a byte order mark
}

const shown = (text: string): string => JSON.stringify(text.trim().slice(0, 40))

/** What stands in a text as JSON, if anything does. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function hasErrorObject(text: string): boolean {
  const { error } = Object(parsed(text)?.value)
  return typeof error === 'object' && error !== null
}
