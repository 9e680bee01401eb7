import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Behaviour, completion, startEndpoint } from './support/endpoint-server.js'
import { emptyFolder, spawnProgram } from './support/spawn-program.js'

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const PAGE = await readFile(root('docs/ci.md'), 'utf8')

const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )

const COMMANDS = blocks('sh')
  .flatMap((block) => block.trim().split('\n'))
  .map((line) => line.replace(/^sixthemes /, '').split(' '))
const FILES = blocks('yaml').flatMap((text) => {
  const [, path] = /^# (surveys\/\S+)\n/.exec(text) ?? []
  return path === undefined ? [] : [{ path, text }]
})
const WORKFLOWS = blocks('yaml')
  .filter((text) => !text.startsWith('# surveys'))
  .map(
    (text) =>
      parse(text) as { jobs?: { summarize: { steps: { uses: string; with?: Record<string, string> }[] } } },
  )

/** An empty repository with the exports of two waves, and what the page has the reader write. */
async function repository(): Promise<string> {
  const cwd = await emptyFolder()
  for (const wave of ['2026-q1', '2026-q2']) {
    await mkdir(join(cwd, 'surveys', wave), { recursive: true })
    await cp(root(`fixtures/waves/${wave}.csv`), join(cwd, 'surveys', wave, 'answers.csv'))
  }
  for (const { path, text } of FILES) {
    await mkdir(join(cwd, dirname(path)), { recursive: true })
    await writeFile(join(cwd, path), text)
  }
  return cwd
}

/** A model that makes three themes of any notes, and goes on from those of last time where there are some. */
const model: Behaviour = (response, request) => {
  const data = request.messages.at(-1)?.content ?? ''
  const ids = [...data.matchAll(/^\[(\d+),"(?:[^"\\]|\\.)*"\],?$/gm)].map(([, id]) => Number(id)) // pairs are notes
  const goesOn = request.response_format?.json_schema?.name === 'continued'
  const themes = ['Early', 'Middle', 'Late'].map((title, index) => ({
    ...{ title, summary: `What is ${title.toLowerCase()} in the list.` },
    notes: ids.filter((id) => id % 3 === index),
    ...(goesOn && { continues: index + 1 }),
  }))
  completion({ themes, unplaced: [] })(response, request)
}

test('docs/ci.md, followed to the letter in an empty repository, works', async () => {
  const cwd = await repository()
  const server = await startEndpoint(model)
  expect(COMMANDS).toHaveLength(4)
  for (const argv of COMMANDS) {
    const done = await spawnProgram(argv, { cwd, environment: { OPENAI_BASE_URL: server.baseUrl } })
    expect([done.stderr, done.exitCode, argv]).toEqual([expect.anything(), 0, argv])
  }
  // what the tree of files at its top names is there
  for (const path of ['recordings', 'summary.json', 'summary.md', 'changes.md'])
    await expect(readFile(join(cwd, 'surveys/2026-q2', path)).catch(({ code }) => code)).resolves.not.toBe(
      'ENOENT',
    )
  const asked = server.requests.length
  const again = await spawnProgram(COMMANDS[1] ?? [], {
    cwd,
    environment: { OPENAI_BASE_URL: server.baseUrl },
  })
  expect([again.exitCode, server.requests.length]).toEqual([0, asked])
})

test('the workflow of docs/ci.md gives the action inputs that it has, and files that are there', async () => {
  const action = parse(await readFile(root('action.yml'), 'utf8')) as { inputs: Record<string, unknown> }
  const steps = WORKFLOWS.flatMap(({ jobs }) => jobs?.summarize.steps ?? [])
  const inputs = steps.find(({ uses }) => uses.startsWith('OWNER/sixthemes'))?.with ?? {}
  expect(Object.keys(inputs).filter((name) => !(name in action.inputs))).toEqual([])
  const written = [...FILES.map(({ path }) => path), 'surveys/2026-q2/answers.csv']
  expect(written).toContain(inputs.config)
  expect(written).toContain(inputs.files)
})
