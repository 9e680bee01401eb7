import { countNotes } from '../../summary/count-notes.js'
import type { Summary } from '../../summary/summary.js'
import { EVERYONE } from '../../text/everyone.js'
import { allNotes } from '../describe/checks-of.js'
import { english, type Speech } from '../words/speech.js'
import { renderAccount } from './account-view.js'
import { renderPage } from './frame.js'
import { renderGroup } from './group-view.js'
import { fitOf, renderMap } from './map-view.js'
import { renderOverviewPart } from './overview-view.js'
import { html, type Part } from './part.js'
import { renderPath } from './path-view.js'
import { placeGroups } from './places.js'
import { renderSlides } from './slides-view.js'

/** A summary → a page: the map at a glance, the themes with their notes, the account, and a sheet for presenting. */
export function renderSummaryPage(summary: Summary, speech: Speech = english): string {
  const { title, notice, overview } = summary
  const { words } = speech
  const personas = placeGroups(summary)
  const isForAll = personas.every(({ persona }) => persona === EVERYONE)
  const groups = personas.flatMap(({ placed }) => placed)
  const slides = renderSlides(groups, speech)
  const body = html`<a class="skip" href="#themes">${words.skip}</a>
<div class="wrap front fit-${fitOf(personas)}${groups.length === 1 && ' single'}">${renderTop(summary, slides !== false, speech)}${
    notice !== undefined && html`<p class="notice"><b>${words.notice}</b>: ${notice}</p>`
  }${personas.length > 0 && renderMap(personas, speech)}</div>
<main class="wrap" id="themes">${overview && renderOverviewPart(summary, overview, groups, speech)}${personas.map(
    (
      { persona, placed },
      index,
    ) => html`<section class="persona" aria-labelledby="p${index + 1}"><div class="persona-head"><h2 id="p${index + 1}"${
      isForAll && html` class="sr"`
    } dir="auto">${placed[0]?.group.personaQuestion ?? persona}</h2>${index > 0 && html`<a class="to-top" href="#top">↑ ${words.glance}</a>`}</div>
${renderPath(placed, summary.journey === true, speech)}${placed.map((one) => renderGroup(one, speech))}</section>
`,
  )}</main>
${renderAccount(summary, speech)}${slides}`
  return renderPage(title, body, speech)
}

function renderTop({ title, groups, sources }: Summary, canPresent: boolean, speech: Speech): Part {
  const { words } = speech
  const all = groups.reduce((sum, group) => sum + allNotes(group), 0)
  const themes = groups.flatMap((group) => group.themes)
  const placed = countNotes(themes.flatMap(({ notes }) => notes))
  const personas = new Set(groups.map(({ persona }) => persona)).size
  const { notes, inThemes, themes: themeForms, personas: personaForms } = words.figures
  const figures: [value: string, of: string][] = [
    [speech.number(all), speech.form(notes, all)],
    [speech.percent(all === 0 ? 0 : placed / all), inThemes],
    [speech.number(themes.length), speech.form(themeForms, themes.length)],
    ...(personas > 1
      ? [[speech.number(personas), speech.form(personaForms, personas)] as [string, string]]
      : []),
  ]
  const files = sources.map(({ file }) => file).join(', ')
  return html`<header class="top"><div><p class="kicker">${words.summary}</p><h1 dir="auto">${title}</h1><p class="soft">${files}${
    canPresent &&
    html`<span class="present"> · <button type="button" popovertarget="present">${words.present}</button></span>`
  }</p></div><dl class="figures">${figures.map(
    ([value, of]) => html`<div class="figure"><dt class="soft">${of}</dt><dd>${value}</dd></div>`,
  )}</dl></header>
`
}
