import { createHash } from 'node:crypto'
import type { Decision } from '../decisions/decision.js'
import { checkDecision, parseDecisions } from '../decisions/parse-decisions.js'
import { addDecisions, dropLastDecision, renderDecisions } from '../decisions/render-decisions.js'
import { UserError } from '../errors/user-error.js'
import type { Summary } from '../summary/summary.js'
import { fold } from '../text/fold.js'
import type { Files } from '../world/world.js'
import type { ReviewAnswer, ReviewState } from './protocol.js'

export type SessionTools = {
  /** The file of decisions; it need not be there yet. */
  file: string
  files: Pick<Files, 'exists' | 'read' | 'write'>
  /** Carries decisions out on the summary. */
  decide(decisions: readonly Decision[]): Summary
}

/** A summary under review. The file of decisions is its only memory: it is read anew for every request, for others may write it too. */
export type Session = {
  state(): Promise<ReviewState>
  /** Makes a change in the file before it is answered. One that is no change, or was made on another version, is not made. */
  change(asked: unknown): Promise<ReviewAnswer>
}

export function openSession({ file, files, decide }: SessionTools): Session {
  const load = async (): Promise<string> =>
    (await files.exists(file)) ? new TextDecoder().decode(await files.read(file)) : renderDecisions([])

  const stateOf = (text: string): ReviewState => {
    const decisions = parseDecisions(text, file)
    return { version: versionOf(text), summary: decide(decisions), decisions: decisions.length, file }
  }

  const change = async (asked: unknown): Promise<ReviewAnswer> => {
    const text = await load()
    const refuse = (because: string): ReviewAnswer => ({ made: false, because, state: stateOf(text) })
    const checked = checkChange(asked)
    if (!checked.ok) return refuse(checked.problem)
    if (checked.version !== versionOf(text))
      return refuse(`${file} was changed meanwhile, in another window or by hand; this is how it is now`)
    const takenBack = checked.add ? undefined : parseDecisions(text, file).at(-1)
    if (!checked.add && !takenBack) return refuse('there is no decision to take back')
    const next = checked.add ? addDecisions(text, checked.add) : dropLastDecision(text)
    const state = stateOf(next)
    const lapsed = state.summary.decisions?.lapsed.find(
      ({ decision }) => decision > state.decisions - (checked.add?.length ?? 0),
    )
    if (lapsed && checked.add) return refuse(`there is no ${lapsed.gone} “${lapsed.named}” any more`)
    const twice = checked.add && titleGivenTwice(checked.add, state.summary)
    if (twice !== undefined)
      return refuse(
        `there is another theme “${twice}” in this group; move notes to it, or choose another name`,
      )
    await files.write(file, next)
    return { made: true, ...(takenBack && { takenBack }), state }
  }

  // One after the other: each is made on what the one before it left.
  let last: Promise<unknown> = Promise.resolve()
  return {
    state: async () => stateOf(await load()),
    change: (asked) => {
      const next = last.then(() => change(asked))
      last = next.catch(() => {})
      return next
    },
  }
}

/** The first title that decisions give a theme beside another one of that name: a document would show two that nobody can tell apart. */
function titleGivenTwice(decisions: readonly Decision[], { groups }: Summary): string | undefined {
  for (const decision of decisions) {
    if (!('title' in decision) || decision.title === undefined) continue
    const { persona, quadrant } = decision
    const title = fold(decision.title)
    const group = groups.find((one) => one.persona === persona && one.quadrant === quadrant)
    const alike = group?.themes.filter((theme) => fold(theme.title) === title) ?? []
    if (alike.length > 1) return decision.title
  }
  return undefined
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex')

type CheckedChange = { ok: true; version: string; add?: Decision[] } | { ok: false; problem: string }

/** Anything that a page sent → a change, or what is wrong with it. */
function checkChange(asked: unknown): CheckedChange {
  const given = (typeof asked === 'object' && asked !== null ? asked : {}) as Record<string, unknown>
  const { version, add, undo } = given
  if (typeof version !== 'string')
    return { ok: false, problem: 'a change names the version that it was made on' }
  if (undo === true) return { ok: true, version }
  if (!Array.isArray(add) || add.length === 0)
    return { ok: false, problem: 'a change adds decisions, or takes one back' }
  const decisions: Decision[] = []
  for (const one of add) {
    const checked = checkDecision(one)
    if (!checked.ok) return { ok: false, problem: checked.problems.map(({ text }) => text).join('; ') }
    decisions.push(checked.decision)
  }
  return { ok: true, version, add: decisions }
}

/** Throws UserError `review-decisions-missing` where a summary has decisions, and the file that they came from is not there. */
export async function checkDecisionsAreThere(
  { decisions }: Summary,
  { file, files }: Pick<SessionTools, 'file' | 'files'>,
): Promise<void> {
  if (!decisions || decisions.given === 0 || (await files.exists(file))) return
  throw new UserError('review-decisions-missing', { file, given: decisions.given })
}
