import { countNotes } from '../../summary/count-notes.js'
import { notesOf } from '../../summary/notes-of.js'
import type { SummaryGroup } from '../../summary/summary.js'
import type { Speech } from '../words/speech.js'
import { describeFinding } from './describe-finding.js'

/** What was checked in a group, in short clauses: how many notes are in themes, and what was found. */
export function checksOf(group: SummaryGroup, speech: Speech): string[] {
  const { words, form, fill, count, number } = speech
  const all = allNotes(group)
  const placed = all - countNotes(group.unplaced)
  const { omitted = 0, repeated = 0, unknown = 0, unsettled = 0, misquoted = 0 } = group.checks ?? {}
  const counted = [
    [words.askedAgain, omitted + repeated],
    [words.unsettled, unsettled],
    [words.misquoted, misquoted],
    [words.ignored, unknown],
  ] as const
  return [
    fill(words.placed, { placed: number(placed), notes: count('notes', all) }),
    ...counted.flatMap(([forms, value]) => (value > 0 ? [form(forms, value)] : [])),
    ...runsOf(group, speech),
    ...findingsOf(group, speech),
  ]
}

/** How several runs agree, where there were some. */
function runsOf({ runs }: SummaryGroup, { words, form, fill, number }: Speech): string[] {
  if (!runs) return []
  const said = fill(words.runs, { of: number(runs.of), agreement: number(runs.agreement) })
  const { length } = runs.unstable
  return [length === 0 ? said : `${said}, ${form(words.unstable, length)}`]
}

/** Findings but for those that the counts before them say already; single notes in one sentence. */
function findingsOf({ checks }: SummaryGroup, speech: Speech): string[] {
  const { words, fill } = speech
  const findings = checks?.findings ?? []
  const said = ['quotation', 'coverage', 'single-note']
  const single = findings.filter(({ check }) => check === 'single-note').map(({ theme = 0 }) => theme)
  return [
    ...findings
      .filter(({ check }) => !said.includes(check))
      .map((finding) => describeFinding(finding, speech)),
    ...(single.length === 1 ? [fill(words.single, { theme: single.join() })] : []),
    ...(single.length > 1 ? [fill(words.singles, { themes: single.join(', ') })] : []),
  ]
}

/** How many notes a group has, those with the same words counted each time. */
export function allNotes(group: SummaryGroup): number {
  return countNotes(notesOf(group))
}

/** So many clauses are read; the JSON has the rest. */
const MOST_CLAUSES = 3

/** The first clauses, and how many there are beyond them. */
export function firstOf(clauses: readonly string[], { words, form }: Speech): string[] {
  if (clauses.length <= MOST_CLAUSES) return [...clauses]
  const shown = clauses.slice(0, MOST_CLAUSES - 1)
  return [...shown, form(words.moreFindings, clauses.length - shown.length)]
}
