import { exitCode } from '../../errors/exit-code.js'
import { decide } from '../../run/decide.js'
import { loadDecisions } from '../../run/load-decisions.js'
import { loadSummary } from '../../run/load-summary.js'
import { configFile } from '../../settings/load-settings.js'
import { differFromFiles } from '../common/check-documents.js'
import { defineCommand } from '../common/command.js'
import { progressStyle } from '../common/progress-style.js'
import { reportToGithub } from '../common/report-to-github.js'
import { shortfallsOf } from '../common/shortfalls.js'
import { checksFiles, checkTargets } from '../common/targets.js'
import { writeDocuments, writtenLine } from '../common/write-documents.js'

/** `sixthemes render`: a summary → its documents again. */
export const command = defineCommand({
  description:
    'Write the documents of a summary in JSON again, with what people decided. Asks nothing, reads no export.',
  operands: [['<summary>', 'a summary.json that summarize wrote']],
  takes: ['output', 'document', 'decisions', 'verdict', 'github', 'progress'],
  notes: `
Its account is checked first: each note in one place, and figures as they follow from the notes.

Examples:
  $ sixthemes render summary.json -o summary.md -o notes.csv
  $ sixthemes render summary.json --decisions decisions.yaml -o corrected.json -o corrected.md
`,
  run: async ({ args: [file = ''], flags, settings, origins, world, tables }) => {
    const targets = await checkTargets(
      'summary',
      settings,
      [file, settings.decisions, configFile(flags, world)],
      world,
      tables.formats,
    )
    const check = checksFiles(settings.check, origins.check, targets)
    const progress = await world.openProgress(progressStyle(settings, world))
    const loaded = await loadSummary(file, world)
    const decided = decide(loaded.summary, await loadDecisions(settings, world), settings)
    const summary = { ...decided, title: settings.title ?? decided.title }
    const documents = await Promise.all(
      targets.map(async ({ path, format }) => {
        return { path, text: await format.summary(summary, { notes: settings.showNotes, as: settings.as }) }
      }),
    )
    if (settings.github) await reportToGithub(summary, world)
    if (check) {
      if (await differFromFiles(documents, settings.github, world)) return exitCode.difference
    } else await writeDocuments(documents, world)
    const written = writtenLine(documents)
    if (!check && written !== undefined) progress.say(written)
    const shortfalls = shortfallsOf(summary, settings)
    for (const line of shortfalls) progress.warn(line)
    progress.stop()
    return shortfalls.length > 0 ? exitCode.shortfall : exitCode.done
  },
})
