import { countNotes } from '../../summary/count-notes.js'
import { EVERYONE } from '../../text/everyone.js'
import type { Speech } from '../words/speech.js'
import { html, type Part } from './part.js'
import type { Placed } from './places.js'

/**
 * One group a screen: titles, sizes and summaries. The sheet is a popover, for there is no script: Escape closes it. Steps are
 * links; what is gone to has the focus, so that Page Down, the space bar, the arrow keys down and up and a clicker go on from there.
 */
export function renderSlides(placed: readonly Placed[], speech: Speech): Part | false {
  const shown = placed.filter(({ group }) => group.themes.length > 0)
  if (shown.length === 0) return false
  return html`<section class="slides" id="present" popover autofocus tabindex="0" aria-label="${speech.words.present}">${shown.map((one, index) => renderSlide(one, index, shown.length, speech))}</section>
`
}

function renderSlide({ group, hue }: Placed, index: number, all: number, speech: Speech): Part {
  const { persona, quadrant, question, themes } = group
  const { words } = speech
  const name = persona === EVERYONE ? quadrant : `${persona} — ${quadrant}`
  return html`<section class="slide ${hue}" id="s${index + 1}" tabindex="-1"><div>${
    question !== undefined && html`<p class="kicker" dir="auto">${name}</p>`
  }<h3 dir="auto">${question ?? name}</h3></div><ol>${themes.map(
    ({ title, summary, notes }) =>
      html`<li><h4 dir="auto">${speech.curl(title)}</h4><p class="soft">${speech.count('notes', countNotes(notes))}</p><p dir="auto">${speech.curl(summary)}</p></li>`,
  )}</ol><nav class="steps" aria-label="${words.present} ${index + 1}">${renderStep(
    index > 0 ? index : undefined,
    words.back,
  )}${renderStep(index + 1 < all ? index + 2 : undefined, words.next)}<span>${index + 1} / ${all}</span><button type="button" popovertarget="present" popovertargetaction="hide">${words.close}</button></nav></section>
`
}

/** A step keeps its place where there is none to go to, so that nobody who presses it again goes back. */
const renderStep = (to: number | undefined, said: string): Part =>
  to === undefined
    ? html`<a class="none" aria-hidden="true">${said}</a>`
    : html`<a href="#s${to}">${said}</a>`
