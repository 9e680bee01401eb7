import { UserError } from '../errors.js'
import type { Usage } from '../model/request.js'
import { MissingRecording } from '../model-trouble.js'
import type { Redactor } from '../prompts/redact.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { Overview } from '../summary/overview.js'
import type { Summary } from '../summary/summary.js'
import { askForOverview, type CitableTheme } from '../themes/ask-overview.js'
import { isTroubleWithOneRequest } from '../themes/group-tools.js'
import { nameOfLanguage } from '../themes/plan-group.js'
import { BASELINE } from './baseline.js'
import type { LonePrompt } from './load-prompts.js'
import type { Asking } from './open-asking.js'

export type AskedOverview = { overview: Overview; used: readonly Usage[] }

export type OverviewParts = Pick<Asking, 'ask'> & {
  prompts: LonePrompt<'overview'>
  redactor: Redactor
  settings: Settings
  /** Where recordings are kept, for messages. */
  folder: string
}

/**
 * A summary → its overview. Throws UserError `overview-without-themes`, `recordings-missing`, or `overview-failed` where
 * there is no reply that can be used.
 */
export async function createOverview(
  summary: Summary,
  { prompts, ask, redactor, settings, folder }: OverviewParts,
): Promise<AskedOverview> {
  const { model, parameters, language = '' } = settings
  if (model === undefined) throw new UserError('model-missing', {})
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'write an overview' })
  const themes = themesOf(summary)
  if (themes.length === 0) throw new UserError('overview-without-themes', {})
  try {
    const { exchanges, ...found } = await askForOverview(themes, {
      ...prompts,
      ...{ ask, model, parameters, language: nameOfLanguage(language), redactor },
    })
    const { id, version, sha256 } = prompts.prompt
    return {
      overview: { prompt: { id, version, sha256 }, ...found },
      used: exchanges.map(({ reply }) => reply.usage),
    }
  } catch (error) {
    if (error instanceof MissingRecording) {
      throw new UserError('recordings-missing', { folder, groups: ['Overview'], all: 1 })
    }
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
