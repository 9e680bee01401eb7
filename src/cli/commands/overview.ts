import { overviewReply } from '../../across/overview-reply.js'
import { exitCode } from '../../errors/exit-code.js'
import { createOverview } from '../../run/create-overview.js'
import { loadLonePrompt } from '../../run/load-prompts.js'
import { loadRedaction } from '../../run/load-redaction.js'
import { loadSummary } from '../../run/load-summary.js'
import { openDoor, openRecordings } from '../../run/open-door.js'
import { configFile } from '../../settings/load-settings.js'
import { defineCommand } from '../common/command.js'
import { progressStyle } from '../common/progress-style.js'
import { checkTargets } from '../common/targets.js'
import { writeDocuments, writtenLine } from '../common/write-documents.js'

/** `sixthemes overview`: a summary → what its themes say together. */
export const command = defineCommand({
  description: 'Write what the themes of a summary in JSON say together, per persona and per quadrant.',
  operands: [['<summary>', 'summary.json']],
  writes: 'overview',
  takes: [
    'output',
    'model',
    'language',
    'redaction',
    'recordings',
    'endpoint',
    'asking',
    'structure',
    'limits',
    'progress',
  ],
  notes: '\nExample:\n  $ sixthemes overview summary.json -m gpt-5-mini -o overview.md\n',
  run: async ({ args: [file = ''], flags, settings, world, tables }) => {
    const reads = [file, configFile(flags, world), settings.redactNames, settings.apiKeyFile]
    const targets = await checkTargets('overview', settings, reads, world, tables.formats)
    const { summary } = await loadSummary(file, world)
    const progress = await world.openProgress(progressStyle(settings, world))
    try {
      const recordings = openRecordings(settings, world)
      const prompts = await loadLonePrompt('overview@1', overviewReply, world)
      progress.start('Overview')
      const redaction = await loadRedaction(settings, world)
      const ask = openDoor(prompts.form, settings, world, progress).askWith(recordings)
      const { folder } = recordings
      const { overview } = await createOverview(summary, settings, { prompts, ask, redaction, folder })
      const documents = await Promise.all(
        targets.map(async ({ path, format }) => {
          return { path, text: (await format.overview?.(summary, overview)) ?? '' }
        }),
      )
      await writeDocuments(documents, world)
      const written = writtenLine(documents)
      if (written !== undefined) progress.say(written)
      return exitCode.done
    } finally {
      progress.stop()
    }
  },
})
