import type { Summary, SummaryDecisions, SummarySource } from '../summary/summary.js'
import { describeDecisions } from './describe/describe-decisions.js'
import { describeHosts } from './describe/describe-hosts.js'
import { describeDropped } from './describe/describe-reasons.js'
import { escapeMarkdown } from './escape-markdown.js'
import type { Speech } from './words/speech.js'

/** The account of the whole run: files, notes, what was dropped, prompt and model. */
export function renderAccount(summary: Summary, speech: Speech): string[] {
  const { sources, groups, prompt, model, hosts, previous, given, heartbeat, decisions } = summary
  const { words, fill, count, form, sentence } = speech
  const failed = groups.filter(({ status }) => status === 'failed')
  const names = failed.map(
    ({ persona, quadrant }) => `${escapeMarkdown(persona)} / ${escapeMarkdown(quadrant)}`,
  )
  return [
    ...sources.flatMap((source) => renderSource(source, speech)),
    ...(failed.length === 0
      ? []
      : [`- ${sentence(`${form(words.groupsFailed, failed.length)}: ${names.join(', ')}`)}`]),
    ...(previous
      ? [
          `- ${sentence(
            fill(words.goesOnFrom, {
              title: escapeMarkdown(previous.title),
              hash: previous.sha256.slice(0, 12),
              prompt: nameOf(previous.prompt),
            }),
          )}`,
        ]
      : []),
    ...(given
      ? [
          `- ${sentence(fill(words.given, { themes: count('themes', given.themes), prompt: nameOf(given.prompt) }))}`,
        ]
      : []),
    ...(heartbeat
      ? [`- ${sentence(fill(words.heartbeat.asked, { prompt: nameOf(heartbeat.prompt) }))}`]
      : []),
    ...(decisions ? renderDecisions(decisions, speech) : []),
    `- ${sentence(prompt ? fill(words.prompt, { prompt: nameOf(prompt), model: escapeMarkdown(model) }) : words.withoutModel)}`,
    ...(hosts ? [`- ${sentence(describeHosts(hosts, speech))}`] : []),
  ]
}

/** A prompt by name, version and the beginning of its hash. */
const nameOf = ({ id, version, sha256 }: { id: string; version: number; sha256: string }): string =>
  `${escapeMarkdown(id)}@${version} (${sha256.slice(0, 12)})`

function renderSource({ file, rows, notes, dropped, warnings }: SummarySource, speech: Speech): string[] {
  const { words, count, sentence, row } = speech
  return [
    `- ${sentence(`${escapeMarkdown(file)}: ${row(count('rows', rows), count('notes', notes), describeDropped(dropped, speech))}`)}`,
    ...warnings.map((warning) => `  - ${words.notice}: ${escapeMarkdown(warning)}.`),
  ]
}

function renderDecisions(decisions: SummaryDecisions, speech: Speech): string[] {
  const { line, lapsed } = describeDecisions(decisions, speech)
  return [`- ${speech.sentence(line)}`, ...lapsed.map((one) => `  - ${escapeMarkdown(one)}.`)]
}
