import type { ComparedGroup, ComparedTheme, Comparison, ThemeFigures } from '../../summary/comparison.js'
import { describeChanges } from '../describe/describe-changes.js'
import { english, type Speech } from '../words/speech.js'
import { renderBar } from './bar.js'
import { renderPage } from './frame.js'
import { hueOf } from './hues.js'
import { html, type Part } from './part.js'

/** A comparison → a page: per group a table of its themes then and now. */
export function renderComparisonPage(comparison: Comparison, speech: Speech = english): string {
  const { before, after, matchedBy, groups } = comparison
  const { words } = speech
  const hues = hueOf([...new Set(groups.map(({ quadrant }) => quadrant))])
  const body = html`<a class="skip" href="#themes">${words.skip}</a>
<div class="wrap"><header class="top"><div><p class="kicker">${words.comparison}</p><h1 dir="auto">${speech.fill(words.compared, { after: after.title, before: before.title })}</h1></div></header>
<main id="themes"><p class="lead">${describeChanges(comparison, speech)}</p>${groups.map((group, index) => renderGroup(group, `g${index + 1}`, hues.get(group.quadrant) ?? 1, speech))}</main></div>
<footer class="wrap"><div class="account"><p class="soft">${words.matchedBy[matchedBy]} ${words.grownMeans}</p></div></footer>
`
  return renderPage(after.title, body, speech)
}

function renderGroup(group: ComparedGroup, anchor: string, hue: number, speech: Speech): Part {
  const { persona, quadrant, before, after, themes } = group
  const { words } = speech
  const notes = speech.fill(words.covered, {
    ...{ before: speech.number(before?.notes ?? 0), after: speech.count('notes', after?.notes ?? 0) },
    ...{
      shareBefore: speech.percent(before?.coverage ?? 0),
      shareAfter: speech.percent(after?.coverage ?? 0),
    },
  })
  return html`<section class="group hue-${hue}" aria-labelledby="${anchor}"><div class="head"><p class="kicker" dir="auto">${persona}</p><h2 id="${anchor}" dir="auto">${quadrant}</h2><p class="soft">${notes}</p></div>
<div class="scroll"><table class="waves"><thead><tr><th scope="col">${words.theme}</th><th scope="col" class="n">${words.before}</th><th scope="col" class="n">${words.now}</th><th scope="col">${words.change}</th></tr></thead><tbody>${themes.map((theme) => renderRow(theme, speech))}</tbody></table></div></section>
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
  return html`<tr><th scope="row"><span dir="auto">${title}</span>${renamed}${after ? renderBar(after.share, before?.share) : false}</th><td class="n">${figures(before, speech)}</td><td class="n">${figures(after, speech)}</td><td>${
    change === 'steady' ? html`<span class="soft">${said}</span>` : html`<span class="tag">${said}</span>`
  }</td></tr>`
}

const figures = (theme: ThemeFigures | undefined, speech: Speech): string =>
  theme ? `${speech.percent(theme.share)} (${speech.number(theme.notes)})` : '–'
