/* npm run pictures: the picture of the README, made from the sample's page in an installed Chromium. */
import { existsSync } from 'node:fs'
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
await browser.close()
