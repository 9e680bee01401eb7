import type { ComparedGroup, ComparedTheme, Comparison, ThemeFigures } from '../../summary/comparison.js'
import { english, type Speech } from '../words/speech.js'
import { renderBar } from './bar.js'
import { renderPage } from './frame.js'
import { hueOf } from './hues.js'
import { html, type Part } from './part.js'

/** A comparison → a page: per group a table of its themes then and now. */
export function renderComparisonPage(
  { before, after, matchedBy, groups }: Comparison,
  speech: Speech = english,
): string {
  const { words } = speech
  const hues = hueOf([...new Set(groups.map(({ quadrant }) => quadrant))])
  const body = html`<a class="skip" href="#themes">${words.skip}</a>
<div class="wrap"><header class="top"><div><p class="kicker">${words.comparison}</p><h1 dir="auto">${speech.fill(words.compared, { after: after.title, before: before.title })}</h1></div></header>
<main id="themes"><p class="soft">${words.matchedBy[matchedBy]} ${words.grownMeans}</p>${groups.map((group, index) => renderGroup(group, `g${index + 1}`, hues.get(group.quadrant) ?? 1, speech))}</main></div>
`
  return renderPage(after.title, body, speech)
}

function renderGroup(group: ComparedGroup, anchor: string, hue: number, speech: Speech): Part {
  const { persona, quadrant, before, after, themes } = group
  const { words } = speech
  const notes = `${speech.number(before?.notes ?? 0)} → ${speech.count('notes', after?.notes ?? 0)}`
  return html`<section class="group hue-${hue}" aria-labelledby="${anchor}"><div class="head"><p class="kicker" dir="auto">${persona}</p><h2 id="${anchor}" dir="auto">${quadrant}</h2><p class="soft">${notes}</p></div>
<div class="scroll"><table><thead><tr><th scope="col">${words.theme}</th><th scope="col" class="n">${words.before}</th><th scope="col" class="n">${words.now}</th><th scope="col">${words.change}</th></tr></thead><tbody>${themes.map((theme) => renderRow(theme, speech))}</tbody></table></div></section>
`
}

function renderRow({ title, change, before, after }: ComparedTheme, speech: Speech): Part {
  const { fresh, grown, shrunk, gone, steady } = speech.words
  const changes = { new: fresh, grown, shrunk, gone, steady } as const
  const said = changes[change]
  const renamed =
    before &&
    after &&
    before.title !== after.title &&
    html`<br><span class="soft" dir="auto">${before.title}</span>`
  return html`<tr><th scope="row"><span dir="auto">${title}</span>${renamed}${renderBar(after?.share ?? 0)}</th><td class="n">${figures(before, speech)}</td><td class="n">${figures(after, speech)}</td><td>${
    change === 'steady' ? html`<span class="soft">${said}</span>` : html`<span class="tag">${said}</span>`
  }</td></tr>`
}

const figures = (theme: ThemeFigures | undefined, speech: Speech): string =>
  theme ? `${speech.percent(theme.share)} (${speech.number(theme.notes)})` : '–'
