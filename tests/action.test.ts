import { spawnSync } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyFolder } from './support/spawn-program.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WAVES = join(ROOT, 'fixtures/waves')

type Action = {
  inputs: Record<string, { default?: string }>
  runs: { steps: { env?: Record<string, string>; run?: string }[] }
}
const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as Action

/** Runs the step as the runner does: inputs and their defaults in the environment, no more of this machine than PATH. */
async function runAction(inputs: Record<string, string>, cwd: string) {
  const { PATH = '' } = process.env
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual = '' }]) => [
      `INPUT_${name.replace('-', '_').toUpperCase()}`,
      inputs[name] ?? usual,
    ]),
  )
  const environment = {
    ...{ PATH, GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: join(cwd, 'output.txt') },
    ...{
      GITHUB_STEP_SUMMARY: join(cwd, 'step.md'),
      SIXTHEMES_REPLAY: 'true',
      SIXTHEMES_RECORDINGS: 'recordings/2026-q2',
    },
  }
  const { status, stderr, stdout } = spawnSync('bash', [join(ROOT, 'action.sh')], {
    cwd,
    env: { ...environment, ...given },
  })
  const output = await readFile(join(cwd, 'output.txt'), 'utf8').catch(() => '')
  return { status, stderr: stderr.toString(), stdout: stdout.toString(), output }
}

async function checkout(): Promise<string> {
  const folder = await emptyFolder()
  await cp(WAVES, folder, { recursive: true })
  return folder
}

const INPUTS = {
  files: '\n  2026-q2.csv\n\n',
  model: 'gateway-llm',
  previous: '2026-q1.json',
  output: 'now.md\nnow.json',
}

test('the step passes every input on', () => {
  const [step] = action.runs.steps.filter(({ env }) => env)
  expect(Object.values(step?.env ?? {}).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1])).toEqual(
    Object.keys(action.inputs),
  )
  expect(step?.run).toBe('bash "$GITHUB_ACTION_PATH/action.sh"')
})

test('documents are written, the step gets a summary and an exit code', async () => {
  const cwd = await checkout()
  const { status, output } = await runAction(INPUTS, cwd)
  expect({ status, output }).toEqual({ status: 0, output: 'exit-code=0\n' })
  expect(await readFile(join(cwd, 'step.md'), 'utf8')).toContain('| Support engineer / Gains |')
  const now = JSON.parse(await readFile(join(cwd, 'now.json'), 'utf8'))
  const committed = JSON.parse(await readFile(join(WAVES, '2026-q2.json'), 'utf8'))
  expect(now.groups).toEqual(committed.groups)
})

test.each([
  ['difference', 'what is committed', 0, ''],
  ['difference', 'something else', 1, 'is not what a run writes now'],
  ['never', 'something else', 0, ''],
])('fail-on %s, where the committed document is %s: %d', async (failOn, state, code, says) => {
  const cwd = await checkout()
  await runAction(INPUTS, cwd)
  if (state === 'something else') await writeFile(join(cwd, 'now.md'), 'old\n')
  const { status, stderr } = await runAction({ ...INPUTS, 'fail-on': failOn }, cwd)
  expect(status).toBe(code)
  expect(stderr).toContain(says)
  const left = await readFile(join(cwd, 'now.md'), 'utf8')
  expect(left === 'old\n').toBe(failOn === 'difference' && code === 1)
})

test('a failure ends the step, unless it never is to fail', async () => {
  const cwd = await checkout()
  const missing = { ...INPUTS, files: '2026-q3.csv' }
  const failed = await runAction(missing, cwd)
  expect(failed).toMatchObject({ status: 2, output: 'exit-code=2\n' })
  expect(failed.stderr).toMatch(/^::error::.*no recorded reply.*%0A/m)
  expect(await readFile(join(cwd, 'step.md'), 'utf8')).toMatch(/^## No summary\n\n.*no recorded reply/)
  expect(await runAction({ ...missing, 'fail-on': 'never' }, cwd)).toMatchObject({ status: 0 })
})

test.each([
  [
    'fail-on',
    { ...INPUTS, 'fail-on': 'often' },
    '::error::fail-on: expected never, failure, shortfall or difference',
  ],
  ['files', { ...INPUTS, files: ' \n' }, '::error::files: name at least one export'],
  [
    'a command in an input',
    { ...INPUTS, 'fail-on': 'x\n::warning::100%' },
    '(got "x%0A::warning::100%25")\n',
  ],
])('an input that cannot be used is said: %s', async (_, inputs, says) => {
  const cwd = await checkout()
  const { status, stderr, output } = await runAction(inputs, cwd)
  expect({ status, output }).toEqual({ status: 2, output: 'exit-code=2\n' })
  expect(stderr).toContain(says)
  expect(await readFile(join(cwd, 'step.md'), 'utf8')).toContain('## No summary')
})
