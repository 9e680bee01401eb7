import { EVERYONE } from '../../text/everyone.js'
import type { Reading, ReadOptions } from './export-kind.js'
import { type SplitHeading, splitHeadings } from './split-heading.js'

/**
 * "Nurse – Gains" in the column of the quadrants says whose a note is as well, where no other column does: it is split as such
 * headings are.
 */
export function splitSections(reading: Reading, { isQuadrant, named }: ReadOptions): Reading {
  const { notes, columns } = reading
  if (columns.persona || named.persona !== undefined || notes.some(({ persona }) => persona !== EVERYONE))
    return reading
  const names = [...new Set(notes.map(({ quadrant }) => quadrant))]
  const found = new Map<string, SplitHeading>()
  splitHeadings(names, isQuadrant).forEach((split, index) => {
    if (split) found.set(names[index] ?? '', split)
  })
  if (found.size < 2) return reading
  return {
    ...reading,
    notes: notes.map((note) => {
      const split = found.get(note.quadrant)
      return split ? { ...note, persona: split.persona ?? EVERYONE, quadrant: split.quadrant } : note
    }),
    ...(reading.quadrants && {
      quadrants: [...new Set(reading.quadrants.map((name) => found.get(name)?.quadrant ?? name))],
    }),
  }
}
