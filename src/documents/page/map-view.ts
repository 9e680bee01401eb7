import { countNotes } from '../../summary/count-notes.js'
import { EVERYONE } from '../../text/everyone.js'
import type { Speech } from '../words/speech.js'
import { renderBar } from './bar.js'
import { html, type Part } from './part.js'
import { anchorOf, type Placed, type placeGroups } from './places.js'

/** How many fields of so many stand in a row, so that none is left over alone: six are two rows of three. */
function inARow(fields: number): number {
  if (fields <= 5) return fields
  return fields % 4 === 0 || fields % 4 === 3 || fields % 3 === 1 ? 4 : 3
}

/** All personas and quadrants on one screen: a field each, with the titles of its themes and their sizes. */
export function renderMap(personas: ReturnType<typeof placeGroups>, speech: Speech): Part {
  const isForAll = personas.every(({ persona }) => persona === EVERYONE)
  const quadrants = Math.max(...personas.map(({ placed }) => placed.length))
  const columns = quadrants > 1 ? ` of-${inARow(quadrants)}` : ''
  return html`<section class="map" aria-labelledby="glance"><h2 class="sr" id="glance">${speech.words.glance}</h2>
${personas.map(
  ({ persona, placed }) => html`<div class="row${isForAll ? ' alone' : ''}">${
    isForAll ? html`<h3 class="sr">${persona}</h3>` : html`<h3 dir="auto">${persona}</h3>`
  }<div class="fields${columns}">${placed.map((one) => renderField(one, speech))}</div></div>
`,
)}</section>
`
}

/** A whole question is not set in capitals. */
const asks = (quadrant: string): string => (quadrant.length > 32 ? ' asks' : '')

function renderField(placed: Placed, speech: Speech): Part {
  const { group, anchor, hue } = placed
  const notes = countNotes([...group.themes.flatMap((theme) => theme.notes), ...group.unplaced])
  return html`<div class="field ${hue}"><p class="kicker${asks(group.quadrant)}"><a href="#${anchor}" dir="auto">${group.quadrant}</a><span>${speech.count('notes', notes)}</span></p>${
    group.themes.length === 0
      ? html`<p class="soft">${group.status === 'failed' ? speech.words.failedShort : speech.words.listedShort}</p>`
      : html`<ol>${group.themes.map((theme) => {
          const size = countNotes(theme.notes)
          return html`<li><a href="#${anchorOf(placed, theme)}"><span dir="auto">${theme.title}</span><span class="size">${speech.number(size)}</span></a>${renderBar(theme.share)}</li>`
        })}</ol>`
  }</div>`
}

/** How small the map must be printed to fit on one landscape page, from 1 (usual) to 4: by the lines it has. */
export function fitOf(personas: ReturnType<typeof placeGroups>): number {
  const lines = personas.reduce((sum, { placed }) => {
    const rows = Math.ceil(placed.length / inARow(placed.length))
    const themes = Math.max(0, ...placed.map(({ group }) => group.themes.length))
    return sum + rows * (themes + 2)
  }, 0)
  // what is too much for one page stays readable, and goes on on the next
  return lines <= 33 ? 1 : lines <= 40 ? 2 : lines <= 52 ? 3 : lines <= 70 ? 4 : 2
}
