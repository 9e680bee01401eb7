import { sumTokens } from '../summary/sum-tokens.js'
import { meanAgreement } from '../text/agreement.js'
import type { EvalRow } from './eval-table.js'
import type { Measures } from './measure-run.js'

/** Measures of several boards → those of all: counts are summed, shares are means weighted by notes. */
export function sumMeasures(boards: readonly Measures[]): Measures {
  const sum = (of: (measures: Measures) => number): number =>
    boards.reduce((all, board) => all + of(board), 0)
  const notes = sum((board) => board.notes)
  const labelled = boards.flatMap(({ notes: weight, agreement }) =>
    agreement ? [{ weight, agreement }] : [],
  )
  return {
    notes,
    coverage: notes === 0 ? 0 : sum((board) => board.notes * board.coverage) / notes,
    lostBefore: sum((board) => board.lostBefore),
    lostAfter: sum((board) => board.lostAfter),
    quotations: sum((board) => board.quotations),
    misquoted: sum((board) => board.misquoted),
    findings: sum((board) => board.findings),
    requests: sum((board) => board.requests),
    inputTokens: sumTokens(boards.map((board) => board.inputTokens)),
    outputTokens: sumTokens(boards.map((board) => board.outputTokens)),
    ...(labelled.length > 0 && { agreement: meanAgreement(labelled) }),
  }
}

/** A row over all boards for each candidate, where there are several boards. */
export function totalsOf(rows: readonly EvalRow[]): EvalRow[] {
  const candidates = [...new Set(rows.map(({ candidate }) => candidate))]
  return candidates.flatMap((candidate) => {
    const own = rows.filter((row) => row.candidate === candidate)
    return own.length > 1 ? [{ board: 'all boards', candidate, ...sumMeasures(own) }] : []
  })
}
