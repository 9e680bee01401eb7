import type { Checked } from '../text/checked.js'

const OPEN = /<think(?:ing)?>/gi
const CLOSE = /<\/think(?:ing)?>/gi

/** No reply that can be used is longer; characters. */
const LONGEST = 4_000_000

/**
 * The first whole JSON object of a reply. Reasoning in <think> tags, code fences and prose around it are
 * passed over; an object that is not closed is not repaired, for a reply that was cut off must not pass.
 */
export function extractJson(reply: string): Checked<unknown> {
  if (reply.length > LONGEST) return { ok: false, problem: `it is longer than ${LONGEST} characters` }
  const text = withoutThoughts(reply)
  const start = text.indexOf('{')
  if (start < 0) return { ok: false, problem: 'there is no JSON object in it' }
  const end = endOfObject(text, start)
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

const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|[{}]/g

function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  TOKEN.lastIndex = start
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if (token[0] === '{') depth++
    if (token[0] === '}' && --depth === 0) return TOKEN.lastIndex
  }
  return undefined
}
