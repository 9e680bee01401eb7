import { readFileSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import type { Summary } from '../../src/summary/summary.js'
import { startBrowser } from '../support/browser.js'
import { emptyFolder, type Spawned, startProgram } from '../support/spawn-program.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SAMPLE = fileURLToPath(new URL('../../fixtures/support-workshop', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

type Review = { folder: string; program: Spawned; address: string }

/** Starts the program on a copy of the sample's summary, and waits for its address. */
async function startReview(folder?: string): Promise<Review> {
  const own = folder ?? (await emptyFolder())
  if (folder === undefined) await cp(join(SAMPLE, 'summary.json'), join(own, 'summary.json'))
  const program = startProgram(['review', 'summary.json', '-o', 'out.md', '-o', 'out.json'], { cwd: own })
  const address = await new Promise<string>((resolve, reject) => {
    program.process.stderr?.on('data', (chunk) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(String(chunk)) ?? []
      if (found) resolve(found)
    })
    program.done.then(({ stderr }) => reject(new Error(stderr)))
  })
  return { folder: own, program, address }
}

/** Opens the page; what it asks of other addresses and what it says to the console is remembered. */
async function open(address: string): Promise<{ page: Page; strange: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const strange: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) strange.push(request.url())
  })
  page.on('console', (message) => {
    if (!/409/.test(message.text())) strange.push(message.text()) // a conflict, which the page tells of itself
  })
  page.on('pageerror', (error) => strange.push(String(error)))
  await page.goto(address)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  return { page, strange }
}

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(`${AXE}
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target)))`)

/** The decisions of the file as it is now. */
const decisionsIn = async (folder: string): Promise<Record<string, unknown>[]> =>
  parse(await readFile(join(folder, 'decisions.yaml'), 'utf8')).decisions

const column = (page: Page, title: string): Locator =>
  page.locator(`section.column[aria-label=${JSON.stringify(title)}]`)
const noteIn = (page: Page, text: string): Locator => page.locator('li.note', { hasText: text }).first()
const said = async (page: Page, text: RegExp): Promise<void> => {
  await page.locator('#said', { hasText: text }).waitFor()
}

/** Persona, quadrant and two themes of the group that is shown first. */
async function firstGroup(folder: string) {
  const { groups }: Summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'))
  const [group] = groups
  const [one, two, three] = group?.themes ?? []
  if (!group || !one || !two || !three) throw new Error('the sample has three themes')
  return { group, one, two, three, where: { persona: group.persona, quadrant: group.quadrant } }
}

test('by mouse: notes are dragged, set aside and made a theme of, and each is in the file at once', async () => {
  const { folder, address } = await startReview()
  const { page, strange } = await open(address)
  const { one, two, where } = await firstGroup(folder)
  const [first, second, third] = one.notes
  if (!first || !second || !third) throw new Error('the theme has three notes')

  await noteIn(page, first.text).dragTo(column(page, two.title))
  await said(page, /Saved in decisions\.yaml/)
  expect(await decisionsIn(folder)).toEqual([{ ...where, note: first.text, to: two.id }])
  expect(await column(page, two.title).textContent()).toContain(first.text)
  expect(await noteIn(page, first.text).textContent()).toContain(`was in “${one.title}”`)

  await noteIn(page, second.text).dragTo(column(page, 'In no theme'))
  await said(page, /in no theme now/)
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, note: second.text, to: null })

  await noteIn(page, third.text).dragTo(column(page, 'A new theme'))
  await page.getByLabel('What is it called?').fill('One of our own')
  await page.getByRole('button', { name: 'Make it' }).click()
  await said(page, /One of our own/)
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, new: 'One of our own', notes: [third.text] })

  await page.getByRole('button', { name: `Merge into another theme: “${two.title}”` }).click()
  await page.getByRole('dialog').getByRole('button', { name: one.title }).click()
  await said(page, /is a part of/)
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, merge: [one.id, two.id] })

  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, /taken back/)
  expect(await decisionsIn(folder)).toHaveLength(3)
  await page.getByRole('button', { name: 'Redo' }).click()
  await said(page, /made again/)
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, merge: [one.id, two.id] })
  expect(await page.locator('details.changes li').allTextContents()).toContain(
    `“${two.title}” was put into “${one.title}”.`,
  )
  expect(strange).toEqual([])
})

