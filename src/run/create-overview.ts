import { askForOverview, type CitableTheme } from '../across/ask-overview.js'
import type { OverviewVariables } from '../across/overview-reply.js'
import { isOverBudget, isTroubleWithOneRequest, MissingRecording } from '../errors/model-trouble.js'
import { UserError } from '../errors/user-error.js'
import type { Ask } from '../model/ask.js'
import type { Reply } from '../model/request.js'
import type { Redaction } from '../prompts/redact.js'
import { BASELINE } from '../settings/baseline.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import type { Overview } from '../summary/overview.js'
import type { Summary } from '../summary/summary.js'
import { nameOfLanguage } from '../themes/plan-group.js'
import type { LonePrompt } from './load-prompts.js'

export type AskedOverview = { overview: Overview; replies: readonly Reply[] }

export type OverviewTools = {
  prompts: LonePrompt<OverviewVariables>
  ask: Ask
  redaction: Redaction
  /** Where recordings are kept, for messages. */
  folder: string
}

export type OverviewSettings = SettingsOf<'model' | 'language'> & Pick<FileValues, 'parameters'>

/**
 * A summary → its overview. Throws UserError `overview-without-themes`, `recordings-missing`, or `overview-failed` where
 * there is no reply that can be used.
 */
export async function createOverview(
  summary: Summary,
  { model, parameters, language = '' }: OverviewSettings,
  { prompts, ask, redaction, folder }: OverviewTools,
): Promise<AskedOverview> {
  if (model === undefined) throw new UserError('model-missing', { isForOne: true })
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'write an overview' })
  const themes = themesOf(summary)
  if (themes.length === 0) throw new UserError('overview-without-themes', {})
  await redaction.prepare(
    themes.flatMap(({ persona, quadrant, title, summary }) => [persona, quadrant, title, summary]),
  )
  const redactor = redaction.createRedactor()
  try {
    const { exchanges, ...found } = await askForOverview(themes, {
      ...prompts,
      ...{ ask, model, parameters, language: nameOfLanguage(language), redactor },
    })
    const { id, version, sha256 } = prompts.prompt
    return {
      overview: { prompt: { id, version, sha256 }, ...found },
      replies: exchanges.map(({ reply }) => reply),
    }
  } catch (error) {
    if (error instanceof MissingRecording) {
      throw new UserError('recordings-missing', { folder, groups: ['Overview'], all: 1 })
    }
    if (isOverBudget(error)) throw new UserError('limit-reached', { limit: error.message })
    if (isTroubleWithOneRequest(error)) throw new UserError('overview-failed', { reason: error.message })
    throw error
  }
}

function themesOf({ groups }: Summary): CitableTheme[] {
  return groups.flatMap(({ persona, quadrant, themes }) =>
    themes.map(({ id, title, summary, notes }) => ({
      ...{ id, persona, quadrant, title, summary },
      texts: notes.map(({ text }) => text),
    })),
  )
}
