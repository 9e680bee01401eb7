import type { Overview, OverviewStatement } from '../summary/overview.js'
import type { Summary } from '../summary/summary.js'
import { countOf } from './count-of.js'
import { escapeMarkdown } from './escape-markdown.js'

/** An overview → a Markdown document of its own that ends with a line break. */
export function renderOverview(summary: Summary, overview: Overview): string {
  const lines = [`# ${escapeMarkdown(summary.title)}`, '', ...renderOverviewSection(summary, overview)]
  return `${lines.join('\n')}\n`
}

/** The same as a section of a summary's document. Each statement names the themes it rests on. */
export function renderOverviewSection({ groups }: Summary, overview: Overview): string[] {
  const titles = new Map(groups.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title])))
  const cite = ({ text, themes }: OverviewStatement): string =>
    `${escapeMarkdown(text)} *(${themes.map((id) => escapeMarkdown(titles.get(id) ?? id)).join('; ')})*`
  const { personas, quadrants, unfounded } = overview
  return [
    '## Overview',
    ...personas.flatMap(({ persona, statements }) => [
      '',
      `**${escapeMarkdown(persona)}.** ${statements.map(cite).join(' ')}`,
    ]),
    ...quadrants.flatMap(({ quadrant, shared, apart }) => [
      '',
      `### ${escapeMarkdown(quadrant)}: together and apart`,
      '',
      ...shared.map((statement) => `- Shared: ${cite(statement)}`),
      ...apart.map((statement) => `- Apart: ${cite(statement)}`),
    ]),
    ...(unfounded > 0
      ? ['', `*${countOf(unfounded, 'statement')} without a theme to rest on left out.*`]
      : []),
  ]
}
