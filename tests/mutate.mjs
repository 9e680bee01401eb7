/*
 * npm run mutate [FILE…]: changes one thing at a time in files whose faults would hurt most, and runs the tests that are for
 * them. A change that no test notices survives, and is printed. Works on a copy of the tree; what stands here is not touched.
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is changed, and the tests that should see it. */
const FILES = {
  'src/summary/check-account.ts': ['tests/summary'],
  'src/summary/check-balance.ts': ['tests/summary'],
  'src/model/recordings.ts': [
    'tests/model/recordings.test.ts',
    'tests/commands/summarize.test.ts',
    'tests/promises.test.ts',
  ],
  'src/model/ask.ts': [
    'tests/model/ask.test.ts',
    'tests/commands/summarize.test.ts',
    'tests/promises.test.ts',
  ],
  'src/model/gate.ts': ['tests/model/gate.test.ts', 'tests/model/persist.test.ts'],
  'src/model/budget.ts': ['tests/model/budget.test.ts', 'tests/commands/budget.test.ts'],
  'src/model/persist.ts': ['tests/model/persist.test.ts', 'tests/promises.test.ts'],
  'src/themes/replies/assignment.ts': ['tests/themes'],
  'src/themes/replies/themes-reply.ts': ['tests/themes'],
  'src/themes/replies/placements-reply.ts': ['tests/themes'],
  'src/themes/checks/check-themes.ts': ['tests/themes'],
  'src/themes/checks/check-prose.ts': ['tests/themes'],
  'src/themes/checks/check-quotations.ts': ['tests/themes'],
}

/** Ways in which a line goes wrong. */
const CHANGES = [
  [/===/, '!=='],
  [/!==/, '==='],
  [/ < /, ' <= '],
  [/ > /, ' >= '],
  [/ <= /, ' < '],
  [/ >= /, ' > '],
  [/ && /, ' || '],
  [/ \|\| /, ' && '],
  [/ \?\? .*$/, ''],
  [/ \+ /, ' - '],
  [/ - /, ' + '],
  [/\+= /, '-= '],
  [/\+\+/, '--'],
  [/\btrue\b/, 'false'],
  [/\bfalse\b/, 'true'],
  [/if \((?!\()/, 'if (!('],
  [/\.filter\(/, '.map('],
  [/\.some\(/, '.every('],
  [/\.every\(/, '.some('],
  [/^\s+(?:await )?[\w.]+\(.*\)$/, ''],
  [/^\s+(?:return|throw|continue|break)\b.*$/, ''],
]

/** Every change of a file that still parses as one: `{ line, text }` with the whole text after it. */
function mutantsOf(source) {
  const lines = source.split('\n')
  return lines.flatMap((line, index) => {
    if (/^\s*(?:\*|\/\/|\/\*|import|export type|type )/.test(line)) return []
    return CHANGES.flatMap(([pattern, other]) => {
      let changed = line.replace(pattern, other)
      if (changed === line) return []
      if (other.endsWith('(!(')) changed = changed.replace(/\)(?=[^)]*$)/, '))')
      return [
        {
          line: index + 1,
          was: line.trim(),
          is: changed.trim(),
          text: lines.with(index, changed).join('\n'),
        },
      ]
    })
  })
}

function passes(tests, cwd) {
  const vitest = join(cwd, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', ...tests], { cwd, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000)
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}

const wanted = process.argv.slice(2)
const cwd = await mkdtemp(join(tmpdir(), 'mutate-'))
for (const name of [
  'src',
  'tests',
  'fixtures',
  'prompts',
  'schema',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
])
  await cp(name, join(cwd, name), { recursive: true })
await symlink(join(process.cwd(), 'node_modules'), join(cwd, 'node_modules'))
await symlink(join(process.cwd(), 'dist'), join(cwd, 'dist'))
const total = { all: 0, killed: 0 }
for (const [file, tests] of Object.entries(FILES)) {
  if (wanted.length > 0 && !wanted.includes(file)) continue
  const source = await readFile(join(cwd, file), 'utf8')
  if (!(await passes(tests, cwd))) throw new Error(`the tests for ${file} fail as it stands`)
  const mutants = mutantsOf(source)
  let killed = 0
  for (const { line, was, is, text } of mutants) {
    await writeFile(join(cwd, file), text)
    if (await passes(tests, cwd)) console.log(`${file}:${line} survives\n    ${was}\n    ${is}`)
    else killed++
  }
  await writeFile(join(cwd, file), source)
  console.log(`${file}: ${killed} of ${mutants.length} killed`)
  total.all += mutants.length
  total.killed += killed
}
console.log(`${total.killed} of ${total.all} killed, ${Math.round((100 * total.killed) / total.all)} %`)
await rm(cwd, { recursive: true })
