import type { Overview, OverviewStatement } from '../summary/overview.js'
import type { Summary } from '../summary/summary.js'
import { countOf } from '../text/count-of.js'
import { escapeMarkdown } from './escape-markdown.js'

/** An overview → a Markdown document of its own that ends with a line break. */
export function renderOverview(summary: Summary, overview: Overview): string {
  const lines = [`# ${escapeMarkdown(summary.title)}`, '', ...renderOverviewSection(summary, overview)]
  return `${lines.join('\n')}\n`
}

/** The same as a section of a summary's document. Each statement names the themes it rests on. */
export function renderOverviewSection({ groups }: Summary, overview: Overview): string[] {
  const known = new Map(
    groups.flatMap(({ persona, themes }) => themes.map(({ id, title }) => [id, { persona, title }] as const)),
  )
  const nameOf = (id: string, withPersona: boolean): string => {
    const { persona, title } = known.get(id) ?? { persona: '', title: id }
    return escapeMarkdown(withPersona ? `${persona}: ${title}` : title)
  }
  const cite = ({ text, themes }: OverviewStatement, withPersona = false): string =>
    `${escapeMarkdown(text)} *(${themes.map((id) => nameOf(id, withPersona)).join('; ')})*`
  const { personas, quadrants, unfounded } = overview
  return [
    '## Overview',
    ...personas.flatMap(({ persona, statements }) => [
      '',
      `**${escapeMarkdown(persona)}.** ${statements.map((statement) => cite(statement)).join(' ')}`,
    ]),
    ...quadrants.flatMap(({ quadrant, shared, apart }) => [
      '',
      `### ${escapeMarkdown(quadrant)}: together and apart`,
      '',
      ...shared.map((statement) => `- Shared: ${cite(statement, true)}`),
      ...apart.map((statement) => `- Apart: ${cite(statement, true)}`),
    ]),
    ...(unfounded > 0
      ? ['', `*${countOf(unfounded, 'statement')} without a theme to rest on left out.*`]
      : []),
  ]
}
