import { UserError } from '../errors.js'
import type { Recordings } from '../model/recordings.js'
import type { Usage } from '../model/request.js'
import { MissingRecording, UnusableReply } from '../model-trouble.js'
import type { Progress } from '../progress.js'
import { createRedactor } from '../prompts/redact.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { Overview } from '../summary/overview.js'
import type { Summary } from '../summary/summary.js'
import { askForOverview, type CitableTheme } from '../themes/ask-overview.js'
import { nameOfLanguage } from '../themes/plan-group.js'
import type { World } from '../world.js'
import { loadOverviewPrompts } from './load-prompts.js'
import { openAsking } from './open-asking.js'

export type AskedOverview = { overview: Overview; used: readonly Usage[]; made: readonly Usage[] }

/**
 * A summary → its overview. Throws UserError `overview-without-themes`, `recordings-missing`, or `all-groups-failed` where
 * the reply cannot be used.
 */
export async function createOverview(
  summary: Summary,
  recordings: Recordings,
  settings: Settings,
  world: World,
  progress: Progress,
): Promise<AskedOverview> {
  const { model, parameters, language = '', redact } = settings
  if (model === undefined) throw new UserError('model-missing', {})
  const themes = themesOf(summary)
  if (themes.length === 0) throw new UserError('overview-without-themes', {})
  const prompts = await loadOverviewPrompts(world)
  const { ask, made } = openAsking(recordings, prompts.form, settings, world, progress)
  progress.start('Overview')
  try {
    const { exchanges, ...found } = await askForOverview(themes, {
      ...{ ask, model, parameters, language: nameOfLanguage(language), ...prompts },
      ...(redact && { redactor: createRedactor([]) }),
    })
    const { id, version, sha256 } = prompts.overview
    return {
      overview: { prompt: { id, version, sha256 }, ...found },
      used: exchanges.map(({ reply }) => reply.usage),
      made,
    }
  } catch (error) {
    if (error instanceof MissingRecording) {
      throw new UserError('recordings-missing', { folder: recordings.folder, groups: ['Overview'], all: 1 })
    }
    if (error instanceof UnusableReply) {
      throw new UserError('all-groups-failed', { reasons: [`Overview: ${error.message}`] })
    }
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
