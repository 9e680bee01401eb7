import { isTroubleWithOneRequest } from '../errors/model-trouble.js'
import type { Exchange } from '../model/ask.js'
import { replyOf } from '../prompts/reply-kind.js'
import { findInProse, type Theme } from './checks/check-themes.js'
import type { Finding, Thresholds } from './checks/finding.js'
import { type GroupTools, purposeOf } from './group-tools.js'
import { followUp, type GroupPlan } from './plan-group.js'
import { type MendedTheme, mendedReply, readMended } from './replies/mended-reply.js'

/** At least so many notes of a theme are sent again with its title and summary, however many themes there are. */
const FEWEST_NOTES = 10

/**
 * Asks once for another title and summary of the themes in which a check found something, the finding named. What comes
 * back is taken only where it leaves less to find; which notes a theme has stays as it is. `findings` is what is left.
 */
export async function mendThemes<T extends Theme>(
  themes: readonly T[],
  thresholds: Thresholds,
  plan: GroupPlan,
  tools: GroupTools,
): Promise<{ themes: readonly T[]; findings: readonly Finding[]; exchanges: readonly Exchange[] }> {
  const all = plan.group.notes.length
  const findings = findInProse(themes, all, thresholds)
  if (findings.length === 0) return { themes, findings, exchanges: [] }
  const { mended, exchanges } = await askToMend(themes, findings, plan, tools)
  const { restore } = plan.redactor
  let best = { themes, findings }
  for (const { theme: number, title, summary } of mended) {
    const attempt = best.themes.map((theme, index) =>
      index === number - 1 ? { ...theme, title: restore(title), summary: restore(summary) } : theme,
    )
    const left = findInProse(attempt, all, thresholds)
    if (left.length < best.findings.length) best = { themes: attempt, findings: left }
  }
  return { ...best, exchanges }
}

async function askToMend(
  themes: readonly Theme[],
  findings: readonly Finding[],
  plan: GroupPlan,
  { ask, mending, correction }: GroupTools,
): Promise<{ mended: readonly MendedTheme[]; exchanges: readonly Exchange[] }> {
  const { group, redactor, language } = plan
  const flagged = new Set(findings.map(({ theme }) => theme)).size
  const most = Math.max(FEWEST_NOTES, Math.floor(plan.limits.notes / flagged))
  const toMend = themes.flatMap(({ title, summary, notes }, index) => {
    const problems = findings.filter(({ theme }) => theme === index + 1).map(wordForModel)
    return problems.length === 0
      ? []
      : [
          {
            theme: index + 1,
            title: redactor.redactRestored(title),
            summary: redactor.redactRestored(summary),
            problems: problems.map(redactor.redactRestored),
            notes: notes.slice(0, most).map(({ sent }) => redactor.redact(sent)),
          },
        ]
  })
  const messages = mending.render({
    persona: redactor.redact(group.persona),
    quadrant: redactor.redact(group.quadrant),
    language,
    themes: toMend,
  })
  try {
    const { value, exchanges } = await ask({
      request: followUp(plan, messages, replyOf(mendedReply)),
      purpose: purposeOf(plan, mending),
      check: (reply) =>
        readMended(
          reply,
          toMend.map(({ theme }) => theme),
        ),
      correct: (problem) => correction.render({ problem, schema: mendedReply.schema }),
      isOptional: true,
    })
    return { mended: value, exchanges }
  } catch (error) {
    if (!isTroubleWithOneRequest(error)) throw error
    return { mended: [], exchanges: [] }
  }
}

/** A finding as the model is told of it. */
function wordForModel({ check, found = '', other = 0, share = 0 }: Finding): string {
  switch (check) {
    case 'quotation':
      return `The words ${JSON.stringify(found)} are in quotation marks, and no note of the theme holds them so.`
    case 'number':
      return `${JSON.stringify(found)} is a number that no note of the theme holds.`
    case 'quantifier':
      return `${JSON.stringify(found)} is said of ${Math.round(share * 100)} % of the notes.`
    case 'vague-title':
      return `The title says no more than ${JSON.stringify(found)}.`
    default:
      return `The title says nearly the same as that of another theme, number ${other}.`
  }
}
