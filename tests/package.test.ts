import { execFile } from 'node:child_process'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { emptyFolder } from './support/spawn-program.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FIXTURE = join(ROOT, 'fixtures/support-workshop')

const run = async (cwd: string, command: string, ...argv: string[]): Promise<string> =>
  (await promisify(execFile)(command, argv, { cwd, maxBuffer: 64e6 })).stdout

/** The packed package, installed in an empty folder beside a copy of the sample. */
async function install(): Promise<string> {
  const folder = await emptyFolder()
  const [{ filename }] = JSON.parse(
    await run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  )
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  await run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, filename))
  await cp(FIXTURE, join(folder, 'sample'), { recursive: true })
  return folder
}

test('the packed package works in an empty folder', { timeout: 120_000 }, async () => {
  const folder = await install()
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  expect(await run(folder, 'npx', '--no-install', 'sixthemes', '--version')).toBe(`${version}\n`)

  const argv = ['sample/support-workshop.csv', '--config', 'sample/sixthemes.yaml', '-q']
  const summary = await run(folder, 'npx', '--no-install', 'sixthemes', 'summarize', ...argv)
  expect(summary).toBe(await readFile(join(FIXTURE, 'summary.md'), 'utf8'))

  const installed = await readdir(join(folder, 'node_modules'))
  expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['sixthemes'])
  expect(await readdir(join(folder, 'node_modules/sixthemes/schema'))).toEqual([
    'config.v1.schema.json',
    'summary.v1.schema.json',
  ])
  expect(await readFile(join(folder, 'node_modules/sixthemes/dist/THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(
    /^openai \d/m,
  )

  const program = `
import { renderMarkdown, summarize, type Summary, UserError } from 'sixthemes'
const summary: Summary = await summarize(['sample/support-workshop.csv'], {
  model: 'gateway-llm', recordings: 'sample/recordings', replay: true, title: 'From a program',
})
console.log(renderMarkdown(summary, { notes: 'none' }).split('\\n')[0], summary.groups.length)
await summarize([{ file: 'mine', bytes: Buffer.from('note\\na\\nb\\nc') }], { model: 'm', replay: true, recordings: 'none' })
  .catch((error: unknown) => console.log(error instanceof UserError && error.code))
`
  await writeFile(join(folder, 'program.ts'), program)
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const types = ['--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node']
  const options = [
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--skipLibCheck',
    'false',
    ...types,
  ]
  await run(folder, process.execPath, compiler, ...options, 'program.ts')
  expect(await run(folder, process.execPath, 'program.js')).toBe('# From a program 12\nrecordings-missing\n')
})
