import { isAskedForPerson, kindOf } from '../column-kinds.js'
import { PROFILED, profileOf } from '../judge-cells.js'
import { isQuestion, signsOf } from '../judge-header.js'
import type { DropReason } from '../note.js'
import type { Reading } from './export-kind.js'

const FEWEST = 3

/** What was asked for where words were not, as people are told of it. */
const ASKED: Readonly<Partial<Record<string, { reason: DropReason; what: string }>>> = {
  number: { reason: 'number', what: 'numbers only, which are ratings and no notes' },
  personal: { reason: 'personal', what: 'personal data and no notes' },
  id: { reason: 'personal', what: 'ids or codes and no notes' },
  date: { reason: 'personal', what: 'dates and no notes' },
  choice: { reason: 'choice', what: 'choices and no notes' },
}

/**
 * A tall table of questions and answers holds all of them, not only those in words. Where all notes of a quadrant are
 * ratings, names, dates or choices, they are dropped, and said; a number among notes stays.
 */
export function dropOtherAnswers(reading: Reading): Reading {
  const byQuadrant = new Map<string, string[]>()
  for (const { quadrant, text } of reading.notes) {
    const own = byQuadrant.get(quadrant)
    if (own === undefined) byQuadrant.set(quadrant, [text])
    else if (own.length < PROFILED) own.push(text)
  }
  if (byQuadrant.size < 2) return reading
  const found = [...byQuadrant].flatMap(([quadrant, texts]) => {
    const asked = texts.length >= FEWEST ? ASKED[kindOfAnswers(quadrant, texts)] : undefined
    return asked ? [{ quadrant, ...asked }] : []
  })
  if (found.length === 0 || found.length === byQuadrant.size) return reading
  const reasons = new Map(found.map(({ quadrant, reason }) => [quadrant, reason]))
  const gone = reading.notes.filter(({ quadrant }) => reasons.has(quadrant))
  const dropped = new Map<string, { row: number; column?: number; reason: DropReason }>()
  for (const { quadrant, place } of gone) {
    const reason = reasons.get(quadrant) ?? 'number'
    dropped.set(`${place.row}:${place.column ?? ''}`, {
      row: place.row,
      ...(place.column !== undefined && { column: place.column }),
      reason,
    })
  }
  return {
    ...reading,
    notes: reading.notes.filter(({ quadrant }) => !reasons.has(quadrant)),
    cells: reading.cells - (gone.length - dropped.size),
    dropped: [...reading.dropped, ...dropped.values()].sort((a, b) => a.row - b.row),
    warnings: [...reading.warnings, ...found.map(({ quadrant, what }) => `"${quadrant}" holds ${what}`)],
  }
}

/** Boards have short notes of all kinds; only what was asked as a question is judged like a survey's. */
function kindOfAnswers(quadrant: string, texts: readonly string[]): string {
  const profile = profileOf(texts)
  if (profile.numbers === 1) return 'number'
  const asksForPerson = signsOf(quadrant).some(({ role, how }) => role === 'person' && how === 1)
  if (asksForPerson && profile.sentences < 0.5) return 'personal'
  if (!isQuestion(quadrant)) return 'open'
  if (isAskedForPerson(quadrant, profile)) return 'personal'
  const kind = kindOf(quadrant, profile)
  if (kind === 'choice' && (profile.distinct > 5 || profile.words > 2)) return 'open'
  return kind
}
