import type { Overview, OverviewStatement } from '../../summary/overview.js'
import type { Summary } from '../../summary/summary.js'
import { english, type Speech } from '../words/speech.js'
import { renderAccount } from './account-view.js'
import { renderPage } from './frame.js'
import { html, type Part } from './part.js'
import { anchorOf, type Placed } from './places.js'

/** An overview → a page of its own. Themes are named, for their cards are in another document. */
export function renderOverviewPage(summary: Summary, overview: Overview, speech: Speech = english): string {
  const body = html`<div class="wrap"><header class="top"><div><p class="kicker">${speech.words.overview}</p><h1 dir="auto">${summary.title}</h1></div></header>
<main><h2 class="sr">${speech.words.overview}</h2>${renderStatements(overview, namedBy(summary, speech), speech)}</main></div>
${renderAccount(summary, speech)}`
  return renderPage(summary.title, body, speech)
}

/** The overview as a part of the page of a summary, from which one comes to the cards. */
export function renderOverviewPart(
  summary: Summary,
  overview: Overview,
  placed: readonly Placed[],
  speech: Speech,
): Part {
  const names = namedBy(summary, speech)
  const anchors = new Map(
    placed.flatMap((one) => one.group.themes.map((theme) => [theme.id, anchorOf(one, theme)] as const)),
  )
  const cite: Cite = (id, by) => html`<a href="#${anchors.get(id) ?? 'themes'}">${names(id, by)}</a>`
  return html`<section aria-labelledby="overview"><h2 id="overview">${speech.words.overview}</h2>${renderStatements(overview, cite, speech)}</section>
`
}

/** A theme by name, with its quadrant or persona, whichever the statement does not name. */
type Cite = (id: string, by: 'quadrant' | 'persona') => Part

const namedBy = ({ groups }: Summary, { curl }: Speech): Cite => {
  const known = new Map(
    groups.flatMap(({ persona, quadrant, themes }) =>
      themes.map(({ id, title }) => [id, { persona, quadrant, title: curl(title) }] as const),
    ),
  )
  return (id, by) => {
    const theme = known.get(id)
    return html`<span dir="auto">${theme ? `${theme[by]}: ${theme.title}` : id}</span>`
  }
}

function renderStatements({ personas, quadrants }: Overview, cite: Cite, { words, curl }: Speech): Part {
  const renderOne = ({ text, themes }: OverviewStatement, by: 'quadrant' | 'persona'): Part =>
    html`<li><span dir="auto">${curl(text)}</span> <span class="cite">(${themes.map((id, index) => html`${index > 0 && '; '}${cite(id, by)}`)})</span></li>`
  const list = (kind: string, statements: readonly OverviewStatement[]): Part | false =>
    statements.length > 0 &&
    html`<p class="kicker">${kind}</p><ul class="said">${statements.map((statement) => renderOne(statement, 'persona'))}</ul>`
  return html`<div class="overview">${personas.map(
    ({ persona, statements }) =>
      html`<div><h3 dir="auto">${persona}</h3><ul class="said">${statements.map((statement) => renderOne(statement, 'quadrant'))}</ul></div>`,
  )}${quadrants.map(
    ({ quadrant, shared, apart }) =>
      html`<div><h3 dir="auto">${quadrant}</h3>${list(words.shared, shared)}${list(words.apart, apart)}</div>`,
  )}</div>`
}
