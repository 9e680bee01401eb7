import * as z from 'zod'
import { replyKind } from '../prompts/reply-kind.js'
import type { Checked } from '../text/checked.js'

export type ColumnsVariables = {
  /** Records below the header. */
  rows: number
  /** [number, header, filled, distinct, words, characters, % numbers, % dates] of every column. */
  columns: readonly (readonly (string | number)[])[]
}

const numbers = z.array(z.int())

const form = z.strictObject({
  notes: numbers,
  quadrants: numbers,
  personas: numbers,
  votes: numbers,
  ids: numbers,
  personal: numbers,
})

/** Columns by number, from 1, by what they hold. */
export type ColumnsReply = z.infer<typeof form>

/** Which columns of a table hold what. */
export const columnsReply = replyKind<ColumnsVariables>()({
  name: 'columns',
  form,
  variables: ['rows', 'columns'],
  needs: ['columns'],
})

/** A reply's JSON value → columns of a table of so many; numbers that no column has, or that stand in an earlier list, are passed over. */
export function readColumns(value: unknown, count: number): Checked<ColumnsReply> {
  const parsed = columnsReply.parse(value)
  if (!parsed.ok) return parsed
  const seen = new Set<number>()
  const take = (given: readonly number[]): number[] =>
    given.filter((number) => {
      const isNew = number >= 1 && number <= count && !seen.has(number)
      seen.add(number)
      return isNew
    })
  const { personal, ids, quadrants, personas, votes, notes } = parsed.value
  // what is said to be personal, or an id, is that, whatever else is said of it
  const reply = {
    personal: take(personal),
    ids: take(ids),
    quadrants: take(quadrants),
    personas: take(personas),
    votes: take(votes),
    notes: take(notes),
  }
  return reply.notes.length === 0
    ? { ok: false, problem: 'it names no column of notes.' }
    : { ok: true, value: reply }
}
