import type { Ask, Exchange } from '../model/ask.js'
import { EndpointError, UnusableReply } from '../model-trouble.js'
import type { Group } from '../notes/group.js'
import type { Prompt } from '../prompts/prompt.js'
import { checkQuotations } from './check-quotations.js'
import { countNotes, countVotes, type DistinctNote } from './distinct-notes.js'
import { type AskingPlan, type GroupPlan, isAsking } from './plan-group.js'
import { type Assignment, type IdTally, readPlacements, readThemes } from './read-themes.js'
import { placementsReply } from './reply-form.js'

/** Findings about a reply, as counts. */
export type Tally = IdTally & {
  /** Left-over notes that stayed without an answer. */
  unsettled: number
  /** Quotations that no note of their theme holds. */
  misquoted: number
}

export type Theme = { title: string; summary: string; notes: readonly DistinctNote[] }

/** What became of a group: every one of its notes is in a theme or unplaced. */
export type GroupResult = {
  group: Group
  themes: readonly Theme[]
  unplaced: readonly DistinctNote[]
  exchanges: readonly Exchange[]
} & ({ status: 'complete'; tally: Tally } | { status: 'listed' } | { status: 'failed'; reason: string })

export type GroupTools = {
  ask: Ask
  prompt: Prompt<'themes'>
  /** Asked where notes belong that the reply left out or gave twice. */
  placing: Prompt<'placements'>
  /** Asked when a reply does not have the form that was asked for. */
  correction: Prompt<'correction'>
}

/**
 * One group, from its plan to its themes. A reply that stays unusable and trouble with this request make the
 * group `failed`; what concerns the whole run (UserError, MissingRecording, an abort) is thrown.
 */
export async function summarizeGroup(plan: GroupPlan, tools: GroupTools): Promise<GroupResult> {
  const { group, distinct } = plan
  const withoutThemes = { group, themes: [], unplaced: distinct, exchanges: [] }
  if (!isAsking(plan)) return { ...withoutThemes, status: 'listed' }
  try {
    return await askForThemes(plan, tools)
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { ...withoutThemes, status: 'failed', reason: error.message }
  }
}

function isTroubleWithOneRequest(error: unknown): error is Error {
  return error instanceof EndpointError || error instanceof UnusableReply
}

async function askForThemes(plan: AskingPlan, tools: GroupTools): Promise<GroupResult> {
  const { group, distinct, themeCount, request, redactor } = plan
  const answer = await tools.ask({
    request,
    purpose: purposeOf(plan, tools.prompt),
    check: (value) => readThemes(value, distinct.length, themeCount),
    correct: (problem) => tools.correction.render({ problem, schema: request.reply.schema }),
  })
  const settled = await settleLeftovers(answer.value, plan, tools)
  const notesOf = (ids: readonly number[]): DistinctNote[] =>
    [...ids].sort((a, b) => a - b).flatMap((id) => distinct[id - 1] ?? [])

  let misquoted = 0
  const themes = settled.themes
    .map(({ title, summary, ids }) => {
      const notes = notesOf(ids)
      const written = notes.flatMap((distinct) => distinct.notes.map(({ text }) => text))
      const [checkedTitle, checkedSummary] = [title, summary].map((text) =>
        checkQuotations(redactor.restore(text), written),
      )
      misquoted += (checkedTitle?.misquoted ?? 0) + (checkedSummary?.misquoted ?? 0)
      return { title: checkedTitle?.text ?? title, summary: checkedSummary?.text ?? summary, notes }
    })
    .filter(({ notes }) => notes.length > 0)
    .sort((a, b) => countNotes(b.notes) - countNotes(a.notes) || countVotes(b.notes) - countVotes(a.notes))
  if (themes.length === 0) throw new UnusableReply('the reply cannot be used: no theme kept a note')
  return {
    status: 'complete',
    group,
    themes,
    unplaced: notesOf(settled.unplaced),
    tally: { ...settled.tally, unsettled: settled.unsettled, misquoted },
    exchanges: [...answer.exchanges, ...settled.exchanges],
  }
}

type Settled = Omit<Assignment, 'leftovers'> & { unsettled: number; exchanges: readonly Exchange[] }

/**
 * Asks once where the left-over notes belong. One that even this does not settle is unplaced, so that
 * nothing is guessed and nothing lost.
 */
async function settleLeftovers(
  { themes, unplaced, leftovers, tally }: Assignment,
  plan: AskingPlan,
  tools: GroupTools,
): Promise<Settled> {
  if (leftovers.length === 0) return { themes, unplaced, tally, unsettled: 0, exchanges: [] }
  const { placements, exchanges } = await askForPlacements(themes, leftovers, plan, tools)
  const settled = themes.map((theme) => ({ ...theme, ids: [...theme.ids] }))
  const left = [...unplaced]
  let unsettled = 0
  leftovers.forEach((id, index) => {
    const theme = placements.get(index + 1)
    if (theme === undefined) unsettled++
    const home = theme ? settled[theme - 1]?.ids : undefined
    if (home) home.push(id)
    else left.push(id)
  })
  return { themes: settled, unplaced: left, tally, unsettled, exchanges }
}

async function askForPlacements(
  themes: Assignment['themes'],
  leftovers: readonly number[],
  plan: AskingPlan,
  tools: GroupTools,
) {
  const { group, distinct, request, redactor } = plan
  const messages = tools.placing.render({
    persona: redactor.redact(group.persona),
    quadrant: redactor.redact(group.quadrant),
    themes: themes.map(({ title, summary }, index) => [index + 1, title, summary] as const),
    noteCount: leftovers.length,
    notes: leftovers.map((id, index) => [index + 1, redactor.redact(distinct[id - 1]?.sent ?? '')] as const),
  })
  try {
    const { value, exchanges } = await tools.ask({
      request: { ...request, messages, reply: placementsReply },
      purpose: purposeOf(plan, tools.placing),
      check: (value) => readPlacements(value, leftovers.length, themes.length),
      correct: (problem) => tools.correction.render({ problem, schema: placementsReply.schema }),
      isOptional: true,
    })
    return { placements: value, exchanges }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { placements: new Map<number, number | null>(), exchanges: [] }
  }
}

function purposeOf(
  { group }: GroupPlan,
  prompt: Prompt,
): { persona: string; quadrant: string; prompt: string } {
  return { persona: group.persona, quadrant: group.quadrant, prompt: `${prompt.id}@${prompt.version}` }
}
