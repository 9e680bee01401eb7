import type { Checked } from '../text/checked.js'

const OPEN = /<think(?:ing)?>/gi
const CLOSE = /<\/think(?:ing)?>/gi

/** No reply that can be used is longer; characters. */
const LONGEST = 4_000_000

/** No form of a reply is nested more than five deep; what reads it goes down by calling itself. */
const DEEPEST = 100

/**
 * The first whole JSON object of a reply. Reasoning in <think> tags, code fences and prose around it are
 * passed over; an object that is not closed is not repaired, for a reply that was cut off must not pass.
 */
export function extractJson(reply: string): Checked<unknown> {
  if (reply.length > LONGEST) return { ok: false, problem: `it is longer than ${LONGEST} characters` }
  const text = withoutThoughts(reply)
  const start = text.indexOf('{')
  if (start < 0) return { ok: false, problem: 'there is no JSON object in it' }
  const { end, isDeep } = endOfObject(text, start)
  if (isDeep) return { ok: false, problem: `its JSON is nested more than ${DEEPEST} deep` }
  if (end === undefined) return { ok: false, problem: 'its JSON object is not closed' }
  try {
    return { ok: true, value: JSON.parse(text.slice(start, end)) }
  } catch {
    return { ok: false, problem: 'its JSON is broken' } // in words of our own, for they become part of a request
  }
}

/** Each thought is passed over from where it begins to where it ends; one that never ends is text. One way through. */
function withoutThoughts(text: string): string {
  let kept = ''
  let from = 0
  for (;;) {
    OPEN.lastIndex = from
    const begin = OPEN.exec(text)
    if (!begin) return kept + text.slice(from)
    CLOSE.lastIndex = OPEN.lastIndex
    if (!CLOSE.exec(text)) return kept + text.slice(from)
    kept += text.slice(from, begin.index)
    from = CLOSE.lastIndex
  }
}

const [QUOTE, BACKSLASH] = ['"', '\\'].map((sign) => sign.charCodeAt(0))
const [OPENED, CLOSED] = ['{', '}'].map((sign) => sign.charCodeAt(0))
const [LIST_OPENED, LIST_CLOSED] = ['[', ']'].map((sign) => sign.charCodeAt(0))

/** Where an object that begins at `start` ends; nothing where it is not closed. One way through; strings are passed over. */
function endOfObject(text: string, start: number): { end?: number; isDeep: boolean } {
  let [objects, lists, isString] = [0, 0, false]
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isString = false
    } else if (code === QUOTE) isString = true
    else if (code === OPENED) objects++
    else if (code === LIST_OPENED) lists++
    else if (code === LIST_CLOSED) lists--
    else if (code === CLOSED && --objects === 0) return { end: at + 1, isDeep: false }
    if (objects + lists > DEEPEST) return { isDeep: true }
  }
  return { isDeep: false }
}
