import { timingSafeEqual } from 'node:crypto'
import { UserError } from '../errors/user-error.js'
import type { LocalRequest, LocalResponse } from '../world/local.js'
import type { Session } from './open-session.js'
import { PATHS } from './protocol.js'

export type Review = {
  session: Session
  /** Part of every address; nobody else on this machine knows it. */
  secret: string
  page: string
  style: string
  script: string
  /** What is written when the user is done, as a sentence; "" where no document was asked for. */
  writes: string
  /** The user is done. */
  end(): void
}

/** What no page may do that this one does not need, and nobody may keep. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** A request of the page → its answer. One that does not know the secret, or comes from elsewhere, learns and changes nothing. */
export async function answerRequest(request: LocalRequest, review: Review): Promise<LocalResponse> {
  const path = pathBelow(review.secret, request.path)
  if (path === undefined) return refuse(404, 'There is nothing here.')
  if (!comesFromHere(request)) return refuse(403, 'This is for the page of this address alone.')
  try {
    return await route(path, request, review)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return refuse(422, error.message)
  }
}

async function route(
  path: string,
  { method, headers, body }: LocalRequest,
  review: Review,
): Promise<LocalResponse> {
  const { session, page, style, script, end } = review
  if (method === 'GET') {
    if (path === PATHS.page) return answer('text/html; charset=utf-8', page)
    if (path === PATHS.style) return answer('text/css; charset=utf-8', style)
    if (path === PATHS.script) return answer('text/javascript; charset=utf-8', script)
    if (path === PATHS.state) return answer(JSON_TYPE, JSON.stringify(await session.state()))
    return refuse(404, 'There is nothing here.')
  }
  if (method !== 'POST') return refuse(405, 'GET and POST are all there is.')
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return refuse(415, 'Changes are JSON.')
  if (path === PATHS.end) {
    end()
    return answer(JSON_TYPE, JSON.stringify({ writes: review.writes }))
  }
  if (path !== PATHS.changes) return refuse(404, 'There is nothing here.')
  const asked = parse(body)
  if (asked === undefined) return refuse(400, 'This is not JSON.')
  const outcome = await session.change(asked)
  return { ...answer(JSON_TYPE, JSON.stringify(outcome)), status: outcome.made ? 200 : 409 }
}

/** "/SECRET/state" → "state"; nothing for an address that does not know the secret. */
function pathBelow(secret: string, path: string): string | undefined {
  const [, first = '', ...rest] = path.split('/')
  const [given, own] = [Buffer.from(first), Buffer.from(secret)]
  return given.length === own.length && timingSafeEqual(given, own) && rest.length === 1 ? rest[0] : undefined
}

/** Whether a browser says that a request is for this address, and made by its own page or by the user. */
function comesFromHere({ headers, origin, method }: LocalRequest): boolean {
  if (headers.host !== new URL(origin).host) return false
  if (headers.origin !== undefined && headers.origin !== origin) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || (site === 'none' && method === 'GET')
}

const answer = (type: string, body: string): LocalResponse => ({
  status: 200,
  headers: { ...HEADERS, 'content-type': type },
  body,
})

const refuse = (status: number, text: string): LocalResponse => ({
  status,
  headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  body: `${text}\n`,
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
