import { EndpointError } from '../errors/model-trouble.js'
import { readCompletion } from '../model/completion.js'
import type { Reply } from '../model/request.js'

/** What a line says: the answer of a request, why there is none, or nothing that could be read. */
export type AnswerLine =
  | { key: string; reply: Reply }
  | { key: string; reason: string }
  | { key: undefined; reason: string }

type Fields = { [field: string]: unknown }

/**
 * A line of an answers or errors file, of any engine that keeps to the shape of OpenAI's. Only a whole completion with status 200
 * is an answer; whatever else is there, an error in another place or none at all, is a reason.
 */
export function readAnswerLine(line: string): AnswerLine {
  const parsed = parse(line)
  if (!isFields(parsed) || typeof parsed.custom_id !== 'string')
    return { key: undefined, reason: 'a line that is no answer' }
  const key = parsed.custom_id
  const response = isFields(parsed.response) ? parsed.response : undefined
  const body = isFields(response?.body)
    ? response.body
    : response && 'choices' in response
      ? response
      : undefined
  const status = typeof response?.status_code === 'number' ? response.status_code : body && 200
  const error = errorOf(parsed.error) ?? errorOf(body?.error) ?? errorOf(response?.error)
  if (status !== 200 || error !== undefined)
    return {
      key,
      reason: [status || undefined, error].filter((part) => part !== undefined).join(': ') || 'no answer',
    }
  try {
    return { key, reply: readCompletion(body) }
  } catch (trouble) {
    if (!(trouble instanceof EndpointError)) throw trouble
    return { key, reason: trouble.message }
  }
}

/** Text of a file → its lines that say something; a byte order mark, blank lines and line ends of any kind are passed over. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
}

function errorOf(error: unknown): string | undefined {
  if (error === null || error === undefined || error === '') return undefined
  if (typeof error === 'string') return oneLine(error)
  if (!isFields(error)) return oneLine(JSON.stringify(error))
  const { message, code } = error
  return oneLine(
    typeof message === 'string' && message !== '' ? message : String(code ?? JSON.stringify(error)),
  )
}

/** Errors of services hold whole pages at times. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200)

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether any line of a text is an answer, or says why there is none. */
export const holdsAnswers = (text: string): boolean =>
  linesOf(text).some((line) => readAnswerLine(line).key !== undefined)
