import { UserError } from '../errors/user-error.js'
import { isLoopback } from '../text/loopback.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Node's own fetch gives up after so many milliseconds without a word, whatever the caller would wait. */
const PATIENCE_OF_FETCH = 300_000

/** A proxy is named by its address; without "http://" a host with a port is read as something else. */
function isProxy(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
}

/**
 * What carries requests where Node's own fetch does not do: through the proxy that the environment names
 * (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in either case), which Node 20's fetch does not look at, and with more
 * patience than it has. Throws UserError `proxy-invalid`. Nothing where neither is needed. An endpoint on this machine is never asked through a proxy.
 */
export async function createDispatcher(
  environment: Environment,
  baseUrl: string,
  deadline: number,
): Promise<object | undefined> {
  const httpProxy = environment.http_proxy || environment.HTTP_PROXY
  const httpsProxy = environment.https_proxy || environment.HTTPS_PROXY
  const noProxy = environment.no_proxy || environment.NO_PROXY
  const isDirect = isLoopback(baseUrl) || (!httpProxy && !httpsProxy)
  if (isDirect && deadline <= PATIENCE_OF_FETCH) return undefined
  for (const [name, proxy] of [
    ['HTTP_PROXY', httpProxy],
    ['HTTPS_PROXY', httpsProxy],
  ] as const)
    if (proxy && !isProxy(proxy)) throw new UserError('proxy-invalid', { name, value: proxy })
  const { Agent, EnvHttpProxyAgent } = await import('undici') // large, and seldom needed
  const patience = { headersTimeout: 0, bodyTimeout: 0 } // the deadline of the exchange ends it
  if (isDirect) return new Agent(patience)
  return new EnvHttpProxyAgent({
    ...patience,
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    ...(noProxy && { noProxy }),
  })
}
