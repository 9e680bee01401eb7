import process from 'node:process'
import { createSummary } from './commands/create-summary.js'
import type { SourceFile } from './notes/source-file.js'
import { type Progress, quiet } from './progress.js'
import type { ConfigValues } from './settings/option-values.js'
import { resolveSettings } from './settings/resolve-settings.js'
import type { Summary } from './summary/summary.js'
import { createWorld } from './world.js'

export { renderCsv } from './documents/csv.js'
export { renderJson } from './documents/json.js'
export { type MarkdownOptions, type NoteDisplay, renderMarkdown } from './documents/markdown.js'
export { renderNdjson } from './documents/ndjson.js'
export { type ExitCode, exitCode, UserError, type UserErrorCode } from './errors.js'
export type { SourceFile } from './notes/source-file.js'
export type { Progress } from './progress.js'
export type { MapValues, OptionValues } from './settings/option-values.js'
export type { Overview, OverviewStatement } from './summary/overview.js'
export type {
  Summary,
  SummaryChecks,
  SummaryFinding,
  SummaryGroup,
  SummaryNote,
  SummaryPlace,
  SummarySource,
  SummaryTheme,
} from './summary/summary.js'

/** What the command line says about documents and the terminal; a program decides that for itself. */
type CommandLineOnly =
  | 'output'
  | 'format'
  | 'showNotes'
  | 'dryRun'
  | 'check'
  | 'github'
  | 'strict'
  | 'quiet'
  | 'verbose'

/** The keys of sixthemes.yaml that a summary depends on. */
export type SummarizeOptions = Omit<ConfigValues, CommandLineOnly> & {
  /** Ends the run when it is aborted; its reason is thrown. */
  signal?: AbortSignal
  /** Told how the run goes; nobody is by default. */
  progress?: Progress
}

/**
 * Exports → their summary, with every note accounted for. Files are paths, or names with their bytes.
 * Variables (OPENAI_API_KEY, OPENAI_BASE_URL, SIXTHEMES_…) count where an option is not given; sixthemes.yaml
 * is not read. Replies are recorded and looked up as the command does it.
 * A group that failed is in the summary with its reason. Throws UserError for input or settings that cannot
 * be used, and for an endpoint that gave nothing.
 *
 * @example
 * const summary = await summarize(['notes.csv'], { model: 'llama3.2', baseUrl: 'http://127.0.0.1:11434/v1' })
 * await writeFile('summary.md', renderMarkdown(summary, { notes: 'inline' }))
 */
export async function summarize(
  files: readonly (string | SourceFile)[],
  {
    signal = new AbortController().signal,
    progress = quiet,
    maps,
    parameters,
    prices,
    checks,
    ...options
  }: SummarizeOptions = {},
): Promise<Summary> {
  const world = createWorld(process, new URL('../prompts/', import.meta.url), signal)
  const config = { file: '', values: { maps, parameters, prices, checks } }
  const { settings } = resolveSettings(options, world.environment, config)
  const { summary } = await createSummary(files, settings, world, progress)
  return summary
}
