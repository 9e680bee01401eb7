import { HUES } from './hues.js'
import { LAYOUT } from './style-layout.js'
import { PRINT } from './style-print.js'
import { SLIDES } from './style-slides.js'

const shades = (scheme: 'light' | 'dark'): string =>
  HUES.map(
    ({ [scheme]: { ink, ground, track } }, index) =>
      `.hue-${index + 1}{--ink:${ink};--ground:${ground};--track:${track}}`,
  ).join('\n')

/** The colours of every page, light and dark. */
export const COLOURS = `
:root { color-scheme: light dark; --page: #fcfaf6; --card: #ffffff; --text: #1d2129; --soft: #565d68; --line: #e2ddd3; --ink: #1d2129; --ground: #f1eee8; --track: #ddd8cd }
${shades('light')}
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #14161a; --card: #1c1f25; --text: #eceef1; --soft: #a9b0bb; --line: #31353d; --ink: #eceef1; --ground: #22252b; --track: #3a3e46 }
  ${shades('dark')}
}`

/** The style sheet of every page. */
export const STYLE = [COLOURS, LAYOUT, SLIDES, PRINT].join('\n').replace(/\n\s*/g, '\n').trim()
