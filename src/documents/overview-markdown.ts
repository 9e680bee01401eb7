import type { Overview, OverviewStatement } from '../summary/overview.js'
import type { Summary, SummaryGroup } from '../summary/summary.js'
import { escapeMarkdown } from './escape-markdown.js'
import { english, type Speech } from './words/speech.js'

/** An overview → a Markdown document of its own that ends with a line break. */
export function renderOverview(summary: Summary, overview: Overview, speech: Speech = english): string {
  const lines = [
    ...[`# ${escapeMarkdown(summary.title)}`, '', ...renderOverviewSection(summary, overview, speech)],
    ...[
      '',
      `### ${speech.words.themes}`,
      '',
      ...summary.groups.flatMap((group) => renderThemes(group, speech)),
    ],
  ]
  return `${lines.join('\n')}\n`
}

/** What the numbers stand for, where the themes themselves are in another document. */
function renderThemes({ persona, quadrant, themes }: SummaryGroup, { curl }: Speech): string[] {
  if (themes.length === 0) return []
  const titles = themes.map(({ title }, index) => `${index + 1} ${escapeMarkdown(curl(title))}`)
  return [`- ${escapeMarkdown(persona)}, ${escapeMarkdown(quadrant)}: ${titles.join('; ')}`]
}

/** The same as a section of a summary's document. Each statement says by number which themes it rests on. */
export function renderOverviewSection(
  { groups }: Summary,
  overview: Overview,
  { words, fill, form, curl, sentence }: Speech,
): string[] {
  const known = new Map(
    groups.flatMap(({ persona, quadrant, themes }) =>
      themes.map(({ id }, index) => [id, { persona, quadrant, number: index + 1 }] as const),
    ),
  )
  /** By quadrant, or by persona, with the numbers that the themes have there: "Gains 1, 3; Pains 2". */
  const cite = ({ text, themes }: OverviewStatement, by: 'persona' | 'quadrant'): string => {
    const numbers = new Map<string, number[]>()
    for (const id of themes) {
      const theme = known.get(id)
      if (theme) numbers.set(theme[by], [...(numbers.get(theme[by]) ?? []), theme.number])
    }
    const cited = [...numbers].map(
      ([name, all]) => `${escapeMarkdown(name)} ${all.sort((a, b) => a - b).join(', ')}`,
    )
    return `${escapeMarkdown(curl(text))} *(${cited.join('; ')})*`
  }
  const { personas, quadrants, unfounded } = overview
  return [
    `## ${words.overview}`,
    ...personas.flatMap(({ persona, statements }) => [
      '',
      `**${escapeMarkdown(persona)}.** ${statements.map((statement) => cite(statement, 'quadrant')).join(' ')}`,
    ]),
    ...quadrants.flatMap(({ quadrant, shared, apart }) => [
      '',
      `### ${fill(words.together, { quadrant: escapeMarkdown(quadrant) })}`,
      '',
      ...shared.map((statement) => `- ${words.shared}: ${cite(statement, 'persona')}`),
      ...apart.map((statement) => `- ${words.apart}: ${cite(statement, 'persona')}`),
    ]),
    ...(unfounded > 0 ? ['', `*${sentence(form(words.unfounded, unfounded))}*`] : []),
  ]
}
