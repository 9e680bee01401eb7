import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { emptyFolder, spawnProgram, startProgram } from './support/spawn-program.js'

const SAMPLE = fileURLToPath(new URL('../fixtures/support-workshop', import.meta.url))
const PAGE = await readFile(new URL('../docs/correcting.md', import.meta.url), 'utf8')

const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)
const COMMANDS = blocks('sh').map((text) =>
  text
    .trim()
    .replace(/^sixthemes /, '')
    .split(' '),
)

/** What the page tells the reader to do in a spreadsheet. */
async function changeTable(file: string): Promise<void> {
  const [header = [], ...rows] = parse(await readFile(file), { bom: true }) as string[][]
  const at = (name: string): number => header.indexOf(name)
  const changed = rows.map((row) => {
    const copy = [...row]
    if (row[at('theme')] === 'Numbers in good shape') copy[at('theme')] = 'Numbers we are proud of'
    if (row[at('note')] === 'good 1:1s') copy[at('theme')] = 'A team that sticks together'
    if (row[at('note')] === 'hearing laughter from the pod') copy[at('theme')] = ''
    return copy
  })
  await writeFile(file, stringify([header, ...changed.reverse()], { delimiter: ';' }))
}

test('the walk through docs/correcting.md, command by command', async () => {
  const cwd = await emptyFolder()
  await cp(SAMPLE, cwd, { recursive: true, filter: (path) => !path.endsWith('decisions.yaml') })
  const [summarize = [], revise = [], render = [], review = [], everyTime = []] = COMMANDS
  const run = async (argv: readonly string[]) => {
    const done = await spawnProgram(argv, { cwd })
    expect({ ...done, argv }).toMatchObject({ exitCode: 0 })
    return done
  }
  await run(summarize)
  await changeTable(join(cwd, 'summary.csv'))
  const { stdout } = await run(revise)
  expect(stdout.trimEnd().split('\n')).toEqual(
    [
      'Team lead / Gains: “Numbers in good shape” is called “Numbers we are proud of”',
      'Team lead / Gains: “good 1:1s” moves to “A team that sticks together”',
      'Team lead / Gains: “hearing laughter from the pod” is in no theme',
    ].sort((a, b) => stdout.indexOf(a) - stdout.indexOf(b)),
  )
  await run(render)
  const corrected = await readFile(join(cwd, 'corrected.md'), 'utf8')
  expect(corrected).toContain('*People moved 1 note, took 1 note out of themes and wrote 1 title anew.*')
  const page = startProgram(review, { cwd })
  page.process.stderr?.on('data', (text) => /http:/.test(String(text)) && page.process.kill('SIGINT'))
  expect((await page.done).exitCode).toBe(0)
  expect(await readFile(join(cwd, 'corrected.md'), 'utf8')).toBe(corrected)
  expect(await readFile(join(cwd, 'corrected.html'), 'utf8')).toContain('Numbers we are proud of')
  await run(everyTime)
  expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toBe(corrected)
  expect(await readFile(join(cwd, 'summary.json'), 'utf8')).toBe(
    await readFile(join(cwd, 'corrected.json'), 'utf8'),
  )
})

test('the decisions of docs/correcting.md are all carried out on the sample', async () => {
  const cwd = await emptyFolder()
  await cp(SAMPLE, cwd, { recursive: true, filter: (path) => !path.endsWith('decisions.yaml') })
  await writeFile(join(cwd, 'decisions.yaml'), blocks('yaml')[0] ?? '')
  const argv = ['render', 'summary.json', '--decisions', 'decisions.yaml', '--strict', '-o', 'out.md']
  await spawnProgram(argv, { cwd })
  expect(await readFile(join(cwd, 'out.md'), 'utf8')).toContain('- 5 decisions of people, all carried out.')
})
