import type { ComparedGroup, ComparedTheme, Comparison, ThemeFigures } from '../summary/comparison.js'
import { countOf } from '../text/count-of.js'
import { escapeMarkdown } from './escape-markdown.js'

const MATCHED_BY = {
  ids: 'Themes are the same where the later summary went on from the earlier.',
  model: 'Nothing links the two summaries, so a language model was asked which themes are the same.',
  wording: 'Nothing links the two summaries, so themes were matched by the wording they share.',
} as const

/** A comparison → a Markdown document that ends with a line break. */
export function renderComparison({ before, after, matchedBy, groups }: Comparison): string {
  const lines = [
    `# ${escapeMarkdown(after.title)}, compared with ${escapeMarkdown(before.title)}`,
    '',
    `${MATCHED_BY[matchedBy]} A theme has grown or shrunk where its share of the notes changed more than their number lets one expect by chance (Fisher's exact test, 5 %).`,
    ...groups.filter(({ status }) => status === 'both').flatMap(renderGroup),
    ...renderAlone('Only now', groups, 'added'),
    ...renderAlone('No longer there', groups, 'missing'),
  ]
  return `${lines.join('\n')}\n`
}

const nameOf = ({ persona, quadrant }: ComparedGroup): string =>
  `${escapeMarkdown(persona)} — ${escapeMarkdown(quadrant)}`

const percent = (share: number): string => `${Math.round(share * 100)} %`

function renderGroup(group: ComparedGroup): string[] {
  const { before, after, themes } = group
  return [
    '',
    `## ${nameOf(group)}`,
    '',
    `${before?.notes ?? 0} → ${countOf(after?.notes ?? 0, 'note')}; in themes ${percent(before?.coverage ?? 0)} → ${percent(after?.coverage ?? 0)}.`,
    '',
    '| theme | then | now | change |',
    '| ----- | ---: | --: | ------ |',
    ...themes.map(renderTheme),
  ]
}

const CHANGES = {
  grown: '**grown**',
  shrunk: '**shrunk**',
  steady: '',
  new: '**new**',
  gone: '**gone**',
} as const

function renderTheme({ title, change, before, after }: ComparedTheme): string {
  const renamed =
    before && after && before.title !== after.title ? ` (was: ${escapeMarkdown(before.title)})` : ''
  return `| ${escapeMarkdown(title)}${renamed} | ${figures(before)} | ${figures(after)} | ${CHANGES[change]} |`
}

const figures = (theme: ThemeFigures | undefined): string =>
  theme ? `${percent(theme.share)} (${theme.notes})` : ''

function renderAlone(
  title: string,
  groups: readonly ComparedGroup[],
  status: ComparedGroup['status'],
): string[] {
  const own = groups.filter((group) => group.status === status)
  if (own.length === 0) return []
  return [
    '',
    `## ${title}`,
    '',
    ...own.map(
      (group) => `- ${nameOf(group)} (${countOf((group.after ?? group.before)?.notes ?? 0, 'note')})`,
    ),
  ]
}
