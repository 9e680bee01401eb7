import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createDispatcher } from '../../src/model/dispatcher.js'
import { createEndpoint } from '../../src/model/endpoint.js'
import { completion, startEndpoint } from '../support/endpoint-server.js'

const request = {
  model: 'm',
  messages: [{ role: 'user' as const, content: 'Hi' }],
  reply: { name: 'n', schema: {} },
}

/** A proxy that leads every host to one server on loopback, and remembers which hosts were asked for. */
async function startProxy(target: URL): Promise<{ url: string; hosts: string[] }> {
  const hosts: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, socket) => {
    hosts.push(request.url ?? '')
    const upstream = connect(Number(target.port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
    onTestFinished(() => void upstream.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, hosts }
}

test('requests go through the proxy that the environment names', async () => {
  const server = await startEndpoint(completion('{}'))
  const proxy = await startProxy(new URL(server.baseUrl))
  const baseUrl = 'http://llm.example.com/v1'
  const dispatcher = await createDispatcher({ HTTP_PROXY: proxy.url }, baseUrl, 10_000)
  const endpoint = createEndpoint({
    baseUrl,
    deadline: 10_000,
    structured: 'auto',
    describeForm: () => '',
    dispatcher,
    log() {},
  })
  expect((await endpoint.complete(request, new AbortController().signal)).text).toBe('{}')
  expect(proxy.hosts).toEqual(['llm.example.com:80'])
  expect(server.requests).toHaveLength(1)
})

test.each([
  ['no proxy is named', {}, 'https://llm.example.com/v1'],
  ['the names are empty', { HTTP_PROXY: '', https_proxy: '' }, 'https://llm.example.com/v1'],
  ['the endpoint is on this machine', { HTTPS_PROXY: 'http://127.0.0.1:1' }, 'http://localhost:11434/v1'],
])('there is no proxy where %s', async (_, environment, baseUrl) => {
  expect(await createDispatcher(environment, baseUrl, 10_000)).toBeUndefined()
})

test('more patience than fetch has needs an agent of its own, which reaches the endpoint as well', async () => {
  const server = await startEndpoint(completion('{}'))
  const { baseUrl } = server
  const deadline = 3_000_000
  const dispatcher = await createDispatcher({}, baseUrl, deadline)
  expect(dispatcher).toBeDefined()
  const endpoint = createEndpoint({
    baseUrl,
    deadline,
    structured: 'auto',
    describeForm: () => '',
    dispatcher,
    log() {},
  })
  expect((await endpoint.complete(request, new AbortController().signal)).text).toBe('{}')
})
