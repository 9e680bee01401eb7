import { renderData } from '../documents/json.js'
import { renderOverview } from '../documents/overview-markdown.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import { createRecordings } from '../model/recordings.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { World } from '../world.js'
import { checkOutputs } from './check-outputs.js'
import { createOverview } from './create-overview.js'
import { loadRedactor } from './load-names.js'
import { loadOverviewPrompts } from './load-prompts.js'
import { loadSettings } from './load-settings.js'
import { loadSummary } from './load-summary.js'
import { openAsking } from './open-asking.js'
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
    const recordings = createRecordings(world.files.folder(settings.recordings ?? world.cacheFolder))
    const prompts = await loadOverviewPrompts(world)
    progress.start('Overview')
    const redactor = await loadRedactor(settings, world)
    const { ask } = openAsking(recordings, prompts.form, settings, world, progress)
    const { folder } = recordings
    const { overview } = await createOverview(summary, { prompts, ask, redactor, settings, folder })
    for (const { path, format } of targets) {
      const text = format === 'json' ? renderData(overview) : renderOverview(summary, overview)
      await writeDocument(path, text, world)
    }
    return exitCode.done
  } finally {
    progress.stop()
  }
}
