import type { Listed } from '../model/recordings.js'
import type { GroupPlan } from '../themes/plan-group.js'

/** Prompts that are the first to be asked about a group; others follow from their replies. */
const FIRST = /^(?!(?:place-notes|merge-themes|mend-themes|match-themes|overview|read-columns)@)/

/** Why none of the recordings fits a group: what those that are about it were made with, as far as that differs. */
export function whyMissing(
  { group, parts, redactor: { redact } }: GroupPlan,
  listed: readonly Listed[],
): string {
  const whole = listed.filter((one) => one.state === 'whole')
  const own = whole.filter(
    ({ purpose }) =>
      purpose.persona === redact(group.persona) &&
      purpose.quadrant === redact(group.quadrant) &&
      FIRST.test(purpose.prompt),
  )
  if (own.length === 0) return 'no recording is about it'
  const wanted = parts[0]?.request.model
  const models = [...new Set(own.map(({ model }) => model))]
  if (wanted !== undefined && !models.includes(wanted)) return `recorded with the model ${models.join(', ')}`
  const prompts = [
    ...new Set(own.filter(({ model }) => model === wanted).map(({ purpose }) => purpose.prompt)),
  ]
  return `recorded with other notes, themes or settings (${prompts.join(', ')})`
}
