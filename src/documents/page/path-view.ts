import { heightOf, sharesOf } from '../../summary/heartbeat.js'
import type { SummaryGroup } from '../../summary/summary.js'
import { FEELINGS } from '../../text/feeling.js'
import { allNotes } from '../describe/checks-of.js'
import type { Speech } from '../words/speech.js'
import { html, type Part } from './part.js'
import type { Placed } from './places.js'

/** Size of the drawing in its own units: it is stretched over the columns of the table. */
const WIDTH = 1_000
const HEIGHT = 100
const MIDDLE = HEIGHT / 2
/** Points keep this far from the edges, so that none is cut. */
const EDGE = 12

/**
 * The quadrants of a persona as a path: the stages of a journey in their order, and where it was asked how notes feel a line
 * through them, with a table that says the same in numbers. Nothing where neither is there.
 */
export function renderPath(placed: readonly Placed[], isJourney: boolean, speech: Speech): Part | false {
  const groups = placed.map(({ group }) => group)
  const isFelt = groups.some(({ heartbeat }) => heartbeat)
  if (!isFelt && !(isJourney && groups.length > 1)) return false
  const { title, stage, quadrant, feelings } = speech.words.heartbeat
  const head = isJourney ? stage : quadrant
  const label = isFelt ? title : speech.words.glance
  return html`${isFelt && html`<p class="kicker beat-head">${title}</p>`}<div class="path" tabindex="0" role="region" aria-label="${label}"><div class="beat"><div class="curve">${isFelt && renderScale(speech)}${renderLine(groups, isFelt)}</div><table><thead><tr><th scope="col">${head}</th>${placed.map(
    ({ group, anchor, hue }, index) =>
      html`<th scope="col" class="${hue}"><a href="#${anchor}" dir="auto">${isJourney && html`<span class="no">${speech.number(index + 1)}</span> `}${group.quadrant}</a></th>`,
  )}</tr></thead><tbody><tr><th scope="row">${speech.form(speech.words.figures.notes, 2)}</th>${groups.map((group) => html`<td>${speech.number(allNotes(group))}</td>`)}</tr>${
    isFelt &&
    FEELINGS.map(
      (feeling) =>
        html`<tr><th scope="row">${feelings[feeling]}</th>${groups.map(({ heartbeat }) => html`<td>${heartbeat ? speech.percent(sharesOf(heartbeat)[feeling]) : '–'}</td>`)}</tr>`,
    )
  }</tbody></table></div></div>
`
}

/** What the heights of the line mean, beside it; the table says the same in numbers. */
function renderScale({ words }: Speech): Part {
  return html`<div class="scale" aria-hidden="true">${FEELINGS.map((feeling) => html`<span>${words.heartbeat.feelings[feeling]}</span>`)}</div>`
}

type Point = { x: number; y: number }

/** The line as a drawing for the eyes alone: a point a group, broken where nobody said how a group feels. */
function renderLine(groups: readonly SummaryGroup[], isFelt: boolean): Part {
  const points = groups.map(({ heartbeat }, index): Point | undefined => {
    const height = isFelt ? heartbeat && heightOf(heartbeat) : 0
    if (height === undefined) return undefined
    return {
      x: Math.round(((index + 0.5) / groups.length) * WIDTH),
      y: Math.round(MIDDLE - height * (MIDDLE - EDGE)),
    }
  })
  const dots = points.flatMap((point) => (point ? [`M${point.x} ${point.y}h0`] : [])).join('')
  return html`<svg class="line" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path class="zero" d="M0 ${MIDDLE}H${WIDTH}"/><path class="way" d="${wayThrough(points)}"/><path class="dots" d="${dots}"/></svg>`
}

/** A smooth way from point to point, level at each, so that it never rises above a point that is a summit. */
function wayThrough(points: readonly (Point | undefined)[]): string {
  return points
    .map((point, index) => {
      const last = points[index - 1]
      if (!point) return ''
      if (!last) return `M${point.x} ${point.y}`
      const middle = Math.round((last.x + point.x) / 2)
      return `C${middle} ${last.y} ${middle} ${point.y} ${point.x} ${point.y}`
    })
    .join('')
}