test('by keyboard alone: move, step, rename, write a summary, make, merge, undo and redo', async () => {
  const { folder, address } = await startReview()
  const { page, strange } = await open(address)
  const { one, two, three, where } = await firstGroup(folder)
  const [first, second] = one.notes
  if (!first || !second) throw new Error('the theme has two notes')
  const handle = (text: string): Locator => page.getByRole('button', { name: `Move: ${text}`, exact: true })
  const { keyboard } = page

  await handle(first.text).focus()
  await keyboard.press('ArrowRight')
  await said(page, /now/)
  expect(await decisionsIn(folder)).toEqual([{ ...where, note: first.text, to: two.id }])
  await page.waitForFunction(
    `document.activeElement?.getAttribute('aria-label') === ${JSON.stringify(`Move: ${first.text}`)}`,
  )
  await keyboard.press('ArrowRight')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(2)
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, note: first.text, to: three.id })

  await handle(second.text).focus()
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.getByLabel('A new theme:').focus()
  await keyboard.type('Made by keyboard')
  await keyboard.press('Enter')
  await expect
    .poll(async () => (await decisionsIn(folder)).at(-1))
    .toEqual({
      ...where,
      new: 'Made by keyboard',
      notes: [second.text],
    })

  await page.getByLabel(`Title of “${three.title}”`).focus()
  await keyboard.press('Control+A')
  await keyboard.type('A better title')
  await keyboard.press('Enter')
  await expect
    .poll(async () => (await decisionsIn(folder)).at(-1))
    .toEqual({
      ...where,
      theme: three.id,
      title: 'A better title',
    })
  await page.getByLabel('Summary of “A better title”').focus()
  await keyboard.press('Control+A')
  await keyboard.type('What we say ourselves.')
  await keyboard.press('Enter')
  await expect
    .poll(async () => (await decisionsIn(folder)).at(-1))
    .toEqual({
      ...where,
      theme: three.id,
      summary: 'What we say ourselves.',
    })
  await page.getByLabel('Title of “A better title”').focus()
  await keyboard.press('Control+A')
  await keyboard.type('Never mind')
  await keyboard.press('Escape')
  expect(await decisionsIn(folder)).toHaveLength(5)

  await page.getByRole('button', { name: 'Merge into another theme: “A better title”' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: one.title }).focus()
  await keyboard.press('Enter')
  await expect
    .poll(async () => (await decisionsIn(folder)).at(-1))
    .toEqual({ ...where, merge: [one.id, three.id] })

  await page.getByRole('button', { name: 'Undo' }).focus()
  await keyboard.press('Enter')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(5)
  await keyboard.press('Control+Shift+Z')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(6)
  await keyboard.press('Control+Z')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(5)
  expect(strange).toEqual([])
})

test('themes stay where they are while notes are moved, so that an arrow key goes through all of them', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { group, one } = await firstGroup(folder)
  const titles = [...group.themes.map(({ title }) => title), 'In no theme']
  const [note] = one.notes
  if (!note) throw new Error('the theme has a note')
  await page.getByRole('button', { name: `Move: ${note.text}`, exact: true }).focus()
  for (const [steps, title] of titles.slice(1).entries()) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await decisionsIn(folder)).length).toBe(steps + 1)
    await column(page, title).locator('li.note', { hasText: note.text }).waitFor()
  }
  const shown = await page
    .locator('section.column:not(.new)')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(shown).toEqual(titles)
})

test('in the dialog arrow keys go from choice to choice, round the ends', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one, two, three, where } = await firstGroup(folder)
  await page.getByRole('button', { name: `Move: ${one.notes[0]?.text}`, exact: true }).click()
  const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent')
  expect(await focused()).toBe(two.title)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('Cancel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(three.title)
  await page.keyboard.press('Enter')
  await expect.poll(() => decisionsIn(folder)).toEqual([{ ...where, note: one.notes[0]?.text, to: three.id }])
})

