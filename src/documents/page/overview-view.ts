import type { Overview, OverviewStatement } from '../../summary/overview.js'
import type { Summary } from '../../summary/summary.js'
import { english, type Speech } from '../words/speech.js'
import { renderPage } from './frame.js'
import { html, type Part } from './part.js'
import { anchorOf, type Placed } from './places.js'

/** An overview → a page of its own. Themes are named, for their cards are in another document. */
export function renderOverviewPage(summary: Summary, overview: Overview, speech: Speech = english): string {
  const body = html`<div class="wrap"><header class="top"><div><p class="kicker">${speech.words.overview}</p><h1 dir="auto">${summary.title}</h1></div></header>
<main><h2 class="sr">${speech.words.overview}</h2>${renderStatements(overview, namedBy(summary), speech)}</main></div>
`
  return renderPage(summary.title, body, speech)
}

/** The overview as a part of the page of a summary, from which one comes to the cards. */
export function renderOverviewPart(
  summary: Summary,
  overview: Overview,
  placed: readonly Placed[],
  speech: Speech,
): Part {
  const names = namedBy(summary)
  const anchors = new Map(
    placed.flatMap((one) => one.group.themes.map((theme) => [theme.id, anchorOf(one, theme)] as const)),
  )
  const cite = (id: string): Part => html`<a href="#${anchors.get(id) ?? 'themes'}">${names(id)}</a>`
  return html`<section aria-labelledby="overview"><h2 id="overview">${speech.words.overview}</h2>${renderStatements(overview, cite, speech)}</section>
`
}

const namedBy = ({ groups }: Summary) => {
  const titles = new Map(groups.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title] as const)))
  return (id: string): Part => html`<span dir="auto">${titles.get(id) ?? id}</span>`
}

function renderStatements(
  { personas, quadrants }: Overview,
  cite: (id: string) => Part,
  { words }: Speech,
): Part {
  const renderOne = ({ text, themes }: OverviewStatement): Part =>
    html`<span dir="auto">${text}</span> <span class="cite">(${themes.map((id, index) => html`${index > 0 && '; '}${cite(id)}`)})</span>`
  const list = (kind: string, statements: readonly OverviewStatement[]): Part | false =>
    statements.length > 0 &&
    html`<p class="kicker">${kind}</p><ul class="said">${statements.map((statement) => html`<li>${renderOne(statement)}</li>`)}</ul>`
  return html`<div class="overview">${personas.map(
    ({ persona, statements }) =>
      html`<div><h3 dir="auto">${persona}</h3><ul class="said">${statements.map((statement) => html`<li>${renderOne(statement)}</li>`)}</ul></div>`,
  )}${quadrants.map(
    ({ quadrant, shared, apart }) =>
      html`<div><h3 dir="auto">${quadrant}</h3>${list(words.shared, shared)}${list(words.apart, apart)}</div>`,
  )}</div>`
}
