import type { ComparedGroup, ComparedTheme, Comparison, ThemeFigures } from '../summary/comparison.js'
import { describeChanges } from './describe/describe-changes.js'
import { escapeMarkdown } from './escape-markdown.js'
import { english, type Speech } from './words/speech.js'

/** A comparison → a Markdown document that ends with a line break. */
export function renderComparison(comparison: Comparison, speech: Speech = english): string {
  const { before, after, matchedBy, groups } = comparison
  const { words, fill } = speech
  const lines = [
    `# ${fill(words.compared, { after: escapeMarkdown(after.title), before: escapeMarkdown(before.title) })}`,
    '',
    describeChanges(comparison, speech),
    ...groups.filter(({ status }) => status === 'both').flatMap((group) => renderGroup(group, speech)),
    ...renderAlone(words.onlyNow, groups, 'added', speech),
    ...renderAlone(words.noLonger, groups, 'missing', speech),
    ...['', '---', '', `${words.matchedBy[matchedBy]} ${words.grownMeans}`],
  ]
  return `${lines.join('\n')}\n`
}

const nameOf = ({ persona, quadrant }: ComparedGroup): string =>
  `${escapeMarkdown(persona)} — ${escapeMarkdown(quadrant)}`

function renderGroup(group: ComparedGroup, speech: Speech): string[] {
  const { words, fill, count, percent, number } = speech
  const { before, after, themes } = group
  return [
    '',
    `## ${nameOf(group)}`,
    '',
    fill(words.covered, {
      ...{ before: number(before?.notes ?? 0), after: count('notes', after?.notes ?? 0) },
      ...{ shareBefore: percent(before?.coverage ?? 0), shareAfter: percent(after?.coverage ?? 0) },
    }),
    '',
    `| ${words.theme} | ${words.before} | ${words.now} | ${words.change} |`,
    '| ----- | ---: | --: | ------ |',
    ...themes.map((theme) => renderTheme(theme, speech)),
  ]
}

function renderTheme({ title, change, before, after }: ComparedTheme, speech: Speech): string {
  const { words, fill } = speech
  const changes = { grown: words.grown, shrunk: words.shrunk, new: words.fresh, gone: words.gone } as const
  const said = change === 'steady' ? words.steady : `**${changes[change]}**`
  const renamed =
    before && after && before.title !== after.title
      ? ` (${fill(words.was, { title: escapeMarkdown(before.title) })})`
      : ''
  return `| ${escapeMarkdown(title)}${renamed} | ${figures(before, speech)} | ${figures(after, speech)} | ${said} |`
}

const figures = (theme: ThemeFigures | undefined, { percent, number }: Speech): string =>
  theme ? `${percent(theme.share)} (${number(theme.notes)})` : ''

function renderAlone(
  title: string,
  groups: readonly ComparedGroup[],
  status: ComparedGroup['status'],
  { count }: Speech,
): string[] {
  const own = groups.filter((group) => group.status === status)
  if (own.length === 0) return []
  return [
    '',
    `## ${title}`,
    '',
    ...own.map(
      (group) => `- ${nameOf(group)} (${count('notes', (group.after ?? group.before)?.notes ?? 0)})`,
    ),
  ]
}
