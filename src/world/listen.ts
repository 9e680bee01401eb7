import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { UserError } from '../errors/user-error.js'
import { codeOf } from './code-of.js'
import type { Listening, LocalRequest, LocalResponse } from './local.js'

/** How long an answer that is under way has, in milliseconds, when the page is over. */
const PATIENCE = 500

/** No request of a page of ours is larger. */
const LARGEST = 4 * 1024 * 1024

/** Answers requests on loopback, at a free port where 0 is given. Throws UserError `port-taken`. */
export async function listen(
  port: number,
  handle: (request: LocalRequest) => Promise<LocalResponse>,
): Promise<Listening> {
  let origin = ''
  const server = createServer(async (incoming, response) => {
    try {
      const length = Number(incoming.headers['content-length'] ?? 0)
      if (incoming.method === 'POST' && !(length <= LARGEST)) return send(response, TOO_LARGE)
      send(response, await handle({ ...(await toRequest(incoming)), origin }))
    } catch (error) {
      send(response, { ...BROKEN, body: `${error instanceof Error ? error.message : error}\n` })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new UserError('port-taken', { port, cause: codeOf(error) })))
    server.listen(port, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), PATIENCE) // a browser may hold some that it never used
      }),
  }
}

async function toRequest(incoming: IncomingMessage) {
  const [path = ''] = (incoming.url ?? '').split('?')
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join() : value,
    ]),
  )
  const body = incoming.headers['transfer-encoding'] === undefined ? await text(incoming) : ''
  return { method: incoming.method ?? '', path, headers, body }
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }
const TOO_LARGE: LocalResponse = { status: 413, headers: PLAIN, body: 'This is too large.\n' }
const BROKEN = { status: 500, headers: PLAIN }

function send(response: ServerResponse, { status, headers, body }: LocalResponse): void {
  response.writeHead(status, { ...headers, connection: 'close' }).end(body)
}
