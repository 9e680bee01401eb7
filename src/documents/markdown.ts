import { countFiles } from '../summary/count-files.js'
import { countNotes } from '../summary/count-notes.js'
import type {
  Summary,
  SummaryDecisions,
  SummaryGroup,
  SummaryNote,
  SummarySource,
  SummaryTheme,
} from '../summary/summary.js'
import { type Touch, touchingOf } from '../summary/touching.js'
import { EVERYONE } from '../text/everyone.js'
import { isolate } from '../text/isolate.js'
import { inPieces, wholeOf } from '../text/pieces.js'
import { withoutStop } from '../text/without-stop.js'
import { alsoSaid } from './describe/also-said.js'
import { allNotes, checksOf, firstOf } from './describe/checks-of.js'
import { describeDecided, describeDecisions } from './describe/describe-decisions.js'
import { describeHosts } from './describe/describe-hosts.js'
import { describeDropped } from './describe/describe-reasons.js'
import { excerptOf } from './describe/excerpt.js'
import type { DocumentOptions } from './document-options.js'
import { escapeMarkdown } from './escape-markdown.js'
import { areLong, fewNotes } from './few-notes.js'
import { renderHeartbeat } from './heartbeat-markdown.js'
import { renderOverviewSection } from './overview-markdown.js'
import { english, type Speech } from './words/speech.js'

/** How a part of the document is written. */
type Style = DocumentOptions & {
  speech: Speech
  isFurtherWave: boolean
  level: string
  /** How many workshops it is about, where each file is one. */
  files: number | undefined
}

/** A summary → a Markdown document that ends with a line break. */
export function renderMarkdown(summary: Summary, options: DocumentOptions, speech: Speech = english): string {
  return wholeOf(markdownPieces(summary, options, speech))
}

/** The same text, a group a piece. */
export function markdownPieces(summary: Summary, options: DocumentOptions, speech: Speech): Iterable<string> {
  return inPieces(() => partsOf(summary, options, speech))
}

