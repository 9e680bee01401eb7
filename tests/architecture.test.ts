import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** What each room may import: other rooms ("type " where only their types), and packages. No exceptions. */
const MAY_IMPORT: Record<string, string[]> = {
  errors: ['error-messages'],
  'error-messages': ['command-messages', 'sentence'],
  'command-messages': ['sentence'],
  sentence: [],
  'model-trouble': [],
  options: [],
  'estimate-tokens': ['type model'],
  version: [],
  'parse-yaml': ['yaml'],
  'plain-text': ['node:util'],
  nearest: ['leven'],
  maps: [],
  notes: ['errors', 'maps', 'csv-parse/sync', 'entities', 'nearest', 'node:buffer', 'node:crypto'],
  prompts: ['errors', 'parse-yaml', 'handlebars', 'nearest', 'node:crypto', 'zod'],
  model: [
    'errors',
    'estimate-tokens',
    'model-trouble',
    'nearest',
    'node:crypto',
    'node:events',
    'openai',
    'undici',
    'zod',
  ],
  themes: [
    ...[
      'errors',
      'model-trouble',
      'estimate-tokens',
      'notes',
      'prompts',
      'type model',
      'ml-kmeans',
      'node:crypto',
      'zod',
    ],
  ],
  summary: ['notes', 'type prompts', 'themes', 'node:crypto', 'zod'],
  quality: ['errors', 'notes', 'summary', 'themes', 'csv-parse/sync', 'node:crypto'],
  documents: ['plain-text', 'type summary', 'type quality', 'csv-stringify/sync'],
  settings: ['errors', 'maps', 'options', 'parse-yaml', 'nearest', 'node:path', 'zod'],
  commands: [
    ...['errors', 'model-trouble', 'maps', 'notes', 'prompts', 'model', 'themes', 'summary', 'quality'],
    ...['documents', 'settings', 'estimate-tokens', 'plain-text', 'type world', 'progress'],
    ...['diff', 'node:path', 'yaml'],
  ],
  program: ['type errors', 'options', 'type settings', 'commander'],
  progress: [],
  'show-progress': ['plain-text', 'progress', 'type world', 'chalk', 'ora'],
  world: ['errors', 'model', 'type progress', 'show-progress', 'node:*'],
  run: ['errors', 'plain-text', 'program', 'version', 'world', 'commands', 'commander'],
  index: [
    'commands',
    'documents',
    'errors',
    'type notes',
    'progress',
    'settings',
    'summary',
    'world',
    'node:process',
  ],
  bin: ['errors', 'run', 'world'],
}

type Import = { from: string; typeOnly: boolean; lazy: boolean }

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8')
const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.[jt]s$/, '') ?? file

function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(/(?:^(?:import|export)\s+([^'"]*?)from\s+|\bimport\()'([^']+)'/gm)
  return [...statements].map(([statement, names = '', from = '']) => ({
    from: from.startsWith('.') ? relative(SRC, join(SRC, dirname(file), from)) : from,
    typeOnly: names.startsWith('type ') || /^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names),
    lazy: statement.startsWith('import('),
  }))
}

test.each(files)('%s imports only what its room may', (file) => {
  const room = roomOf(file)
  const allowed = MAY_IMPORT[room]
  if (!allowed) throw new Error(`${file} is in no known room`)
  const breaches = importsOf(file).filter(({ from, typeOnly }) => {
    const target = from.endsWith('.js') ? roomOf(from) : from
    if (target === room || allowed.includes(target)) return false
    if (typeOnly && allowed.includes(`type ${target}`)) return false
    return !(target.startsWith('node:') && allowed.includes('node:*'))
  })
  expect(breaches).toEqual([])
})

test('every room of the table is there', () => {
  expect(Object.keys(MAY_IMPORT).sort()).toEqual([...new Set(files.map(roomOf))].sort())
})

test('one file knows the SDK', () => {
  expect(files.filter((file) => importsOf(file).some(({ from }) => from === 'openai'))).toEqual([
    'model/endpoint.ts',
  ])
})

test('help and version load commander and nothing else', () => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { from, typeOnly, lazy } of importsOf(file)) {
      if (typeOnly || lazy) continue
      if (from.endsWith('.js')) visit(from.replace(/\.js$/, '.ts'))
      else if (!from.startsWith('node:')) packages.add(from)
    }
  }
  visit('bin.ts')
  expect([...packages]).toEqual(['commander'])
})

describe('habits', () => {
  test.each(files)('%s is short enough to be read at once', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(260)
  })

  test('nothing exits, prints or looks at the process by itself', () => {
    const doors = ['bin.ts', 'index.ts', 'world.ts']
    const offenders = files.filter((file) => /\bconsole\.|\bprocess\.exit\(/.test(textOf(file)))
    const readers = files.filter(
      (file) => !doors.includes(file) && /\bprocess\.(?:env|cwd|std|argv)/.test(textOf(file)),
    )
    expect([...offenders, ...readers]).toEqual([])
  })
})
