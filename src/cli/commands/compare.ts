import { describeChanges } from '../../documents/describe/describe-changes.js'
import { english } from '../../documents/words/speech.js'
import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { type LoadedSummary, loadSummary } from '../../run/load-summary.js'
import { matchSummaries } from '../../run/match-summaries.js'
import { configFile } from '../../settings/load-settings.js'
import { ancestorsOf } from '../../summary/ancestors-of.js'
import { compareSummaries } from '../../summary/compare-summaries.js'
import { namesOfFiles } from '../../text/names-of-files.js'
import { defineCommand } from '../common/command.js'
import { progressStyle } from '../common/progress-style.js'
import { checkTargets } from '../common/targets.js'
import { writeDocuments, writtenLine } from '../common/write-documents.js'

/** `sixthemes compare`: two summaries → what changed between them. */
export const command = defineCommand({
  description: 'Say which themes go on, are new, gone, grown or shrunk between two summaries in JSON.',
  operands: [
    ['<before>', 'the earlier summary.json'],
    ['<after>', 'the later summary.json'],
  ],
  writes: 'comparison',
  takes: [
    'output',
    'model',
    'redaction',
    'recordings',
    'endpoint',
    'asking',
    'structure',
    'pace',
    'limits',
    'progress',
  ],
  flags: [['--no-model', 'match themes by their wording, where nothing links the summaries']],
  notes: `
A summary that was written with --previous is linked to the one before, and nothing is asked.

Example:
  $ sixthemes compare spring.json autumn.json -o changes.md
`,
  run: async ({ args: [beforeFile = '', afterFile = ''], flags, settings, world, tables }) => {
    const reads = [beforeFile, afterFile, configFile(flags, world), settings.redactNames, settings.apiKeyFile]
    const targets = await checkTargets('comparison', settings, reads, world, tables.formats)
    const loaded = await Promise.all([loadSummary(beforeFile, world), loadSummary(afterFile, world)])
    checkOrder(...loaded)
    const [before, after] = toldApart(...loaded)
    const progress = await world.openProgress(progressStyle(settings, world))
    try {
      const isByWording = flags.model === false
      const { matches, matchedBy } = await matchSummaries(
        before,
        after,
        isByWording,
        settings,
        world,
        progress,
      )
      const comparison = compareSummaries(before, after, matches, matchedBy)
      const documents = await Promise.all(
        targets.map(async ({ path, format }) => {
          return { path, text: (await format.comparison?.(comparison)) ?? '' }
        }),
      )
      await writeDocuments(documents, world)
      progress.say(describeChanges(comparison, english))
      const written = writtenLine(documents)
      if (written !== undefined) progress.say(written)
      return exitCode.done
    } finally {
      progress.stop()
    }
  },
})

/** Two summaries of one title are called by their files too: "Answers (spring)" and "Answers (autumn)". */
function toldApart(before: LoadedSummary, after: LoadedSummary): [LoadedSummary, LoadedSummary] {
  if (before.summary.title !== after.summary.title) return [before, after]
  const [first = '', second = ''] = namesOfFiles([before.file, after.file])
  const called = (loaded: LoadedSummary, name: string): LoadedSummary => {
    return { ...loaded, summary: { ...loaded.summary, title: `${loaded.summary.title} (${name})` } }
  }
  return [called(before, first), called(after, second)]
}

/** Throws UserError `compare-order` for the same summary twice, and for the later before the earlier. */
function checkOrder(before: LoadedSummary, after: LoadedSummary): void {
  const files = { before: before.file, after: after.file }
  if (before.sha256 === after.sha256) throw new UserError('compare-order', { ...files, cause: 'same' })
  if (ancestorsOf(before.summary).includes(after.sha256))
    throw new UserError('compare-order', { ...files, cause: 'swapped' })
}
