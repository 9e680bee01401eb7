import { changeOf } from '../../summary/change-of.js'
import { countFiles } from '../../summary/count-files.js'
import { countNotes } from '../../summary/count-notes.js'
import type { SummaryGroup, SummaryTheme } from '../../summary/summary.js'
import { type Touch, touchingOf } from '../../summary/touching.js'
import { writtenFor } from '../../summary/written-for.js'
import { EVERYONE } from '../../text/everyone.js'
import { withoutStop } from '../../text/without-stop.js'
import { alsoSaid } from '../describe/also-said.js'
import { allNotes, checksOf, firstOf } from '../describe/checks-of.js'
import { describeDecided } from '../describe/describe-decisions.js'
import { describeWrittenFor } from '../describe/describe-written-for.js'
import { excerptOf } from '../describe/excerpt.js'
import type { Speech } from '../words/speech.js'
import { renderBar } from './bar.js'
import { renderNotes } from './note-view.js'
import { html, type Part } from './part.js'
import { anchorOf, type Placed } from './places.js'

/** A group: its question, its themes as cards with their notes, and below them all that is in no theme and what was checked. */
export function renderGroup(placed: Placed, speech: Speech): Part {
  const { group, anchor, hue } = placed
  const { quadrant, question, themes } = group
  return html`<section class="group ${hue}" id="${anchor}" aria-labelledby="${anchor}-head"><div class="head">${
    question !== undefined && html`<p class="kicker" dir="auto">${quadrant}</p>`
  }<h3 id="${anchor}-head" dir="auto">${question ?? quadrant}</h3></div>
${themes.length > 0 && html`<ol class="cards">${renderCards(placed, speech)}</ol>`}${renderRest(group, speech)}</section>
`
}

function renderCards(placed: Placed, speech: Speech): Part[] {
  const touching = touchingOf(placed.group)
  return placed.group.themes.map((theme) => renderCard(theme, touching.get(theme.id) ?? [], placed, speech))
}

function renderCard(theme: SummaryTheme, touching: readonly Touch[], placed: Placed, speech: Speech): Part {
  const { title, summary, share, votes = 0, notes } = theme
  const size = countNotes(notes)
  const figures = [
    speech.count('notes', size),
    ...(votes > 0 ? [speech.count('votes', votes)] : []),
    speech.percent(share),
    ...(placed.files === undefined
      ? []
      : [speech.fill(speech.words.inFiles, { n: countFiles(notes), all: placed.files })]),
  ].join(' · ')
  const no = placed.group.themes.indexOf(theme) + 1
  const { persona, quadrant } = placed.group
  const of = persona === EVERYONE ? quadrant : `${persona} · ${quadrant}`
  const summarized = writtenFor(theme, placed.group)
  return html`<li class="card" id="${anchorOf(placed, theme)}"><p class="of" dir="auto">${of}</p><h4><span class="no">${speech.number(no)}</span><span dir="auto">${speech.curl(title)}</span></h4><p class="soft">${figures}${renderChange(theme, placed, speech)}</p>${renderBar(share)}${
    summary !== '' && html`<p dir="auto">${speech.curl(summary)}</p>`
  }${
    summarized && html`<p class="soft">${speech.sentence(describeWrittenFor(summarized, speech))}</p>`
  }${size > 0 && html`<details><summary>${speech.count('notes', size)}</summary>${renderNotes(notes, speech)}</details>`}${renderTouching(touching, placed, speech)}</li>
`
}

/** What notes of other themes say of this one too, with the way to where they are at home. */
function renderTouching(touching: readonly Touch[], placed: Placed, speech: Speech): Part | false {
  if (touching.length === 0) return false
  const items = touching.map(
    ({ note, home }) =>
      html`<li dir="auto"><q>${excerptOf(note.text)}</q> <a href="#${anchorOf(placed, home)}">${speech.curl(home.title)}</a></li>`,
  )
  return html`<details class="touching"><summary>${speech.words.touching} (${speech.number(touching.length)})</summary><ul>${items}</ul></details>`
}

/** What is new, grown or shrunk, where there was an earlier wave. */
function renderChange(
  { continues, before, notes }: SummaryTheme,
  { group, isFurtherWave }: Placed,
  { words, fill, percent }: Speech,
): Part | false {
  if (!isFurtherWave) return false
  if (continues === undefined) return html` <span class="tag">${words.fresh}</span>`
  if (!before) return false
  const { change } = changeOf(before, { notes: countNotes(notes), of: allNotes(group) })
  const share = fill(words.lastTime, { share: percent(before.notes / before.of) })
  return html` · ${share}${change !== 'steady' && html` <span class="tag">${words[change]}</span>`}`
}

/** Notes in no theme, and what was found: all of it is in the page, and most of it closed. */
function renderRest(group: SummaryGroup, speech: Speech): Part {
  const also = alsoSaid(group)
  const { status, unplaced, reason = '', decided, suggested = [] } = group
  const { words } = speech
  const count = countNotes(unplaced)
  if (status !== 'complete') {
    const filled =
      status === 'failed'
        ? `${words.failed}: ${speech.sentence(withoutStop(reason))} ${words.failedRest}`
        : speech.fill(words.listed, { notes: speech.count('notes', count) })
    return html`<div class="wide"><p class="soft">${filled}</p>${renderNotes(unplaced, speech)}</div>`
  }
  const checks = checksOf(group, speech)
  return html`${
    also.length > 0 &&
    html`<p class="soft also"><b>${words.alsoSaid}</b>: ${also.map(({ text }) => html`<q dir="auto">${excerptOf(text)}</q> `)}</p>`
  }${
    count > 0 &&
    html`<details class="wide quiet"><summary>${words.unplaced}: ${speech.count('notes', count)}</summary>${renderNotes(unplaced, speech)}</details>`
  }${
    suggested.length > 0 &&
    html`<p class="soft">${words.suggested}</p><ul class="list">${suggested.map(({ title, summary, notes }) => html`<li dir="auto"><b>${title}</b> (${speech.count('notes', notes.length)}): ${summary}</li>`)}</ul>`
  }<p class="soft">${speech.sentence(...firstOf(checks, speech))}${decided && ` ${speech.sentence(describeDecided(decided, speech))}`}</p>`
}
