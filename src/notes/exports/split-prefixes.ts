import { ANY_QUADRANT, EVERYONE } from '../../text/everyone.js'
import type { Note } from '../note.js'
import type { Reading, ReadOptions } from './export-kind.js'

const PREFIX = /^(?:\[([^\]\n]{1,40})\]|([\p{Lu}\p{Lo}][^:：\n]{0,30}?)[:：])\s+(?=\S)/u
const FEWEST_NOTES = 4
const MOST_NAMES = 8
const MOST_WORDS = 3

/**
 * "Nurse: no time", "[Gains] thanks": where every note begins with one of a few names that come again and again, these
 * say whose it is, or what it is about, and no column does. The name is taken off the text.
 */
export function splitPrefixes(reading: Reading, { isQuadrant, named }: ReadOptions): Reading {
  const { notes, columns } = reading
  const hasPersona = columns.persona !== undefined || named.persona !== undefined
  const hasQuadrant =
    columns.quadrant !== undefined || named.quadrant !== undefined || reading.quadrants !== undefined
  if ((hasPersona && hasQuadrant) || notes.length < FEWEST_NOTES) return reading
  const counts = new Map<string, number>()
  for (const { text } of notes) {
    const prefix = prefixOf(text)
    if (prefix === undefined) return reading
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  const names = [...counts.keys()]
  const isPlain =
    names.length >= 2 &&
    names.length <= Math.min(MOST_NAMES, notes.length / 2) &&
    [...counts.values()].every((count) => count >= 2)
  if (!isPlain) return reading
  const areQuadrants = names.every(isQuadrant)
  if (areQuadrants ? hasQuadrant : hasPersona) return reading
  const split = notes.map((note): Note => {
    const [whole = ''] = PREFIX.exec(note.text) ?? []
    const name = prefixOf(note.text) ?? (areQuadrants ? ANY_QUADRANT : EVERYONE)
    return {
      ...note,
      text: note.text.slice(whole.length),
      ...(areQuadrants ? { quadrant: name } : { persona: name }),
    }
  })
  const what = areQuadrants ? 'quadrant' : 'persona'
  const quoted = names.map((name) => `"${name}"`).join(', ')
  return {
    ...reading,
    notes: split,
    warnings: [
      ...reading.warnings,
      `every note begins with its ${what} (${quoted}), which was taken off the text`,
    ],
  }
}

function prefixOf(text: string): string | undefined {
  const [, bracketed, plain] = PREFIX.exec(text.slice(0, 80)) ?? []
  const name = (bracketed ?? plain)?.trim()
  return name !== undefined && name.split(/\s+/).length <= MOST_WORDS ? name : undefined
}
