import { html, type Part } from './part.js'

/**
 * A thin bar for a share from 0 to 1, with a mark where it was before; what it shows stands beside it as a number. No style is
 * needed, which the policy forbids.
 */
export function renderBar(share: number, before?: number): Part {
  const width = partOf(share)
  const mark = before !== undefined && html`<rect class="then" x="${partOf(before)}" width="0.6" height="1"/>`
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="fill" width="${width}" height="1"/>${mark}</svg>`
}

/** In hundredths of the drawing. */
const partOf = (share: number): number => Math.round(Math.min(share, 1) * 1_000) / 10
