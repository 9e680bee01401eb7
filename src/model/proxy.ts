import { isLoopback } from './loopback.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What carries requests through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in
 * either case), or nothing where it names none. Node 20's own fetch does not look at these variables. An
 * endpoint on this machine is never asked through a proxy.
 */
export async function createProxyAgent(
  environment: Environment,
  baseUrl: string,
): Promise<object | undefined> {
  const httpProxy = environment.http_proxy || environment.HTTP_PROXY
  const httpsProxy = environment.https_proxy || environment.HTTPS_PROXY
  const noProxy = environment.no_proxy || environment.NO_PROXY
  if (isLoopback(baseUrl) || (!httpProxy && !httpsProxy)) return undefined
  const { EnvHttpProxyAgent } = await import('undici') // large, and seldom needed
  return new EnvHttpProxyAgent({
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
    ...(noProxy && { noProxy }),
  })
}
