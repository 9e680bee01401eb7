import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Summary, SummaryTheme } from '../src/summary/summary.js'
import { emptyFolder, spawnProgram } from './support/spawn-program.js'

const WAVES = fileURLToPath(new URL('../fixtures/waves', import.meta.url))
const QUARTERS = ['2026-q1', '2026-q2', '2026-q3']
const TITLES = ['1st', '2nd', '3rd'].map((which) => `Support engineers, ${which} quarter 2026`)

test('three waves are summarised, checked and compared as CI would, without a key: the same bytes', async () => {
  const cwd = await emptyFolder()
  await cp(WAVES, cwd, { recursive: true })
  for (const [index, quarter] of QUARTERS.entries()) {
    const previous = QUARTERS[index - 1]
    const { exitCode, stderr } = await spawnProgram(
      [
        ...['summarize', `${quarter}.csv`, '-m', 'gateway-llm', '--recordings', `recordings/${quarter}`],
        ...[
          '--title',
          TITLES[index] ?? '',
          '-o',
          `${quarter}.md`,
          '-o',
          `${quarter}.json`,
          '--replay',
          '--check',
        ],
        ...(previous ? ['--previous', `${previous}.json`] : []),
      ],
      { cwd },
    )
    expect({ exitCode, quarter, stderr }).toMatchObject({ exitCode: 0 })
  }
  for (const [before, after, document] of [
    ['2026-q1', '2026-q2', 'changes-q2.md'],
    ['2026-q2', '2026-q3', 'changes-q3.md'],
    ['2026-q1', '2026-q3', 'changes-since-q1.md'],
  ] as const) {
    const { stdout } = await spawnProgram(['compare', `${before}.json`, `${after}.json`, '-q'], { cwd })
    expect(stdout).toBe(await readFile(join(WAVES, document), 'utf8'))
  }
})

test('a wave goes on with six-themes@4 and the prompts that help it: the same bytes', async () => {
  const run = (...outputs: string[]) =>
    spawnProgram(
      [
        ...['summarize', '2026-q2.csv', '-m', 'gateway-llm', '--prompt', 'six-themes@4', '--replay', '-q'],
        ...['--previous', '2026-q1.json', '--recordings', 'recordings/2026-q2-by-v4'],
        ...['--title', TITLES[1] ?? '', ...outputs],
      ],
      { cwd: WAVES },
    )
  expect((await run('-f', 'md')).stdout).toBe(await readFile(join(WAVES, '2026-q2-by-v4.md'), 'utf8'))
  const { groups }: Summary = JSON.parse((await run('-f', 'json')).stdout)
  const themes = groups.flatMap((group) => group.themes)
  expect(themes.filter(({ continues }) => continues).length).toBeGreaterThan(themes.length / 2)
})

test('a summary that nothing links is compared by asking, from the recordings', async () => {
  const { stdout } = await spawnProgram(
    [
      ...['compare', '2026-q1-by-v2.json', '2026-q2.json', '-m', 'gateway-llm', '--replay', '-q'],
      ...['--recordings', 'recordings/matching'],
    ],
    { cwd: WAVES },
  )
  expect(stdout).toBe(await readFile(join(WAVES, 'changes-by-asking.md'), 'utf8'))
})

const summaryOf = async (quarter: string): Promise<Summary> =>
  JSON.parse(await readFile(join(WAVES, `${quarter}.json`), 'utf8'))

async function topicsOf(quarter: string): Promise<Map<number, string>> {
  const text = await readFile(join(WAVES, `${quarter}.topics.csv`), 'utf8')
  const rows = parse(text, { columns: true }) as { row: string; topic: string }[]
  return new Map(rows.map(({ row, topic }) => [Number(row), topic]))
}

/** The topic that most notes of a theme were written for. */
function topicOf({ notes }: SummaryTheme, topics: ReadonlyMap<number, string>): string {
  const counts = new Map<string, number>()
  for (const { row } of notes.flatMap(({ from }) => from)) {
    const topic = topics.get(row) ?? ''
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

test('themes go on where their topics do: precision and recall of at least 0.9', async () => {
  const count = { right: 0, wrong: 0, missed: 0 }
  for (const [index, quarter] of QUARTERS.entries()) {
    const before = QUARTERS[index - 1]
    if (before === undefined) continue
    const [then, now] = [await summaryOf(before), await summaryOf(quarter)]
    const [topicsThen, topicsNow] = [await topicsOf(before), await topicsOf(quarter)]
    for (const group of now.groups) {
      const earlier = then.groups.find(({ quadrant }) => quadrant === group.quadrant)?.themes ?? []
      const topicById = new Map(earlier.map((theme) => [theme.id, topicOf(theme, topicsThen)]))
      for (const theme of group.themes) {
        const topic = topicOf(theme, topicsNow)
        const isRight = theme.continues !== undefined && topicById.get(theme.continues) === topic
        if (isRight) count.right++
        else if (theme.continues !== undefined) count.wrong++
        if (!isRight && [...topicById.values()].includes(topic)) count.missed++
      }
    }
  }
  expect(count.right).toBeGreaterThan(20)
  expect(count.right / (count.right + count.wrong)).toBeGreaterThanOrEqual(0.9)
  expect(count.right / (count.right + count.missed)).toBeGreaterThanOrEqual(0.9)
})

test('a wave goes on from a summary that people decided on, and their decisions hold in it', async () => {
  const cwd = await emptyFolder()
  await cp(WAVES, cwd, { recursive: true })
  const decided = ['--decisions', 'decisions.yaml']
  const first = await spawnProgram(['render', '2026-q1.json', ...decided, '-o', 'decided.json'], { cwd })
  expect(first.exitCode).toBe(0)
  const { exitCode, stderr } = await spawnProgram(
    [
      ...['summarize', '2026-q2.csv', '-m', 'gateway-llm', '--title', TITLES[1] ?? '', '--replay'],
      ...['--recordings', 'recordings/2026-q2-after-decisions', '--previous', 'decided.json', ...decided],
      ...['-o', 'after.json', '-o', 'after.md'],
    ],
    { cwd },
  )
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  await expect(await readFile(join(cwd, 'after.md'), 'utf8')).toMatchFileSnapshot(
    '../fixtures/waves/2026-q2-after-decisions.md',
  )
  const then: Summary = JSON.parse(await readFile(join(cwd, 'decided.json'), 'utf8'))
  const now: Summary = JSON.parse(await readFile(join(cwd, 'after.json'), 'utf8'))
  const titleOf = ({ groups }: Summary, quadrant: string, id: string): string | undefined =>
    groups.find((group) => group.quadrant === quadrant)?.themes.find((theme) => theme.id === id)?.title

  // a title that people wrote goes on, and so does the theme that they merged
  expect(titleOf(then, 'Pains', 't1cfe0f')).toBe('Measured by the wrong things')
  expect(titleOf(now, 'Pains', 't1cfe0f')).toBe('Measured by the wrong things')
  expect(titleOf(now, 'Gains', 't2a876e')).toBe('My team and my freedom')
  expect(titleOf(now, 'Gains', 't223528')).toBeUndefined()
  // what is said of a note that is written no more lapses, and is named
  expect(now.decisions?.lapsed).toContainEqual(
    expect.objectContaining({ gone: 'note', named: 'written in the first quarter alone' }),
  )
})
