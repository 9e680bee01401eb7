import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { renderSummaryPage } from '../../src/documents/page/summary-page.js'
import type { Summary, SummaryNote } from '../../src/summary/summary.js'
import { startBrowser } from '../support/browser.js'
import { makePage, PAGES } from '../support/pages.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

type Opened = { page: Page; context: BrowserContext; requests: string[]; messages: string[] }

/** Opens a page from a server on loopback that counts what is asked for. */
async function open(html: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(String(error)))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`)
  return { page, context, requests, messages }
}

/** What axe finds, by rule and place. */
async function violations(page: Page, ...without: string[]): Promise<string[]> {
  return page.evaluate(`${AXE}
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(${JSON.stringify(without)}.map((rule) => [rule, { enabled: false }])) })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target)))`)
}

const width = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')

test.each(PAGES)(
  '%s: nothing is asked for, nothing is said, axe finds nothing, nothing scrolls sideways',
  async (name) => {
    const { page: html } = await makePage(name)
    const { page, requests, messages } = await open(html)
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', media: 'print' })
    expect(await violations(page, 'target-size')).toEqual([]) // paper is not pressed
    await page.emulateMedia({ media: 'screen' })
    for (const wide of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width: wide, height: 800 })
      expect(await width(page)).toBeLessThanOrEqual(wide)
    }
    expect(requests.filter((path) => path !== '/favicon.ico')).toEqual(['/page.html'])
    expect(messages).toEqual([])
  },
)

/** Every note of a summary, as often as its words stand in one. */
const notesOf = ({ groups }: Summary): SummaryNote[] =>
  groups.flatMap(({ themes, unplaced }) => [...themes.flatMap(({ notes }) => notes), ...unplaced])

test.each(PAGES.filter((name) => name !== 'comparison'))(
  '%s: each note is there exactly as often as it should be',
  async (name) => {
    const { page: html, json } = await makePage(name)
    const { page } = await open(html)
    const shown: string[] = await page.evaluate(
      `[...document.querySelectorAll('.note')].map((note) => (note.querySelector('summary') ?? note.querySelector('span')).textContent)`,
    )
    const expected = notesOf(JSON.parse(json) as Summary).map(({ text }) => text)
    expect(shown.sort()).toEqual(expected.sort())
  },
)

test('the keyboard comes to the themes first, and opens notes', async () => {
  const { page: html } = await makePage('sample')
  const { page } = await open(html)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the themes')
  await page.keyboard.press('Enter')
  const first = page.locator('.card summary').first()
  await first.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.card .note').first().isVisible()).toBe(true)
})

test('a field of the map leads to its theme', async () => {
  const { page: html } = await makePage('sample')
  const { page } = await open(html)
  await page.getByRole('link', { name: 'Numbers we are proud of' }).click()
  expect(new URL(page.url()).hash).toMatch(/^#g\d+-3$/)
  expect(await page.locator(':target h4').textContent()).toBe('3Numbers we are proud of')
})

test('a long note shows its first lines, and all of it when it is opened', async () => {
  const { page: html } = await makePage('without-personas')
  const { page } = await open(html)
  await page.locator('.card > details > summary, .quiet > summary').evaluateAll((all) => {
    for (const one of all) (one as unknown as { click(): void }).click()
  })
  const long = page.locator('.is-long summary')
  const height = (): Promise<number> => long.evaluate((node) => node.getBoundingClientRect().height)
  const closed = await height()
  await long.click()
  expect(await height()).toBeGreaterThan(closed)
})

test('for presenting, one group fills the screen, and links lead on and out', async () => {
  const { page: html } = await makePage('sample')
  const { page } = await open(html)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Present' }).click()
  const slide = page.locator('.slide').first()
  expect(await slide.boundingBox()).toMatchObject({ x: 0, y: 0 })
  expect(
    await page
      .locator('.slide')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height <= 721)),
  ).not.toContain(false)
  await slide.getByRole('link', { name: 'Next' }).click()
  expect(await page.locator('#s2').boundingBox()).toMatchObject({ y: 0 })
  expect(await violations(page)).toEqual([])
  await page.locator('#s2').getByRole('button', { name: 'Close' }).click()
  expect(await page.locator('.slides').isVisible()).toBe(false)
})

test('while presenting, keys go on from group to group, as a clicker does', async () => {
  const { page: html } = await makePage('sample')
  const { page } = await open(html)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Present' }).click()
  const top = (slide: string): Promise<number> =>
    page.locator(slide).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  await page.keyboard.press('PageDown')
  await expect.poll(() => top('#s2')).toBe(0)
  await page.keyboard.press('Space')
  await expect.poll(() => top('#s3')).toBe(0)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => top('#s4')).toBe(0)
  await page.keyboard.press('PageUp')
  await expect.poll(() => top('#s3')).toBe(0)
  await page.keyboard.press('Escape')
  expect(await page.locator('.slides').isVisible()).toBe(false)
})

test('printed, the map is on page one, landscape, and every note is there', async () => {
  const { page: html, json } = await makePage('sample')
  for (const format of ['A4', 'Letter'] as const) {
    const { page } = await open(html)
    await page.emulateMedia({ media: 'print' })
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, x, y]) => Number(x) > Number(y),
    )
    expect(boxes.slice(0, 3)).toEqual([true, false, false])
    const visible: string[] = await page.evaluate(
      `[...document.querySelectorAll('.note')].filter((note) => note.getClientRects().length > 0 && note.getBoundingClientRect().height > 4).map((note) => note.querySelector('span, summary').textContent)`,
    )
    expect(visible).toHaveLength(notesOf(JSON.parse(json) as Summary).length)
  }
})

const HOSTILE = [
  '<script>document.title = "HACKED"</script>',
  '<img src=/hacked onerror="document.title=\'HACKED\'">',
  '"><style>@import "/hacked"; body { display: none }</style>',
  '<link rel=stylesheet href=/hacked><link rel=prefetch href=/hacked>',
  '<svg onload=alert(1)><image href=/hacked></svg>',
  '<iframe src=/hacked></iframe><video src=/hacked autoplay></video>',
  '<base href=/hacked><meta http-equiv=refresh content="0;url=/hacked">',
  '<a href="javascript:alert(1)">x</a><form action=/hacked><button autofocus>',
  '</title></head></style></textarea><!-- --><![CDATA[',
  '{{constructor}} &lt;b&gt; &amp;amp; \u202Eabc',
]

test('hostile notes, titles and names do nothing, escaped and also where they are not', async () => {
  const { json } = await makePage('sample')
  const summary = JSON.parse(json) as Summary
  const [group] = summary.groups
  if (!group) throw new Error('a summary with a group')
  const evil = HOSTILE.join(' ')
  group.persona = evil
  group.quadrant = evil
  group.question = evil
  for (const [index, theme] of group.themes.entries()) {
    theme.title = HOSTILE[index] ?? evil
    theme.summary = evil
    for (const note of theme.notes) note.text = evil
  }
  const escaped = renderSummaryPage({ ...summary, title: evil, model: evil, notice: evil })
  const { page, requests, messages } = await open(escaped)
  expect(await page.locator('.note').first().locator('summary').textContent()).toBe(evil)
  expect(await page.title()).toContain('<script>')
  expect(requests.filter((path) => path !== '/favicon.ico')).toEqual(['/page.html'])
  expect(messages).toEqual([])

  // the second wall: what would stand in the page as HTML is neither run nor fetched
  const raw = await open(escaped.replace('<main', `${HOSTILE.slice(0, 6).join('')}<main`))
  await raw.page.waitForTimeout(300)
  expect(await raw.page.title()).not.toBe('HACKED')
  expect(raw.requests.filter((path) => path !== '/favicon.ico')).toEqual(['/page.html'])
})

test('20,000 notes are a page that opens and scrolls', async () => {
  const { json } = await makePage('sample')
  const summary = JSON.parse(json) as Summary
  const [first] = summary.groups
  if (!first) throw new Error('a summary with a group')
  let row = 0
  const noteOf = (): SummaryNote => ({
    id: `r${++row}`,
    text: `what was said in note ${row} of many`,
    from: [{ row }],
  })
  summary.groups = Array.from({ length: 20 }, (_, index) => ({
    ...first,
    persona: `Persona ${index}`,
    themes: first.themes.map((theme) => ({ ...theme, notes: Array.from({ length: 167 }, noteOf) })),
    unplaced: [],
  }))
  const html = renderSummaryPage(summary)
  expect(html.length).toBeLessThan(5_000_000)
  const { page } = await open(html)
  expect(await page.locator('.note').count()).toBe(20 * 6 * 167)
  await page.locator('#g20').scrollIntoViewIfNeeded()
  expect(await page.locator('#g20 h3').isVisible()).toBe(true)
})
