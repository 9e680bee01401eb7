import { countFiles } from '../summary/count-files.js'
import { countNotes } from '../summary/count-notes.js'
import type { Summary, SummaryGroup, SummaryNote, SummaryTheme } from '../summary/summary.js'
import { type Touch, touchingOf } from '../summary/touching.js'
import { writtenFor } from '../summary/written-for.js'
import { EVERYONE } from '../text/everyone.js'
import { isolate } from '../text/isolate.js'
import { inPieces, wholeOf } from '../text/pieces.js'
import { withoutStop } from '../text/without-stop.js'
import { renderAccount } from './account-markdown.js'
import { alsoSaid } from './describe/also-said.js'
import { allNotes, checksOf, firstOf } from './describe/checks-of.js'
import { describeDecided } from './describe/describe-decisions.js'
import { describeWrittenFor } from './describe/describe-written-for.js'
import { excerptOf } from './describe/excerpt.js'
import type { DocumentOptions } from './document-options.js'
import { escapeMarkdown, escapeQuoted } from './escape-markdown.js'
import { areLong, fewNotes, leavesSomeOut } from './few-notes.js'
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
  const areFew = summary.groups.some(({ themes }) =>
    themes.some((theme) => displayOf(theme, options.notes) === 'few' && leavesSomeOut(theme.notes)),
  )
  const few = areFew ? [`- ${speech.sentence(speech.words.fewMeans)}`] : []
  yield text(['', '---', '', ...few, ...renderAccount(summary, speech)])
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

function renderGroup(group: SummaryGroup, style: Style): string[] {
  const { quadrant, question, status, reason = '' } = group
  const { words, count, fill } = style.speech
  const heading = question === undefined ? quadrant : `${question} — ${quadrant}`
  const lines = [`${style.level} ${escapeMarkdown(heading)}`, '']
  const items = group.unplaced.map((note) => renderItem(note, style.speech))
  if (status === 'listed') {
    const listed = fill(words.listed, { notes: count('notes', allNotes(group)) })
    return style.notes === 'none'
      ? [...lines, style.speech.sentence(listed)]
      : [...lines, `${listed}:`, '', ...items]
  }
  if (status === 'failed') {
    const failed = `> **${words.failed}**: ${style.speech.sentence(escapeMarkdown(withoutStop(reason)))}`
    return style.notes === 'none'
      ? [...lines, failed]
      : [...lines, `${failed} ${words.failedRest}`, '', ...items]
  }
  const touching = touchingOf(group)
  const themes = group.themes.map((theme, index) =>
    renderTheme(theme, index + 1, { group, touching: touching.get(theme.id) ?? [] }, style),
  )
  lines.push(themes.join(style.notes === 'none' ? '\n' : '\n\n'), '')
  if (group.unplaced.length > 0) {
    const left = count('notes', countNotes(group.unplaced))
    const named = style.notes === 'none' ? '' : `: ${inline(group.unplaced, style.speech)}`
    lines.push(`${words.unplaced} (${left})${named}`, '')
  }
  // what is in no theme stands in the line above
  const also = style.notes === 'none' ? [] : alsoSaid(group).filter((note) => !group.unplaced.includes(note))
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
  { group, touching }: { group: SummaryGroup; touching: readonly Touch[] },
  { notes, speech, isFurtherWave, files }: Style,
): string {
  const { title, summary, votes, continues } = theme
  const summarized = writtenFor(theme, group)
  const size = speech.row(
    speech.count('notes', countNotes(theme.notes)),
    ...(votes ? [speech.count('votes', votes)] : []),
    ...(files === undefined
      ? []
      : [speech.fill(speech.words.inFiles, { n: countFiles(theme.notes), all: files })]),
    ...(isFurtherWave && continues === undefined ? [speech.words.fresh] : []),
    ...(summarized ? [describeWrittenFor(summarized, speech)] : []),
  )
  const said = summary === '' ? '' : `: ${wordsOf(summary, speech)}`
  const head = `${number}. **${wordsOf(title, speech)}** (${size})${said}`
  const indent = ' '.repeat(`${number}. `.length)
  const shown = displayOf(theme, notes)
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

/** How the notes of a theme are shown: in a line where it is not said, unless they are long. */
const displayOf = ({ notes }: SummaryTheme, said: DocumentOptions['notes']) =>
  said ?? (areLong(notes) ? 'few' : 'inline')

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
  speech.quote(isolate(escapeQuoted(excerptOf(text))))

/** What a model or a person wrote: with quotation marks of one form. */
const wordsOf = (text: string, { curl }: Speech): string => isolate(escapeMarkdown(curl(text)))

const inline = (notes: readonly SummaryNote[], speech: Speech): string =>
  notes.map((note) => `${speech.quote(isolate(escapeQuoted(note.text)))}${times(note, speech)}`).join(' · ')

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
function times({ from, votes = 0 }: SummaryNote, { count, row }: Speech): string {
  const said = [
    ...(from.length > 1 ? [`×${from.length}`] : []),
    ...(votes > 0 ? [count('votes', votes)] : []),
  ]
  return said.length === 0 ? '' : ` (${row(...said)})`
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
