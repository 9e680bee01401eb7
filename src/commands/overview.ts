import { renderData } from '../documents/json.js'
import { renderOverview } from '../documents/overview-markdown.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { World } from '../world.js'
import { checkOutputs } from './check-outputs.js'
import { createOverview } from './create-overview.js'
import { loadRedaction } from './load-names.js'
import { loadLonePrompt } from './load-prompts.js'
import { loadSettings } from './load-settings.js'
import { loadSummary } from './load-summary.js'
import { openAsking } from './open-asking.js'
import { openRecordings } from './open-recordings.js'
import { styleFor } from './style-for.js'
import { writeDocument } from './write-document.js'

/** `sixthemes overview`: a summary → what its themes say together. */
export async function writeOverview(file: string, flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const targets = await checkOutputs(settings, [file], world)
  for (const { path, format } of targets) {
    if (format !== 'md' && format !== 'json') throw new UserError('overview-format', { file: path, format })
  }
  const { summary } = await loadSummary(file, world)
  const progress = await world.openProgress(styleFor(settings, world))
  try {
    const recordings = openRecordings(settings, world)
    const prompts = await loadLonePrompt('overview@1', 'overview', world)
    progress.start('Overview')
    const createRedactor = await loadRedaction(settings, world)
    const { ask } = openAsking(recordings, prompts.form, settings, world, progress)
    const { folder } = recordings
    const { overview } = await createOverview(summary, {
      prompts,
      ask,
      redactor: createRedactor(),
      settings,
      folder,
    })
    for (const { path, format } of targets) {
      const text = format === 'json' ? renderData(overview) : renderOverview(summary, overview)
      await writeDocument(path, text, world)
    }
    return exitCode.done
  } finally {
    progress.stop()
  }
}
