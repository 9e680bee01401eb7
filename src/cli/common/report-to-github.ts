import { firstOf } from '../../documents/describe/checks-of.js'
import { describeFinding } from '../../documents/describe/describe-finding.js'
import { escapeMarkdown } from '../../documents/escape-markdown.js'
import { english } from '../../documents/words/speech.js'
import type { Summary } from '../../summary/summary.js'
import { countOf } from '../../text/count-of.js'
import { groupName } from '../../text/group-name.js'
import { toPlainText } from '../../text/plain-text.js'
import { isShortfall } from '../../themes/checks/finding.js'
import type { World } from '../../world/world.js'

type Level = 'error' | 'warning' | 'notice'

/** GitHub shows no more than ten of a kind in a step. */
const MOST_SHOWN = 10

/** Annotations of a run as GitHub's workflow commands: failed groups, findings, and what a reader should know of files; one a group. */
export function annotate({ sources, groups }: Summary): string[] {
  const said = groups.flatMap((group): [Level, string][] => {
    const name = groupName(group)
    if (group.status === 'failed') return [['error', `${name}: ${group.reason ?? 'failed'}`]]
    const findings = (group.checks?.findings ?? []).filter(isShortfall)
    return findings.length === 0
      ? []
      : [
          [
            'warning',
            `${name}: ${firstOf(
              findings.map((finding) => describeFinding(finding)),
              english,
            ).join('; ')}`,
          ],
        ]
  })
  const more = said.slice(MOST_SHOWN)
  return [
    ...sources.flatMap(({ file, warnings }) =>
      warnings.map((text) => workflowCommand('warning', text, file)),
    ),
    ...said.slice(0, MOST_SHOWN).map(([level, text]) => workflowCommand(level, text)),
    ...(more.length === 0
      ? []
      : [
          workflowCommand(
            'warning',
            `${countOf(more.length, 'more group')} with findings; the summary of the step lists them`,
          ),
        ]),
  ]
}

/** "::warning file=a.csv::text", escaped as GitHub's toolkit does it. */
export function workflowCommand(level: Level, text: string, file?: string): string {
  const data = escapeData(text)
  const where =
    file === undefined ? '' : ` file=${escapeData(file).replace(/:/g, '%3A').replace(/,/g, '%2C')}`
  return `::${level}${where}::${data}`
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** A table of the groups and their themes, for the summary of a step. */
export function renderStepSummary({ title, groups }: Summary): string {
  const rows = groups.map((group) => {
    const themes = group.themes.map((theme) => theme.title).join('; ') || group.status
    return `| ${escapeMarkdown(groupName(group))} | ${escapeMarkdown(themes)} | ${countOf(group.checks?.findings.length ?? 0, 'finding')} |`
  })
  return [
    `## ${escapeMarkdown(title)}`,
    '',
    '| group | themes | checks |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** Writes annotations to standard error, which the runner reads as well, and the table to the step's summary. */
export async function reportToGithub(
  summary: Summary,
  { commands, files, environment }: World,
): Promise<void> {
  for (const line of annotate(summary)) commands.write(toPlainText(`${line}\n`))
  const { GITHUB_STEP_SUMMARY: path } = environment
  if (path) await files.append(path, renderStepSummary(summary))
}

/** Says in the same places what makes the step fall short beside its groups: decisions that lapsed, coverage, an overview that is missing. */
export async function reportShortfalls(
  lines: readonly string[],
  { commands, files, environment }: World,
): Promise<void> {
  if (lines.length === 0) return
  for (const line of lines.slice(0, MOST_SHOWN))
    commands.write(toPlainText(`${workflowCommand('error', line)}\n`))
  const { GITHUB_STEP_SUMMARY: path } = environment
  const text = ['', '### Falls short', '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''].join('\n')
  if (path) await files.append(path, text)
}

/** Says in the summary of a step which documents are not what a run writes now; each has an annotation of its own. */
export async function reportDifferences(
  paths: readonly string[],
  { files, environment }: World,
): Promise<void> {
  const { GITHUB_STEP_SUMMARY: path } = environment
  const lines = paths.map((one) => `- ${escapeMarkdown(one)} is not what a run writes now`)
  if (path && paths.length > 0) await files.append(path, ['', '### Differs', '', ...lines, ''].join('\n'))
}

/** Says in the same places why there is no summary: a setting or file that cannot be used, an endpoint that refuses. */
export async function refuseOnGithub(
  { message, next }: { message: string; next: string },
  { commands, files, environment }: World,
): Promise<void> {
  commands.write(toPlainText(`${workflowCommand('error', `${message} ${next}`)}\n`))
  const { GITHUB_STEP_SUMMARY: path } = environment
  const text = `## No summary\n\n${escapeMarkdown(message)}\n\n${escapeMarkdown(next)}\n`
  if (path) await files.append(path, text).catch(() => {}) // the trouble that is told of matters more
}
