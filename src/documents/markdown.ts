import { countNotes } from '../summary/count-notes.js'
import type {
  Summary,
  SummaryDecided,
  SummaryDecisions,
  SummaryGroup,
  SummaryNote,
  SummaryTheme,
} from '../summary/summary.js'
import { countOf, countReasons } from '../text/count-of.js'
import { EVERYONE } from '../text/everyone.js'
import { isolate } from '../text/isolate.js'
import { curlQuotations } from '../text/quotations.js'
import { allNotes, checksOf, firstOf } from './describe/checks-of.js'
import { describeDecided, describeDecisions } from './describe/describe-decisions.js'
import type { DocumentOptions } from './document-options.js'
import { escapeMarkdown } from './escape-markdown.js'
import { renderOverviewSection } from './overview-markdown.js'

/** A summary → a Markdown document that ends with a line break. */
export function renderMarkdown(summary: Summary, options: DocumentOptions): string {
  const { title, notice } = summary
  const lines = [
    `# ${escapeMarkdown(title)}`,
    ...(notice === undefined ? [] : ['', `> **Please note**: ${escapeMarkdown(notice)}`]),
  ]
  if (summary.overview) lines.push('', ...renderOverviewSection(summary, summary.overview))
  const isForAll = summary.groups.every(({ persona }) => persona === EVERYONE)
  let persona: string | undefined
  for (const group of summary.groups) {
    if (group.persona !== persona && !isForAll) {
      lines.push('', `## ${escapeMarkdown(group.personaQuestion ?? group.persona)}`)
    }
    persona = group.persona
    lines.push('', ...renderGroup(group, options, summary.previous !== undefined, isForAll ? '##' : '###'))
  }
  lines.push('', '---', '', ...renderAccount(summary))
  return `${lines.join('\n')}\n`
}

function renderGroup(
  group: SummaryGroup,
  options: DocumentOptions,
  isFurtherWave: boolean,
  level: string,
): string[] {
  const { quadrant, question, status } = group
  const heading = question === undefined ? quadrant : `${question} — ${quadrant}`
  const lines = [`${level} ${escapeMarkdown(heading)}`, '']
  if (status === 'listed') {
    return [
      ...lines,
      `${countOf(allNotes(group), 'note')}, too few to summarise:`,
      '',
      ...group.unplaced.map(renderItem),
    ]
  }
  if (status === 'failed') {
    lines.push(
      `> **This group could not be summarised**: ${escapeMarkdown(withoutStop(group.reason ?? ''))}. Its notes stand below as they are.`,
    )
    return [...lines, '', ...group.unplaced.map(renderItem)]
  }
  const themes = group.themes.map((theme, index) => renderTheme(theme, index + 1, options, isFurtherWave))
  lines.push(themes.join(options.notes === 'none' ? '\n' : '\n\n'), '')
  if (group.unplaced.length > 0) {
    lines.push(`In no theme (${countOf(countNotes(group.unplaced), 'note')}): ${inline(group.unplaced)}`, '')
  }
  if (group.suggested) lines.push(...renderSuggested(group.suggested), '')
  return [...lines, renderChecks(group), ...(group.decided ? ['', renderDecided(group.decided)] : [])]
}

function renderTheme(
  theme: SummaryTheme,
  number: number,
  { notes }: DocumentOptions,
  isFurtherWave: boolean,
): string {
  const { title, summary, votes, continues } = theme
  const size = [
    countOf(countNotes(theme.notes), 'note'),
    ...(votes ? [countOf(votes, 'vote')] : []),
    ...(isFurtherWave && continues === undefined ? ['new'] : []),
  ].join(', ')
  const said = summary === '' ? '' : `: ${wordsOf(summary)}`
  const head = `${number}. **${wordsOf(title)}** (${size})${said}`
  const indent = ' '.repeat(`${number}. `.length)
  if (theme.notes.length === 0) return head
  if (notes === 'inline') return `${head}\n\n${indent}${inline(theme.notes)}`
  if (notes === 'list') return [head, ...theme.notes.map((note) => indent + renderItem(note))].join('\n')
  return head
}

