import { type ExitCode, exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { checkCertain, createSummary, type Run, type SummarySettings } from '../../run/create-summary.js'
import { estimateRun } from '../../run/estimate-run.js'
import { loadPrompts } from '../../run/load-prompts.js'
import { openDoor } from '../../run/open-door.js'
import { loadTools, planRun, type RunSettings } from '../../run/plan-run.js'
import { BASELINE } from '../../settings/baseline.js'
import { configFile } from '../../settings/load-settings.js'
import type { Settings, SettingsOf } from '../../settings/option-values.js'
import type { Resolved } from '../../settings/resolve-settings.js'
import type { SummaryGroup } from '../../summary/summary.js'
import { namesOfFiles } from '../../text/names-of-files.js'
import { titleOfFile } from '../../text/title-of-file.js'
import type { Progress } from '../../world/progress.js'
import type { World } from '../../world/world.js'
import { differFromFiles } from '../common/check-documents.js'
import { closingLine } from '../common/closing-line.js'
import { defineCommand } from '../common/command.js'
import { estimateLines } from '../common/estimate-lines.js'
import { progressStyle } from '../common/progress-style.js'
import { redactionLine } from '../common/redaction-line.js'
import { reportShortfalls, reportToGithub } from '../common/report-to-github.js'
import { sameCommand } from '../common/same-command.js'
import { shortfallsOf } from '../common/shortfalls.js'
import {
  checkApart,
  checkOnce,
  checksFiles,
  checkTargets,
  STANDARD_OUTPUT,
  type Target,
} from '../common/targets.js'
import { writeDocuments, writtenLine } from '../common/write-documents.js'

const NOTES = `
Each option is also a key of sixthemes.yaml (baseUrl: ...) and a variable (SIXTHEMES_BASE_URL).
Flags win over variables, variables over the file.

Examples:
  $ sixthemes summarize notes.csv -o summary.md
  $ sixthemes summarize monday.csv tuesday.csv --persona Role --quadrant Board
  $ sixthemes summarize teams/*.csv --each -o 'out/{name}.md' -o all.html
  $ cat notes.csv | sixthemes summarize - -f json | jq '.groups[].themes[].title'
`

/** `sixthemes summarize`: exports → documents. */
export const command = defineCommand({
  description: 'Summarise the notes of each persona and quadrant as key themes.',
  operands: [['<files...>', 'exports; "-" is standard input']],
  takes: [
    ...([
      'output',
      'each',
      'document',
      'reading',
      'planning',
      'prompt',
      'wave',
      'given',
      'suggestion',
      'heartbeat',
      'decisions',
      'overview',
      'model',
      'language',
    ] as const),
    ...([
      'redaction',
      'recordings',
      'endpoint',
      'asking',
      'structure',
      'pace',
      'limits',
      'verdict',
      'github',
      'progress',
      'dry-run',
      'columns',
    ] as const),
  ],
  notes: NOTES,
  run: async ({ args: files, flags, settings, origins, world, tables }) => {
    if (settings.dryRun) return dryRun(files, settings, world)
    const { previous, decisions, prompt, redactNames, apiKeyFile, given } = settings
    const named = [previous, decisions, prompt, redactNames, apiKeyFile, given]
    const reads = [...files, configFile(flags, world), ...named]
    const targets = await checkTargets('summary', settings, reads, world, tables.formats)
    const check = checksFiles(settings.check, origins.check, targets)
    const progress = await world.openProgress(progressStyle(settings, world))
    try {
      const runs = await planRuns(files, targets, settings, world, progress)
      const written: string[] = []
      for (const { path } of runs.flatMap((one) => one.targets)) {
        if (path === STANDARD_OUTPUT) continue
        await checkApart(path, reads, world.files)
        await checkOnce(path, written, world.files) // a name may fill in what makes two of them one
        written.push(path)
      }
      const context = { settings: { ...settings, check }, origins, world, progress }
      return runs.length === 1
        ? await summarize(runs[0] as OneRun, context)
        : await summarizeEach(runs, context)
    } finally {
      progress.stop()
    }
  },
})

/** One run of the command: what is summarised, and where its documents go. */
type OneRun = { files: readonly string[]; targets: readonly Target[]; own: Partial<SummarySettings> }

/** One run of all files; of workshops of their own one each before it, with a door that they share. */
async function planRuns(
  files: readonly string[],
  targets: readonly Target[],
  settings: SummarySettings & Pick<Settings, 'each'>,
  world: World,
  progress: Progress,
): Promise<OneRun[]> {
  if (!settings.each) return [{ files, targets, own: {} }]
  const named = targets.filter(({ path }) => path.includes(NAME))
  if (named.length === 0) throw new UserError('each-needs-name', {})
  const { form } = await loadPrompts(settings.prompt, world)
  const own = { door: openDoor(form, settings, world, progress) }
  const names = namesOfFiles(files)
  const each = files.map((file, index): OneRun => {
    const fill = ({ path, format }: Target): Target => ({
      path: path.replaceAll(NAME, names[index] ?? ''),
      format,
    })
    return {
      files: [file],
      targets: named.map(fill),
      own: { ...own, title: titleOfFile(names[index] ?? '') },
    }
  })
  const across = targets.filter(({ path }) => !path.includes(NAME))
  return across.length === 0 ? each : [...each, { files, targets: across, own: { ...own, isAcross: true } }]
}

/**
 * One workshop after the other. What cannot be read is found before anything is asked; one that fails on the way does not keep
 * the others from their documents.
 */
async function summarizeEach(runs: readonly OneRun[], context: Context): Promise<ExitCode> {
  const { settings, world, progress } = context
  const tools = await loadTools(settings, world)
  for (const { files, own } of runs)
    checkCertain((await planRun(files, { ...settings, ...own }, tools, world)).sources)
  const codes: ExitCode[] = []
  let trouble: UserError | undefined
  for (const run of runs) {
    try {
      codes.push(await summarize(run, context))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      trouble ??= error
      progress.warn(`${run.files.join(', ')}: ${error.message}`)
    }
  }
  if (trouble && codes.length === 0) throw trouble
  if (trouble)
    progress.warn(`${runs.length - codes.length} of ${runs.length} have no documents, for what is said above`)
  const worst = Math.max(...codes, trouble ? exitCode.shortfall : exitCode.done) as ExitCode
  return codes.find((code) => code === exitCode.difference) ?? worst
}

/** What stands for the name of a file in an output. */
const NAME = '{name}'

type Context = {
  settings: SummarySettings &
    SettingsOf<'output' | 'document' | 'verdict' | 'github'> &
    Pick<Settings, 'prices'>
  origins: Resolved['origins']
  world: World
  progress: Progress
}

async function summarize(
  { files, targets, own }: OneRun,
  { settings, origins, world, progress }: Context,
): Promise<ExitCode> {
  const begun = world.clock.now()
  const streams = targets.filter(isStreamed)
  let streamed = Promise.resolve()
  const write = (group: SummaryGroup): void => {
    for (const { format } of streams)
      streamed = streamed.then(async () => world.stdout.write((await format.group?.(group)) ?? ''))
  }
  const run = await createSummary(files, { ...settings, ...own }, world, progress, write, origins)
  await streamed
  if (settings.github) await reportToGithub(run.summary, world)
  const options = { notes: settings.showNotes, as: settings.as }
  const documents = await Promise.all(
    targets
      .filter((target) => !isStreamed(target))
      .map(async ({ path, format }) => ({ path, text: await format.summary(run.summary, options) })),
  )
  if (settings.check) {
    if (await differFromFiles(documents, settings.github, world)) return exitCode.difference
  } else await writeDocuments(documents, world)
  if (run.trouble) throw run.trouble
  const shortfalls = shortfallsOf(run.summary, settings)
  for (const line of shortfalls) progress.warn(line)
  if (settings.github)
    await reportShortfalls([...shortfalls, ...(run.lacksOverview ? ['There is no overview'] : [])], world)
  const replaced = settings.model === BASELINE ? undefined : redactionLine(run.redacted) // nothing was sent
  if (replaced !== undefined) progress.say(replaced)
  progress.say(closingLine(run, settings.prices, world.clock.now() - begun))
  if (run.summary.groups.some(({ status }) => status === 'failed'))
    progress.say(`${capitalized(sameCommand({ settings, origins }))} asks again only for what failed.`)
  const written = writtenLine(documents)
  if (!settings.check && written !== undefined) progress.say(written)
  return shortfalls.length > 0 || isIncomplete(run) ? exitCode.shortfall : exitCode.done
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether a group failed, or there is no overview although one was wanted. */
function isIncomplete({ summary, lacksOverview }: Run): boolean {
  return lacksOverview || summary.groups.some(({ status }) => status === 'failed')
}

/** What the run would take, on standard output. */
async function dryRun(
  files: readonly string[],
  settings: RunSettings & Pick<Settings, 'fresh' | 'overview' | 'prices'>,
  world: World,
): Promise<typeof exitCode.done> {
  const { plans, recordings } = await planRun(files, settings, await loadTools(settings, world), world)
  const estimate = await estimateRun(plans, recordings, settings)
  world.stdout.write(`${estimateLines(estimate, recordings.folder, settings).join('\n')}\n`)
  return exitCode.done
}

/** Groups on standard output are written as they finish, where the format can be written so. */
function isStreamed({ path, format }: Target): boolean {
  return path === STANDARD_OUTPUT && format.group !== undefined
}
