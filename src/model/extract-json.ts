import type { Checked } from '../text/checked.js'

const THOUGHTS = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi

/**
 * The first whole JSON object of a reply. Reasoning in <think> tags, code fences and prose around it are
 * passed over; an object that is not closed is not repaired, for a reply that was cut off must not pass.
 */
export function extractJson(reply: string): Checked<unknown> {
  const text = reply.replace(THOUGHTS, '')
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
