import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line of a file of requests. */
export type RequestLine = {
  custom_id: string
  url: string
  body: { model: string; messages: { role: string; content: string }[]; response_format?: unknown }
}

/** How a batch ends: its state, and the lines of its files; a file that is not given is not there. */
export type Ending = {
  status: string
  output?: readonly string[]
  errors?: readonly string[]
  problems?: readonly { code: string; line: number; message: string }[]
  /** What the service counts, where that is not the truth. */
  counts?: { total: number; completed: number; failed: number }
}

/** What may go wrong on the way: the first request for which it returns true is answered by it. */
export type Trouble = (request: IncomingMessage, response: ServerResponse) => boolean

type Batch = {
  id: string
  input: string
  metadata: unknown
  window: string
  looks: number
  ending: Ending
  isCancelled: boolean
}

export type BatchServer = {
  baseUrl: string
  /** What was uploaded and created, in order. */
  uploads: { name: string; purpose: string; text: string }[]
  batches: Batch[]
  /** Method and path of everything that was asked. */
  asked: string[]
  /** From now on. */
  trouble: Trouble | undefined
}

/**
 * OpenAI's routes for files and batches on loopback, with node:http. A batch is at work for the first look at it and over from the
 * second on, as `end` says; a cancelled one ends as such with what `end` gives. It ends with the test.
 */
export async function startBatchServer(end: (lines: readonly RequestLine[]) => Ending): Promise<BatchServer> {
  const texts = new Map<string, string>()
  const state: BatchServer = { baseUrl: '', uploads: [], batches: [], asked: [], trouble: undefined }

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const bytes = await bodyOf(request)
    const path = pathname.replace(/^\/v1/, '')
    state.asked.push(`${request.method} ${path}`)
    if (state.trouble?.(request, response)) return
    const [, kind, id = '', what] = path.split('/')
    if (kind === 'files' && request.method === 'POST') return upload(request, bytes, response)
    if (kind === 'files' && what === 'content') {
      response.setHeader('content-type', 'application/octet-stream')
      return void response.end(texts.get(id))
    }
    if (kind !== 'batches') return refuse(response, 404, 'there is no such route')
    if (request.method === 'GET' && id === '')
      return json(response, {
        object: 'list',
        data: [...state.batches].reverse().map(shown),
        has_more: false,
      })
    if (request.method === 'POST' && id === '') return create(JSON.parse(bytes.toString()), response)
    const batch = state.batches.find((one) => one.id === id)
    if (!batch) return refuse(response, 404, 'there is no such batch')
    if (what === 'cancel') batch.isCancelled = true
    else batch.looks++
    return json(response, shown(batch))
  }

  const upload = async (request: IncomingMessage, bytes: Buffer, response: ServerResponse): Promise<void> => {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const file = form.get('file') as File
    const text = await file.text()
    const id = `file-${state.uploads.length + 1}`
    state.uploads.push({ name: file.name, purpose: String(form.get('purpose')), text })
    texts.set(id, text)
    json(response, { id, object: 'file', filename: file.name, purpose: 'batch' })
  }

  const create = (body: { [field: string]: unknown }, response: ServerResponse): void => {
    const input = String(body.input_file_id)
    const lines = (texts.get(input) ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line): RequestLine => JSON.parse(line))
    const id = `batch_${state.batches.length + 1}`
    const batch = { id, input, metadata: body.metadata, window: String(body.completion_window), looks: 0 }
    state.batches.push({ ...batch, ending: end(lines), isCancelled: false })
    const created = state.batches.at(-1)
    if (created) json(response, shown(created))
  }

  const shown = ({ id, metadata, looks, ending, isCancelled }: Batch): object => {
    const isOver = looks > 1 || isCancelled
    const { status, output, errors, problems, counts } = ending
    const fileOf = (kind: string, lines: readonly string[] | undefined): string | null => {
      if (!isOver || lines === undefined) return null
      texts.set(`${id}-${kind}`, lines.join('\n'))
      return `${id}-${kind}`
    }
    return {
      ...{
        id,
        object: 'batch',
        metadata,
        status: isCancelled ? 'cancelled' : isOver ? status : 'in_progress',
      },
      request_counts: counts ?? {
        total: 2,
        completed: isOver ? (output?.length ?? 0) : 0,
        failed: errors?.length ?? 0,
      },
      output_file_id: fileOf('output', output),
      error_file_id: fileOf('errors', errors),
      errors: isOver && problems ? { object: 'list', data: problems } : null,
    }
  }

  const server = createServer((request, response) => void route(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  state.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return state
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function json(response: ServerResponse, value: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(value))
}

/** An error in OpenAI's form. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status
  json(response, { error: { message, type: 'invalid_request_error', code: null } })
}
