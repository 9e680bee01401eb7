import { describeFinding } from '../documents/describe-finding.js'
import { renderJson } from '../documents/json.js'
import { renderMarkdown } from '../documents/markdown.js'
import { renderGroupLine, renderNdjson } from '../documents/ndjson.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import { toPlainText } from '../plain-text.js'
import type { Flags, Resolved, Settings } from '../settings/resolve-settings.js'
import type { Summary } from '../summary/summary.js'
import { isShortfall } from '../themes/finding.js'
import type { World } from '../world.js'
import { checkOutputs, STANDARD_OUTPUT, type Target } from './check-outputs.js'
import { createSummary, type Run } from './create-summary.js'
import { describeGroup, describeRun } from './describe-run.js'
import { describeEstimate, estimateRun } from './estimate-run.js'
import { command, reportToGithub } from './github.js'
import { loadSettings } from './load-settings.js'
import { planRun } from './plan-run.js'
import { styleFor } from './style-for.js'
import { writeDocument } from './write-document.js'

/** `sixthemes summarize`: exports → documents. */
export async function summarize(files: readonly string[], flags: Flags, world: World): Promise<ExitCode> {
  const begun = world.clock.now()
  const resolved = await loadSettings(flags, world)
  const { settings } = resolved
  if (settings.verbose) world.stderr.write(describeSettings(resolved))
  if (settings.dryRun) return dryRun(files, settings, world)
  const targets = await checkOutputs(settings, files, world)
  if (settings.check && targets.some(({ path }) => path === STANDARD_OUTPUT))
    throw new UserError('check-needs-files', {})
  const progress = await world.openProgress(styleFor(settings, world))
  try {
    const streams = targets.filter(isStreamed)
    const run = await createSummary(files, settings, world, progress, (group) => {
      if (streams.length > 0) world.stdout.write(renderGroupLine(group))
    })
    if (settings.github) await reportToGithub(run.summary, world)
    const documents = await Promise.all(
      targets
        .filter((target) => !isStreamed(target))
        .map(async (target) => ({ target, text: await render(run.summary, target, settings) })),
    )
    if (settings.check) {
      if (await differFromFiles(documents, settings, world)) return exitCode.difference
    } else {
      for (const { target, text } of documents) await writeDocument(target.path, text, world)
    }
    const shortfalls = shortfallsOf(run, settings)
    for (const line of shortfalls) progress.warn(line)
    progress.say(describeRun(run, settings.prices, world.clock.now() - begun))
    return shortfalls.length > 0 || isIncomplete(run) ? exitCode.shortfall : exitCode.done
  } finally {
    progress.stop()
  }
}

/** What makes the exit code 3, a line each; failed groups were told of as they failed. */
function shortfallsOf({ summary: { groups } }: Run, { strict, minCoverage }: Settings): string[] {
  return groups.flatMap((group) =>
    (group.checks?.findings ?? [])
      .filter(
        (finding) =>
          (strict && isShortfall(finding)) || (minCoverage !== undefined && finding.check === 'coverage'),
      )
      .map((finding) => `falls short: ${describeGroup(group)}: ${describeFinding(finding)}`),
  )
}

/** `--check`: says how documents differ from the files there are, and leaves these as they are. */
async function differFromFiles(
  documents: readonly { target: Target; text: string }[],
  { github }: Settings,
  world: World,
): Promise<boolean> {
  const { checkDocuments } = await import('./check-documents.js')
  const differences = await checkDocuments(documents, world)
  for (const { path, difference } of differences) {
    world.stderr.write(
      toPlainText(`sixthemes: ${path} is not what a run writes now:\n${difference.trimEnd()}\n`),
    )
    if (github)
      world.stderr.write(`${command('error', 'this document is not what a run writes now', path)}\n`)
  }
  return differences.length > 0
}

/** Whether a group failed, or there is no overview although one was wanted. */
function isIncomplete({ summary, lacksOverview = false }: Run): boolean {
  return lacksOverview || summary.groups.some(({ status }) => status === 'failed')
}

/** What the run would take, on standard output. */
async function dryRun(files: readonly string[], settings: Settings, world: World): Promise<ExitCode> {
  const { plans, recordings } = await planRun(files, settings, world)
  const estimate = await estimateRun(plans, recordings, settings)
  world.stdout.write(`${describeEstimate(estimate, recordings.folder, settings).join('\n')}\n`)
  return exitCode.done
}

/** Lines of groups on standard output are written as groups finish. */
function isStreamed({ path, format }: Target): boolean {
  return path === STANDARD_OUTPUT && format === 'ndjson'
}

async function render(summary: Summary, { format }: Target, { showNotes }: Settings): Promise<string> {
  if (format === 'json') return renderJson(summary)
  if (format === 'ndjson') return renderNdjson(summary)
  if (format === 'md') return renderMarkdown(summary, { notes: showNotes })
  const { renderCsv } = await import('../documents/csv.js')
  return renderCsv(summary)
}

/** Which layer gave which setting, a line each; for --verbose. */
function describeSettings({ settings, origins }: Resolved): string {
  return Object.entries(origins)
    .map(([key, origin]) => `${key} = ${JSON.stringify(settings[key as keyof Settings])} (${origin})\n`)
    .join('')
}
