import type { Capabilities } from '../model/capabilities.js'
import { keyOf } from '../model/request.js'
import type { Asked } from './asked.js'

/** Most that one file may hold: hosted services refuse larger ones. */
export type FileLimits = { requests: number; bytes: number }

/** Requests as lines of the batch input of OpenAI, which every engine reads: the key of the recording is the name. */
export function requestLines(asked: readonly Asked[], { bodyOf }: Capabilities): string[] {
  return asked.map(({ request }) => {
    const line = {
      custom_id: keyOf(request),
      method: 'POST',
      url: '/v1/chat/completions',
      body: bodyOf(request),
    }
    return `${JSON.stringify(line)}\n`
  })
}

/** Lines → the texts of files that keep within the limits; a line that alone is longer has a file of its own. */
export function cutIntoFiles(lines: readonly string[], { requests, bytes }: FileLimits): string[] {
  const files: string[][] = []
  let size = 0
  for (const line of lines) {
    const length = Buffer.byteLength(line)
    const file = files.at(-1)
    if (file && file.length < requests && size + length <= bytes) {
      file.push(line)
      size += length
    } else {
      files.push([line])
      size = length
    }
  }
  return files.map((file) => file.join(''))
}

/** "requests.jsonl" → "requests-1.jsonl", where there are several. */
export function fileNames(path: string, count: number): string[] {
  if (count <= 1) return [path]
  return Array.from({ length: count }, (_, index) => path.replace(/(\.[^./\\]+)?$/, `-${index + 1}$1`))
}