function* partsOf(summary: Summary, options: DocumentOptions, speech: Speech): Iterable<string> {
  const { title, notice, previous } = summary
  const lines = [
    `# ${escapeMarkdown(title)}`,
    ...(notice === undefined ? [] : ['', `> **${speech.words.notice}**: ${escapeMarkdown(notice)}`]),
  ]
  if (summary.overview) lines.push('', ...renderOverviewSection(summary, summary.overview, speech))
  const isForAll = summary.groups.every(({ persona }) => persona === EVERYONE)
  const style = {
    ...options,
    speech,
    isFurtherWave: previous !== undefined,
    level: isForAll ? '##' : '###',
    files: summary.across && summary.sources.length,
  }
  let persona: string | undefined
  yield text(lines)
  for (const group of summary.groups) {
    const lines: string[] = []
    if (group.persona !== persona && !isForAll) {
      lines.push('', `## ${escapeMarkdown(group.personaQuestion ?? group.persona)}`)
    }
    if (group.persona !== persona) lines.push(...renderHeartbeat(summary, group.persona, speech))
    persona = group.persona
    yield text([...lines, '', ...renderGroup(group, style)])
  }
  yield text(['', '---', '', ...renderAccount(summary, speech)])
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

function renderGroup(group: SummaryGroup, style: Style): string[] {
  const { quadrant, question, status, reason = '' } = group
  const { words, count, fill } = style.speech
  const heading = question === undefined ? quadrant : `${question} — ${quadrant}`
  const lines = [`${style.level} ${escapeMarkdown(heading)}`, '']
  const items = group.unplaced.map((note) => renderItem(note, style.speech))
  if (status === 'listed')
    return [...lines, `${fill(words.listed, { notes: count('notes', allNotes(group)) })}:`, '', ...items]
  if (status === 'failed') {
    lines.push(`> **${words.failed}**: ${escapeMarkdown(withoutStop(reason))}. ${words.failedRest}`)
    return [...lines, '', ...items]
  }
  const touching = touchingOf(group)
  const themes = group.themes.map((theme, index) =>
    renderTheme(theme, index + 1, touching.get(theme.id) ?? [], style),
  )
  lines.push(themes.join(style.notes === 'none' ? '\n' : '\n\n'), '')
  if (group.unplaced.length > 0) {
    const left = count('notes', countNotes(group.unplaced))
    lines.push(`${words.unplaced} (${left}): ${inline(group.unplaced, style.speech)}`, '')
  }
  const also = style.notes === 'none' ? [] : alsoSaid(group)
  if (also.length > 0)
    lines.push(`${words.alsoSaid}: ${also.map((note) => excerpt(note, style.speech)).join(' · ')}`, '')
  if (group.suggested) lines.push(...renderSuggested(group.suggested, style.speech), '')
  const checks = firstOf(checksOf(group, style.speech), style.speech).map(escapeMarkdown)
  const { sentence } = style.speech
  const decided = group.decided ? ['', `*${sentence(describeDecided(group.decided, style.speech))}*`] : []
  return [...lines, `*${sentence(...checks)}*`, ...decided]
}

function renderTheme(
  theme: SummaryTheme,
  number: number,
  touching: readonly Touch[],
  { notes, speech, isFurtherWave, files }: Style,
): string {
  const { title, summary, votes, continues } = theme
  const size = [
    speech.count('notes', countNotes(theme.notes)),
    ...(votes ? [speech.count('votes', votes)] : []),
    ...(files === undefined
      ? []
      : [speech.fill(speech.words.inFiles, { n: countFiles(theme.notes), all: files })]),
    ...(isFurtherWave && continues === undefined ? [speech.words.fresh] : []),
  ].join(', ')
  const said = summary === '' ? '' : `: ${wordsOf(summary, speech)}`
  const head = `${number}. **${wordsOf(title, speech)}** (${size})${said}`
  const indent = ' '.repeat(`${number}. `.length)
  const shown = notes ?? (areLong(theme.notes) ? 'few' : 'inline')
  if (shown === 'none') return head
  const paragraphs = [
    ...(theme.notes.length > 0 && shown !== 'list'
      ? [shown === 'few' ? renderFew(theme, speech) : inline(theme.notes, speech)]
      : []),
    ...(touching.length > 0 ? [renderTouching(touching, speech)] : []),
  ].map((text) => `\n\n${indent}${text}`)
  const items =
    shown === 'list' ? theme.notes.map((note) => `\n${indent}${renderItem(note, speech)}`).join('') : ''
  return [head, items, ...paragraphs].join('')
}

/** So many notes of other themes are quoted; the page and the data have all of them. */
const MOST_TOUCHING = 5

/** What notes of other themes say of this one too. */
function renderTouching(touching: readonly Touch[], speech: Speech): string {
  const items = touching
    .slice(0, MOST_TOUCHING)
    .map(({ note, home }) => `${excerpt(note, speech)} (${wordsOf(home.title, speech)})`)
  const more = touching.length - items.length
  return `*${speech.words.touching}*: ${items.join(' · ')}${more > 0 ? ` (+${speech.number(more)})` : ''}`
}

const excerpt = ({ text }: SummaryNote, speech: Speech): string =>
  speech.quote(isolate(escapeMarkdown(excerptOf(text))))

/** What a model or a person wrote: with quotation marks of one form. */
const wordsOf = (text: string, { curl }: Speech): string => isolate(escapeMarkdown(curl(text)))

const inline = (notes: readonly SummaryNote[], speech: Speech): string =>
  notes.map((note) => `${speech.quote(isolate(escapeMarkdown(note.text)))}${times(note, speech)}`).join(' · ')

const renderItem = (note: SummaryNote, speech: Speech): string =>
  `- ${isolate(escapeMarkdown(note.text))}${times(note, speech)}`

/** The most telling notes, and how many there are; code chose them, and it is said. */
function renderFew(theme: SummaryTheme, speech: Speech): string {
  const few = fewNotes(theme)
  const all = countNotes(theme.notes)
  const left = speech.fill(speech.words.few, { shown: countNotes(few), notes: speech.count('notes', all) })
  return countNotes(few) === all ? inline(few, speech) : `${inline(few, speech)} *(${left})*`
}

/** How often a note was written and voted for, where that is worth saying. */
function times({ from, votes = 0 }: SummaryNote, { count }: Speech): string {
  const said = [
    ...(from.length > 1 ? [`×${from.length}`] : []),
    ...(votes > 0 ? [count('votes', votes)] : []),
  ]
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

/** Themes that notes in no theme would make: none of them is one yet. */
function renderSuggested(
  suggested: NonNullable<SummaryGroup['suggested']>,
  { words, count }: Speech,
): string[] {
  return [
    words.suggested,
    '',
    ...suggested.map(
      ({ title, summary, notes }) =>
        `- ${escapeMarkdown(title)} (${count('notes', notes.length)}): ${escapeMarkdown(summary)}`,
    ),
  ]
}

/** The account of the whole run: files, notes, what was dropped, prompt and model. */
function renderAccount(summary: Summary, speech: Speech): string[] {
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
  const { words, count, sentence } = speech
  return [
    `- ${sentence(`${escapeMarkdown(file)}: ${count('rows', rows)}, ${count('notes', notes)}, ${describeDropped(dropped, speech)}`)}`,
    ...warnings.map((warning) => `  - ${words.notice}: ${escapeMarkdown(warning)}.`),
  ]
}

function renderDecisions(decisions: SummaryDecisions, speech: Speech): string[] {
  const { line, lapsed } = describeDecisions(decisions, speech)
  return [`- ${speech.sentence(line)}`, ...lapsed.map((one) => `  - ${escapeMarkdown(one)}.`)]
}
