import type { SummaryDecided, SummaryDecisions } from '../../summary/summary.js'
import { groupName } from '../../text/group-name.js'
import { english, type Speech } from '../words/speech.js'

const CHANGES = ['moved', 'setAside', 'titled', 'summarized', 'made', 'merged'] as const

/** "People moved 3 notes, took 1 note out of themes and wrote 2 titles anew" */
export function describeDecided(decided: SummaryDecided, { words, form, fill, list }: Speech): string {
  const parts = CHANGES.flatMap((change) =>
    decided[change] > 0 ? [form(words.decided[change], decided[change])] : [],
  )
  return fill(words.people, { what: list(parts) })
}

/** What became of the decisions of people, and a line for each that no longer applies. */
export function describeDecisions(
  { given, lapsed }: SummaryDecisions,
  { words, form, fill }: Speech = english,
): { line: string; lapsed: string[] } {
  const gone = new Set(lapsed.map(({ decision }) => decision)).size
  return {
    line: gone === 0 ? form(words.decisions, given) : form(words.decisionsLapsed, given, { gone }),
    lapsed: lapsed.map((one) =>
      fill(words.lapsed[one.gone], { n: one.decision, group: groupName(one), named: one.named }),
    ),
  }
}
