import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A chat completions request as it came over the wire. */
export type WireRequest = {
  model: string
  messages: { role: string; content: string }[]
  response_format?: { type: string; json_schema?: { name: string; schema: object } }
  [parameter: string]: unknown
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, request: WireRequest) => void

export type EndpointServer = {
  baseUrl: string
  /** Bodies of all chat completions requests, in order. */
  requests: WireRequest[]
  /** Headers of the same. */
  headers: IncomingHttpHeaders[]
}

/**
 * A real HTTP server on loopback that answers chat completions as it is told: the nth request by the nth
 * behaviour, the last one from then on. It ends with the test.
 */
export async function startEndpoint(...behaviours: readonly Behaviour[]): Promise<EndpointServer> {
  const requests: WireRequest[] = []
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      if (incoming.url?.endsWith('/models'))
        return json({ data: [{ id: 'gpt-small' }, { id: 'gpt-large' }] })(response, {} as WireRequest)
      const request = JSON.parse(Buffer.concat(chunks).toString()) as WireRequest
      const behave = behaviours[Math.min(requests.length, behaviours.length - 1)]
      requests.push(request)
      headers.push(incoming.headers)
      behave?.(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, headers }
}

/** An address on loopback at which nobody listens. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/v1`
}

/** A JSON body with status 200, or another. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

/** A body that is no JSON. */
export function text(body: string, status = 200, contentType = 'text/html'): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': contentType })
    response.end(body)
  }
}

/** A chat completion with this content, or with other fields of its choice. */
export function completion(
  content: string | object | null,
  choice: object = {},
  message: object = {},
): Behaviour {
  const said = content === null || typeof content === 'string' ? content : JSON.stringify(content)
  return json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        ...choice,
        message: { role: 'assistant', content: said, refusal: null, ...message },
      },
    ],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
  })
}

/** An error in OpenAI's form. */
export function failure(
  status: number,
  message: string,
  fields: object = {},
  headers: Record<string, string> = {},
): Behaviour {
  return json(
    { error: { message, type: 'invalid_request_error', param: null, code: null, ...fields } },
    status,
    headers,
  )
}

/** Never answers. */
export const hang: Behaviour = () => {}

/** Begins to answer, then falls silent. */
export const hangInBody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"id":')
}

/** Breaks the connection before it answers. */
export const drop: Behaviour = (response) => {
  response.socket?.destroy()
}

/** Breaks the connection in the middle of its answer. */
export const cutBody: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"id":', () => response.socket?.destroy())
}

/** Falls silent for a while between the bytes of its answer. */
export const dribble: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
