import { createHash } from 'node:crypto'
import type { Message } from '../model/request.js'
import type { Prompt } from './prompt.js'

/** A piece of a template: text as it stands, a variable as text or as JSON, or pieces that depend on one. */
export type Piece =
  | string
  | { show: string }
  | { json: string }
  | { when: string; set: readonly Piece[]; unset: readonly Piece[] }

/** A message of a template, its variables not filled in yet. */
export type TemplateMessage = { role: Message['role']; pieces: readonly Piece[] }

/** A template file that was read and checked; plain data, so that it can be read before the program is run. */
export type Template = Omit<Prompt, 'render'> & { messages: readonly TemplateMessage[] }

/** So that an editor's line ends change neither requests nor the hash. */
export const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The SHA-256 of a template file, in hex. */
export const sha256Of = (text: string): string =>
  createHash('sha256').update(withPlainEnds(text)).digest('hex')

type Variables = Readonly<Record<string, unknown>>

/** A template → what renders it. Throws where a variable that it shows is not given. */
export function promptOf<V>({ messages, ...description }: Template): Prompt<V> {
  return {
    ...description,
    render: (variables) =>
      messages.map(({ role, pieces }) => ({ role, content: fillIn(pieces, variables as Variables).trim() })),
  }
}

function fillIn(pieces: readonly Piece[], variables: Variables): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('show' in piece) return String(given(piece.show, variables) ?? '')
      if ('json' in piece) return jsonForPrompt(given(piece.json, variables))
      return fillIn(isSet(variables[piece.when]) ? piece.set : piece.unset, variables)
    })
    .join('')
}

function given(name: string, variables: Variables): unknown {
  if (!Object.hasOwn(variables, name)) throw new Error(`a template shows "${name}", which is not given`)
  return variables[name]
}

/** As Handlebars has it: an empty list is nothing too. */
const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

/**
 * JSON as prompts show it: an array with an element a line, and no character that could close a tag or
 * break a line.
 */
export function jsonForPrompt(value: unknown): string {
  const text = Array.isArray(value) ? `[\n${linesOf(value)}\n]` : JSON.stringify(value)
  return text.replace(/[<>\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** An element a line. All at once where it is plain where each ends: a call for each of a thousand pairs takes ten times as long. */
function linesOf(elements: readonly unknown[]): string {
  if (elements.every(Array.isArray)) {
    const pieces = JSON.stringify(elements).split('],[')
    if (pieces.length === elements.length) return pieces.join('],\n[').slice(1, -1)
  }
  return elements.map((element) => JSON.stringify(element)).join(',\n')
}
