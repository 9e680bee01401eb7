import { html, type Part } from './part.js'

/** A thin bar for a share from 0 to 1; what it shows stands beside it as a number. No style is needed, which the policy forbids. */
export function renderBar(share: number): Part {
  const width = Math.round(Math.min(share, 1) * 1_000) / 10
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="1"/><rect class="fill" width="${width}" height="1"/></svg>`
}
