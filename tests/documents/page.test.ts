import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HUES, hueOf } from '../../src/documents/page/hues.js'
import { renderOverviewPage } from '../../src/documents/page/overview-view.js'
import type { Summary } from '../../src/summary/summary.js'
import { makePage, PAGES } from '../support/pages.js'

test.each(PAGES)('the page "%s" is the same bytes each time', async (name) => {
  const { page } = await makePage(name)
  await expect(page).toMatchFileSnapshot(`../../fixtures/pages/${name}.html`)
})

test.each(PAGES)(
  'the page "%s" asks nobody for anything, and its style is the one that its policy allows',
  async (name) => {
    const { page } = await makePage(name)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|form|object|embed|base)\b|\sstyle=|\son\w+=|https?:/i,
    )
    const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.filter((address) => !/^#[a-z]+[\d-]*$/.test(address))).toEqual([])
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(addresses.filter((address) => !ids.includes(address.slice(1)))).toEqual([])
  },
)

type Rgb = [number, number, number]
const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb
const linear = (rgb: Rgb): Rgb =>
  rgb.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as Rgb
const luminance = (hex: string): number => {
  const [r, g, b] = linear(rgbOf(hex))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** As WCAG 2 defines it. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(HUES.map((hue) => [hue.name, hue] as const))(
  '%s can be read on its ground and on the page',
  (_, { light, dark }) => {
    for (const [ink, ground, page, text] of [
      [light.ink, light.ground, '#fcfaf6', '#1d2129'],
      [dark.ink, dark.ground, '#14161a', '#eceef1'],
    ] as const) {
      expect(contrast(ink, ground)).toBeGreaterThan(4.5)
      expect(contrast(ink, page)).toBeGreaterThan(4.5)
      expect(contrast(text, ground)).toBeGreaterThan(7)
    }
  },
)

/** Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency (2009), severity 1. */
const SIGHT: Record<string, readonly Rgb[]> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'those who see no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'those who see no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'those who see no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE 1976 lightness and colour of a linear RGB colour under D65. */
function labOf([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

test.each(Object.entries(SIGHT))(
  'the colours of the usual three quadrants, and of four, are told apart by %s',
  (_, matrix) => {
    for (const scheme of ['light', 'dark'] as const) {
      const seen = HUES.slice(0, 4).map((hue) => {
        const rgb = linear(rgbOf(hue[scheme].ink))
        return labOf(
          matrix.map((row) =>
            Math.max(
              0,
              row.reduce((sum, part, at) => sum + part * (rgb[at] ?? 0), 0),
            ),
          ) as Rgb,
        )
      })
      for (const [index, one] of seen.entries())
        for (const other of seen.slice(0, index))
          expect(Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)))).toBeGreaterThan(14)
    }
  },
)

test.each<[string[], number[]]>([
  [
    ['Gains', 'Tasks', 'Pains'],
    [1, 2, 3],
  ],
  [
    ['Says', 'Thinks', 'Does', 'Feels'],
    [2, 1, 3, 4],
  ],
  [
    ['Went well', 'To improve', 'Actions'],
    [1, 3, 2],
  ],
  [['Notes'], [2]],
])('the quadrants %j have hues of their own', (quadrants, expected) => {
  expect([...hueOf(quadrants).values()]).toEqual(expected)
})

test('more quadrants than hues share them', () => {
  const hues = [...hueOf(Array.from({ length: 12 }, (_, index) => `Stage ${index}`)).values()]
  expect(new Set(hues).size).toBe(HUES.length)
  expect(Math.max(...hues)).toBe(HUES.length)
})

test.each(PAGES)('the headings of the page "%s" go down one level at a time', async (name) => {
  const { page } = await makePage(name)
  const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
  const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  expect(levels[0]).toBe(1)
  expect(jumps).toEqual([])
})

test('the headings of an overview by itself go down one level at a time', async () => {
  const { json } = await makePage('sample')
  const summary = JSON.parse(json) as Summary
  const [theme] = summary.groups[0]?.themes ?? []
  const personas = [{ persona: 'Coach', statements: [{ text: 'All is well.', themes: [theme?.id ?? ''] }] }]
  const prompt = { id: 'overview', version: 1, sha256: 'x' }
  const page = renderOverviewPage(summary, { prompt, personas, quadrants: [], unfounded: 0 })
  expect([...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => level)).toEqual(['1', '2', '3', '2'])
})