test('undo shows the group where something is taken back, and says what', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one, where } = await firstGroup(folder)
  await page.getByLabel(`Title of “${one.title}”`).fill('Ours')
  await page.getByLabel(`Title of “${one.title}”`).press('Enter')
  await said(page, /Saved/)
  await page.getByLabel('Group', { exact: true }).selectOption('4')
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, /taken back/)
  expect(await page.locator('#said').textContent()).toBe(
    `${where.persona} / ${where.quadrant}: the title “Ours” is taken back. Saved in decisions.yaml.`,
  )
  expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('0')
  expect(await page.getByLabel(`Title of “${one.title}”`).isVisible()).toBe(true)
})

test('who edits by keyboard goes on where the edit was, and loses nothing that was typed meanwhile', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one } = await firstGroup(folder)
  const focused = (): Promise<string> => page.evaluate("document.activeElement.getAttribute('aria-label')")
  await page.getByLabel(`Title of “${one.title}”`).fill('Ours')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Begun: ')
  await said(page, /Saved/)
  expect(await focused()).toBe('Summary of “Ours”')
  expect(await page.getByLabel('Summary of “Ours”').inputValue()).toContain('Begun: ')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(2)
  expect(await focused()).toBe('Summary of “Ours”')
})

test('who sets notes aside stays with the one behind, and a summary says for how many it was written', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one, two } = await firstGroup(folder)
  const [first, second] = one.notes
  await page.getByRole('button', { name: `Move: ${first?.text}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'In no theme' }).click()
  await said(page, /in no theme now/)
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
    `Move: ${second?.text}`,
  )
  await page.getByRole('button', { name: `Merge into another theme: “${two.title}”` }).click()
  await page.getByRole('dialog').getByRole('button', { name: one.title }).click()
  await said(page, /is a part of/)
  expect(await column(page, one.title).textContent()).toMatch(/Written for \d+ notes, \d+ of them here\./)
})

test('from group to group, and Enter in the search goes to the first note found', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { groups }: Summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'))
  await page.getByRole('button', { name: 'Next group' }).click()
  expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('1')
  await page.getByRole('button', { name: 'Previous group' }).click()
  expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('0')
  const note = groups.at(-1)?.themes[0]?.notes[0]
  await page.getByLabel('Find a note').fill(note?.text ?? '')
  await page.keyboard.press('Enter')
  expect(await page.locator('.note.is-found .text').allTextContents()).toEqual([note?.text])
})

test('whoever is quick loses no click and no key', async () => {
  const { folder, address } = await startReview()
  const { page, strange } = await open(address)
  const { one, where } = await firstGroup(folder)
  const [note] = one.notes
  if (!note) throw new Error('the theme has a note')

  // a title is kept when its field is left, by the very click that does something else
  await page.getByLabel(`Title of “${one.title}”`).fill('Left by a click')
  await page.getByRole('button', { name: `Move: ${note.text}` }).click({ delay: 200 })
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByLabel('Title of “Left by a click”').fill('Left for another group')
  await page.getByRole('button', { name: 'Next group' }).click()
  await said(page, /Saved/)
  expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('1')
  await page.getByRole('button', { name: 'Previous group' }).click()

  // each press goes on from where the one before it went
  await page.getByRole('button', { name: `Move: ${note.text}` }).focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(5)
  const { groups }: Summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'))
  const fourth = groups[0]?.themes[3]
  expect((await decisionsIn(folder)).at(-1)).toEqual({ ...where, note: note.text, to: fourth?.id })
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Control+z')
  await expect.poll(async () => (await decisionsIn(folder)).length).toBe(2)
  expect(strange).toEqual([])
})

test('one finds one’s own note, wherever it is', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { groups }: Summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'))
  const last = groups.at(-1)
  const note = last?.themes.at(-1)?.notes.at(-1)
  if (!last || !note) throw new Error('the last group has a theme')
  await page
    .getByLabel('Find a note')
    .fill(`${note.text.toUpperCase().replace(/[AE]/g, (letter) => ({ A: 'Á', E: 'É' })[letter] ?? '')}`)
  await page.locator('.found button').first().click()
  expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe(String(groups.length - 1))
  expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe(`Move: ${note.text}`)
  expect(await page.locator('.note.is-found .text').allTextContents()).toEqual([note.text])
  await said(page, /is marked, in /)
})

test('a second window does not overwrite the first, a reload shows the file, and Done writes the documents', async () => {
  const { folder, address, program } = await startReview()
  const [one, other] = [await open(address), await open(address)]
  const { one: theme, where } = await firstGroup(folder)
  const title = `Title of “${theme.title}”`
  const rename = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel(title).fill(text)
    await page.getByLabel(title).press('Enter')
  }
  await rename(one.page, 'By the first')
  await said(one.page, /Saved/)
  await rename(other.page, 'By the second')
  await said(other.page, /Not made: decisions\.yaml was changed meanwhile/)
  expect(await decisionsIn(folder)).toEqual([{ ...where, theme: theme.id, title: 'By the first' }])
  expect(await other.page.getByLabel('Title of “By the first”').inputValue()).toBe('By the first')

  await other.page.reload()
  await other.page.getByLabel('Title of “By the first”').waitFor()
  await other.page.getByRole('button', { name: 'Done' }).click()
  await other.page.getByRole('heading', { name: 'Done' }).waitFor()
  expect(await other.page.locator('.ended').textContent()).toContain('Written now: out.md, out.json.')
  const { exitCode, stderr } = await program.done
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('Written: out.md, out.json'),
  })
  expect(await readFile(join(folder, 'out.md'), 'utf8')).toContain('**By the first**')
  await one.page.getByLabel('Title of “By the first”').fill('Too late')
  await one.page.getByLabel('Title of “By the first”').press('Enter')
  await said(one.page, /not running any more/)
})

test('killed and started again it goes on from the file, and takes back what was done before', async () => {
  const first = await startReview()
  const { page } = await open(first.address)
  const { one: theme } = await firstGroup(first.folder)
  await page.getByLabel(`Title of “${theme.title}”`).fill('Kept')
  await page.getByLabel(`Title of “${theme.title}”`).press('Enter')
  await said(page, /Saved/)
  first.program.process.kill('SIGKILL')
  await first.program.done

  const again = await startReview(first.folder)
  const { page: next } = await open(again.address)
  await next.getByLabel('Title of “Kept”').waitFor()
  await next.getByRole('button', { name: 'Undo' }).click()
  await said(next, /taken back/)
  expect(await decisionsIn(first.folder)).toEqual([])
  again.program.process.kill('SIGINT')
  expect((await again.program.done).exitCode).toBe(0)
})

test('a file that somebody broke by hand is told of, and not written over', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one: theme } = await firstGroup(folder)
  await writeFile(join(folder, 'decisions.yaml'), 'decisions: [')
  await page.getByLabel(`Title of “${theme.title}”`).fill('Lost?')
  await page.getByLabel(`Title of “${theme.title}”`).press('Enter')
  await said(page, /Not saved: decisions\.yaml/)
  expect(await readFile(join(folder, 'decisions.yaml'), 'utf8')).toBe('decisions: [')
})

test('axe finds nothing in light, dark and in a dialog; at 320 px nothing scrolls sideways', async () => {
  const { folder, address } = await startReview()
  const { page } = await open(address)
  const { one } = await firstGroup(folder)
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: `Move: ${one.notes[0]?.text}`, exact: true }).click()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

test('hostile notes and titles are text', async () => {
  const folder = await emptyFolder()
  const text = await readFile(join(SAMPLE, 'summary.json'), 'utf8')
  const summary: Summary = JSON.parse(text)
  const theme = summary.groups[0]?.themes[0]
  if (!theme) throw new Error('there is a theme')
  theme.title = '<img src=x onerror="document.title=1">'
  await writeFile(join(folder, 'summary.json'), JSON.stringify(summary))
  const { address } = await startReview(folder)
  const { page, strange } = await open(address)
  expect(await page.getByLabel(`Title of “${theme.title}”`).inputValue()).toBe(theme.title)
  expect(await page.title()).not.toBe('1')
  expect(strange).toEqual([])
})
