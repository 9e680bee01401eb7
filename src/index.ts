import process from 'node:process'
import { UserError } from './errors/user-error.js'
import type { SourceFile } from './notes/source-file.js'
import { createSummary } from './run/create-summary.js'
import type { FileValues, OptionValues } from './settings/option-values.js'
import type { KeysIn } from './settings/options.js'
import { checkValues } from './settings/parse-config.js'
import { resolveSettings } from './settings/resolve-settings.js'
import type { Summary } from './summary/summary.js'
import { createNodeWorld } from './world/node-world.js'
import { type Progress, quiet } from './world/progress.js'

export { renderCsv } from './documents/csv.js'
export type { DocumentOptions, NoteDisplay } from './documents/document-options.js'
export { renderJson } from './documents/json.js'
export { renderMarkdown } from './documents/markdown.js'
export { renderNdjson } from './documents/ndjson.js'
export { type ExitCode, exitCode } from './errors/exit-code.js'
export { UserError, type UserErrorCode } from './errors/user-error.js'
export type { SourceFile } from './notes/source-file.js'
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
export type { Progress } from './world/progress.js'

/** What a summary depends on; what documents look like and where they go is the program's own affair. */
const TAKES = [
  ...([
    'reading',
    'planning',
    'prompt',
    'wave',
    'given',
    'suggestion',
    'decisions',
    'overview',
    'model',
    'language',
  ] as const),
  ...(['redaction', 'recordings', 'endpoint', 'asking', 'structure', 'pace', 'limits', 'columns'] as const),
]

/** The keys of sixthemes.yaml that a summary depends on. */
export type SummarizeOptions = Pick<OptionValues, KeysIn<(typeof TAKES)[number]> | 'title' | 'minCoverage'> &
  FileValues & {
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
  { signal = new AbortController().signal, progress = quiet, ...options }: SummarizeOptions = {},
): Promise<Summary> {
  const world = createNodeWorld(process, new URL('../prompts/', import.meta.url), signal)
  const { values, problems } = checkValues(Object.entries(options).filter(isGiven), () => 0)
  if (problems.length > 0)
    throw new UserError('options-invalid', { problems: problems.map(({ text }) => text) })
  const { title, minCoverage, ...flags } = values
  const config = { file: '', isNamed: true, lines: {}, values }
  const { settings } = resolveSettings({ name: 'summarize', takes: TAKES }, flags, world.environment, config)
  const { summary } = await createSummary(files, { ...settings, title, minCoverage }, world, progress)
  return summary
}

const isGiven = ([, value]: [string, unknown]): boolean => value !== undefined
