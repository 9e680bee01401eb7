import { kindOf } from '../column-kinds.js'
import { columnsFor, holdsOwnStages, holdsQuadrants, type JudgedColumn } from '../columns.js'
import { isQuestion } from '../judge-header.js'
import type { ReadOptions } from './export-kind.js'

/** One note a row: a column of notes beside one that says where they belong. */
export function isTall(
  judged: readonly JudgedColumn[],
  { isQuadrant }: Pick<ReadOptions, 'isQuadrant'>,
): boolean {
  const isAsked = judged.some(({ header }) => isQuestion(header))
  const plain = columnsFor(judged, 'quadrant').filter(({ signs }) => signs.some(({ how }) => how === 1))
  const known = judged.filter((column) => holdsQuadrants(column, isQuadrant))
  const isKnown = known.some(
    ({ profile: { filled, distinct } }) => filled.length < 4 || distinct < filled.length,
  )
  if ((isKnown || plain.some(doRepeat) || judged.some(holdsOwnStages)) && !isAsked) return true
  const [note] = columnsFor(judged, 'note')
  const [text] = [note, ...columnsFor(judged, 'detail'), ...columnsFor(judged, 'title')]
  if (!text) return false
  const rest = judged.filter(({ index }) => index !== text.index)
  // a survey has remarks beside its questions, and a role of who answers
  const isBesideQuestions = rest.some(
    ({ header, profile }) =>
      isQuestion(header) &&
      profile.filled.length > text.profile.filled.length &&
      kindOf(header, profile) === 'open',
  )
  if (isBesideQuestions) return false
  const groups = [...columnsFor(rest, 'quadrant'), ...columnsFor(rest, 'persona')].filter(doRepeat)
  if (groups.length > 0 && !isQuestion(text.header)) return true
  const isPlain = note?.signs.some(({ role, how }) => role === 'note' && how === 1) ?? false
  return (
    isPlain && !rest.some(({ header, profile }) => isQuestion(header) || kindOf(header, profile) === 'open')
  )
}

/** Names that come again say what a row belongs to; with few rows they need not. */
const doRepeat = ({ profile: { filled, distinct } }: JudgedColumn): boolean =>
  filled.length < 4 || distinct <= filled.length / 2
