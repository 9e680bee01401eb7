import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProgram } from './support/fake-world.js'

/* Exports in languages that no table of headers knows, or with headers of their own, and what a model said of their columns. */
const FOLDER = new URL('../fixtures/exports/unclear/', import.meta.url)
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'))
const files: Record<string, string | Uint8Array> = {}
for (const name of names) files[name] = readFileSync(new URL(name, FOLDER))
for (const name of readdirSync(new URL('recordings/', FOLDER)))
  files[`recordings/${name}`] = readFileSync(new URL(`recordings/${name}`, FOLDER))

const ASKED = ['-m', 'gateway-llm', '--ask-columns', '--recordings', 'recordings']

test.each(names)('%s is refused by the rules, and the refusal names the way', async (name) => {
  const plain = await runProgram(['summarize', name, '-m', 'baseline'], { files })
  expect(plain.exitCode).toBe(2)
  expect(plain.stderr).not.toContain('--ask-columns')
  const { exitCode, stderr } = await runProgram(['summarize', name, '-m', 'gateway-llm', '--replay'], {
    files,
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--ask-columns')
})

test('what a model said of their columns is how they are read', async () => {
  const readings: Record<string, unknown> = {}
  for (const name of names) {
    const { exitCode, stdout } = await runProgram(['inspect', name, ...ASKED, '--replay', '--json'], {
      files,
    })
    if (exitCode === 0) {
      const { sources, groups } = JSON.parse(stdout)
      const counts = groups.map((group: Record<string, unknown>) => [
        `${group.persona} / ${group.quadrant}`,
        group.notes,
      ])
      const withheld = sources[0].withheld.map((column: Record<string, string>) => [
        column.header,
        column.because,
      ])
      readings[name] = { groups: Object.fromEntries(counts), withheld: Object.fromEntries(withheld) }
    } else readings[name] = 'refused'
  }
  await expect(`${JSON.stringify(readings, null, 2)}\n`).toMatchFileSnapshot(
    '../fixtures/exports/unclear/readings.json',
  )
})

test('no cell of a table stands in what was sent', () => {
  const sent = Object.entries(files)
    .filter(([name]) => name.startsWith('recordings/'))
    .map(([, text]) => JSON.parse(String(text)).request.messages)
  const cells = names.flatMap((name) =>
    String(files[name])
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(','))
      .filter((cell) => cell.length > 6),
  )
  const text = JSON.stringify(sent)
  expect(cells.filter((cell) => text.includes(cell))).toEqual([])
})

const BOARD = `Where,Statement made,Follow-up thoughts,Nimi
Garden,The hose is too short,We could buy a longer one,Mara Lindqvist
Garden,Slugs eat the lettuce,Somebody knows about copper tape,Jon Petit
Kitchen,The oven takes an hour,Start it before the meeting,Ida Kowal
Kitchen,Nobody labels the jars,Put a pen beside the shelf,Ravi Shah
`

test.each([
  ['names of people', { notes: [4] }, BOARD],
  ['ids', { notes: [1] }, String(files['headers-that-are-codes.csv'])],
])('what looks like %s stays unread whatever a model says', async (_, said, board) => {
  const reply = { quadrants: [], personas: [], votes: [], ids: [], personal: [], ...said }
  const { exitCode, stderr, requests } = await runProgram(
    ['inspect', 'board.csv', '--ask-columns', '-m', 'm', '--base-url', 'http://127.0.0.1:1/v1'],
    { files: { 'board.csv': board }, replies: [reply] },
  )
  expect(requests).toHaveLength(1)
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('ids or personal data'),
  })
})

test('what was said is written down by init, so that it is not asked again', async () => {
  const { files: written } = await runProgram(['init', 'finnish-board.csv', ...ASKED, '--replay'], { files })
  expect(written['sixthemes.yaml']).toContain('note:\n  - Lappu\n')
  const { exitCode, requests } = await runProgram(['inspect', 'finnish-board.csv'], { files: written })
  expect({ exitCode, requests }).toEqual({ exitCode: 0, requests: [] })
})