/** What a model or a person wrote: with quotation marks of one form. */
const wordsOf = (text: string): string => isolate(escapeMarkdown(curlQuotations(text)))

const inline = (notes: readonly SummaryNote[]): string =>
  notes.map((note) => `“${isolate(escapeMarkdown(note.text))}”${times(note)}`).join(' · ')

const renderItem = (note: SummaryNote): string => `- ${isolate(escapeMarkdown(note.text))}${times(note)}`

/** How often a note was written and voted for, where that is worth saying. */
function times({ from, votes = 0 }: SummaryNote): string {
  const said = [
    ...(from.length > 1 ? [`×${from.length}`] : []),
    ...(votes > 0 ? [countOf(votes, 'vote')] : []),
  ]
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

/** Themes that notes in no theme would make: none of them is one yet. */
function renderSuggested(suggested: NonNullable<SummaryGroup['suggested']>): string[] {
  return [
    'They would make these themes, which nobody gave:',
    '',
    ...suggested.map(
      ({ title, summary, notes }) =>
        `- ${escapeMarkdown(title)} (${countOf(notes.length, 'note')}): ${escapeMarkdown(summary)}`,
    ),
  ]
}

const renderChecks = (group: SummaryGroup): string =>
  `*${firstOf(checksOf(group)).map(escapeMarkdown).join('; ')}.*`

/** What of the group people decided, in a sentence of its own. */
function renderDecided(decided: SummaryDecided): string {
  const said = describeDecided(decided)
  return `*${said[0]?.toUpperCase()}${said.slice(1)}.*`
}

/** The account of the whole run: files, notes, what was dropped, prompt and model. */
function renderAccount({ sources, groups, prompt, model, previous, given, decisions }: Summary): string[] {
  const failed = groups.filter(({ status }) => status === 'failed')
  return [
    ...sources.flatMap(({ file, rows, notes, dropped, warnings }) => {
      const gone =
        dropped.length === 0 ? 'none dropped' : `${dropped.length} dropped (${countReasons(dropped)})`
      return [
        `- ${escapeMarkdown(file)}: ${countOf(rows, 'row')}, ${countOf(notes, 'note')}, ${gone}.`,
        ...warnings.map((warning) => `  - Please note: ${escapeMarkdown(warning)}.`),
      ]
    }),
    ...(failed.length === 0
      ? []
      : [
          `- ${countOf(failed.length, 'group')} could not be summarised: ${failed
            .map(({ persona, quadrant }) => `${escapeMarkdown(persona)} / ${escapeMarkdown(quadrant)}`)
            .join(', ')}.`,
        ]),
    ...(previous
      ? [
          `- Themes go on from “${escapeMarkdown(previous.title)}” (${previous.sha256.slice(0, 12)}), by prompt ${escapeMarkdown(previous.prompt.id)}@${previous.prompt.version} (${previous.prompt.sha256.slice(0, 12)}).`,
        ]
      : []),
    ...(given
      ? [
          `- ${countOf(given.themes, 'theme')} given beforehand; notes were placed in them by prompt ${escapeMarkdown(given.prompt.id)}@${given.prompt.version} (${given.prompt.sha256.slice(0, 12)}).`,
        ]
      : []),
    ...(decisions ? renderDecisions(decisions) : []),
    prompt
      ? `- Prompt ${escapeMarkdown(prompt.id)}@${prompt.version} (${prompt.sha256.slice(0, 12)}), model ${escapeMarkdown(model)}.`
      : '- No language model was used.',
  ]
}

function renderDecisions(decisions: SummaryDecisions): string[] {
  const { line, lapsed } = describeDecisions(decisions)
  return [`- ${line}.`, ...lapsed.map((one) => `  - ${escapeMarkdown(one)}.`)]
}

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '')
