/* npm run pictures: the pictures of the README, made from the sample in an installed Chromium. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = places.find((path) => path && existsSync(path))
if (!executablePath)
  throw new Error('no Chromium is installed: "apt-get install chromium", or say where it is in CHROMIUM')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1080, height: 980 } })
await page.goto(new URL('fixtures/pages/sample.html', import.meta.url).href)
await page.screenshot({ path: 'docs/pictures/map.jpg', type: 'jpeg', quality: 60 })

// The page that corrects a summary, with the sample's decisions, on a copy that is gone afterwards.
const folder = mkdtempSync(join(tmpdir(), 'sixthemes-pictures-'))
for (const file of ['summary.json', 'decisions.yaml'])
  cpSync(new URL(`fixtures/support-workshop/${file}`, import.meta.url), join(folder, file))
const bin = fileURLToPath(new URL('dist/bin.js', import.meta.url))
const review = spawn(process.execPath, [bin, 'review', 'summary.json'], { cwd: folder })
const address = await new Promise((resolve) =>
  review.stderr.on('data', (chunk) => resolve(/http:[^ ]+/.exec(String(chunk))?.[0])),
)
await page.setViewportSize({ width: 1180, height: 860 })
await page.goto(address)
await page.getByLabel('Group', { exact: true }).selectOption({ label: 'Team lead / Gains · changed' })
await page.screenshot({ path: 'docs/pictures/review.jpg', type: 'jpeg', quality: 60 })
review.kill('SIGINT')
await new Promise((resolve) => review.on('exit', resolve))
rmSync(folder, { recursive: true })
await browser.close()
