import type { SummaryNote } from '../../summary/summary.js'
import type { Speech } from '../words/speech.js'
import { html, type Part } from './part.js'

/** A longer note, in characters or lines, shows its first lines, and all of them when it is opened. */
const LONG = 260
const MOST_LINES = 6

/** So many votes are shown as dots; more as a number. */
const MOST_DOTS = 10

/** Notes as the stickies that people look for. Each text stands in the page once, as it was written. */
export function renderNotes(notes: readonly SummaryNote[], speech: Speech): Part {
  return html`<ul class="notes">${notes.map((note) => renderNote(note, speech))}</ul>`
}

function renderNote({ text, from, votes = 0, placedBy }: SummaryNote, speech: Speech): Part {
  const times = from.length > 1 && html` <b class="times">×${speech.number(from.length)}</b>`
  const by = placedBy && html`<span class="by">${speech.words.movedByPeople}</span>`
  if (text.length <= LONG && text.split('\n').length <= MOST_LINES)
    return html`<li class="note" dir="auto"><span>${text}</span>${times}${renderVotes(votes, speech)}${by}</li>`
  return html`<li class="note is-long" dir="auto"><details><summary>${text}</summary></details>${times}${renderVotes(votes, speech)}${by}</li>`
}

function renderVotes(votes: number, speech: Speech): Part | false {
  if (votes === 0) return false
  const said = speech.count('votes', votes)
  if (votes > MOST_DOTS) return html` <span class="votes">${said}</span>`
  return html` <span class="votes"><span aria-hidden="true">${'●'.repeat(votes)}</span><span class="sr">${said}</span></span>`
}
