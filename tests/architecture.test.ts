import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** The ground: every room may import it, and it imports no room. */
const GROUND = ['text', 'errors']

/** What each room may import besides the ground: other rooms ("type " where only their types), and packages. */
const MAY_IMPORT: Record<string, string[]> = {
  bin: ['cli', 'world'],
  index: ['run', 'documents', 'settings', 'type summary', 'type notes', 'world', 'node:process'],
  'cli/commands': [
    ...[
      'cli/common',
      'run',
      'documents',
      'documents/describe',
      'documents/words',
      'batch',
      'decisions',
      'review',
      'quality',
      'summary',
      'settings',
      'type themes',
      'notes',
      'notes/exports',
    ],
    ...['prompts', 'type model', 'across', 'world', 'node:path', 'yaml'],
  ],
  cli: ['cli/commands', 'cli/common', 'documents', 'settings', 'maps', 'world', 'commander'],
  'cli/common': [
    ...[
      'run',
      'documents',
      'documents/describe',
      'documents/words',
      'summary',
      'settings',
      'type batch',
      'type themes',
      'themes/checks',
      'notes',
      'model',
      'world',
    ],
    ...['prompts', 'diff'],
  ],
  run: [
    ...[
      'batch',
      'decisions',
      'given',
      'quality',
      'summary',
      'across',
      'themes',
      'themes/checks',
      'themes/replies',
      'themes/baseline',
    ],
    ...[
      'notes',
      'notes/exports',
      'prompts',
      'model',
      'settings',
      'world',
      'node:crypto',
      'node:path',
      'node:timers/promises',
      'tinyld/light',
    ],
  ],
  decisions: ['summary', 'themes/checks', 'zod', 'yaml'],
  'documents/page': [
    ...['documents/describe', 'documents/words', 'summary', 'hono/html', 'hono/utils/html', 'node:crypto'],
  ],
  review: ['decisions', 'documents/page', 'type summary', 'type world', 'hono/html', 'node:crypto'],
  'review/page': ['type review', 'type decisions', 'summary', 'documents/page'],
  'documents/describe': ['documents/words', 'summary'],
  'documents/words': ['type notes', 'type themes/checks'],
  batch: ['model', 'zod'],
  given: ['entities', 'saxen', 'node:crypto'],
  documents: [
    'given',
    'summary',
    'documents/page',
    'documents/describe',
    'documents/words',
    'csv-stringify/sync',
    'node:crypto',
  ],
  quality: [...['summary', 'themes', 'themes/checks', 'notes', 'csv-parse/sync', 'node:crypto']],
  summary: [
    ...[
      'type themes',
      'themes/checks',
      'maps',
      'notes',
      'type notes/exports',
      'type prompts',
      'node:crypto',
      'zod',
    ],
  ],
  across: ['type summary', 'themes/checks', 'prompts', 'type model', 'zod'],
  'themes/baseline': ['themes', 'themes/checks', 'notes', 'ml-kmeans', 'node:timers/promises'],
  themes: ['type given', 'themes/checks', 'themes/replies', 'notes', 'prompts', 'type model', 'node:crypto'],
  'themes/checks': ['type themes/replies', 'notes'],
  'themes/replies': ['prompts', 'type model', 'zod'],
  settings: ['maps', 'type world', 'type model', 'node:path', 'zod'],
  world: ['model', 'chalk', 'ora', 'tinyglobby', 'node:*'],
  prompts: ['type model', 'handlebars', 'ibantools', 'libphonenumber-js/max', 'node:crypto', 'zod'],
  'notes/exports': ['notes', 'entities'],
  notes: ['maps', 'csv-parse/sync', 'entities', 'read-excel-file/universal', 'node:buffer', 'node:crypto'],
  model: ['node:crypto', 'node:events', 'node:timers/promises', 'openai', 'undici', 'zod'],
  maps: [],
  text: ['leven', 'yaml', 'node:util'],
  errors: [],
}

type Import = { from: string; typeOnly: boolean; lazy: boolean }

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
)
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8')
const roomOf = (file: string): string =>
  dirname(file) === '.' ? file.replace(/\.[jt]s$/, '') : dirname(file)

function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(/(?:^(?:import|export)\s+([^'"]*?)from\s+|\bimport\()'([^']+)'/gm)
  return [...statements].map(([statement, names = '', from = '']) => ({
    from: from.startsWith('.') ? relative(SRC, join(SRC, dirname(file), from)) : from,
    typeOnly: names.startsWith('type ') || /^\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names),
    lazy: statement.startsWith('import('),
  }))
}

/** Ways along which one comes back to where one was; each as the names on the way. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) circles.push([...way.slice(way.indexOf(node)), node].join(' → '))
    if (way.includes(node) || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

const ownImports = (file: string): string[] =>
  importsOf(file).flatMap(({ from }) => (from.endsWith('.js') ? [from.replace(/\.js$/, '.ts')] : []))

test.each(files)('%s imports only what its room may', (file) => {
  const room = roomOf(file)
  const allowed = MAY_IMPORT[room]
  if (!allowed) throw new Error(`${file} is in no known room`)
  const ground = room === 'errors' ? ['errors'] : room === 'text' ? ['text'] : GROUND
  const breaches = importsOf(file).filter(({ from, typeOnly }) => {
    const target = from.endsWith('.js') ? roomOf(from) : from
    if (target === room || allowed.includes(target) || ground.includes(target)) return false
    if (typeOnly && allowed.includes(`type ${target}`)) return false
    return !(target.startsWith('node:') && allowed.includes('node:*'))
  })
  expect(breaches).toEqual([])
})

test('every room of the table is there', () => {
  expect(Object.keys(MAY_IMPORT).sort()).toEqual([...new Set(files.map(roomOf))].sort())
})

test('no files import each other in a circle, not even types', () => {
  expect(circlesOf(new Map(files.map((file) => [file, ownImports(file)])))).toEqual([])
})

test('no room imports one above it: arrows between rooms make no circle', () => {
  const rooms = new Map<string, string[]>()
  for (const file of files) {
    const targets = ownImports(file)
      .map(roomOf)
      .filter((room) => room !== roomOf(file))
    rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...targets])
  }
  expect(circlesOf(rooms)).toEqual([])
})

test('commands are commands and nothing else', () => {
  const commands = files.filter((file) => roomOf(file) === 'cli/commands')
  const others = commands.filter((file) => !textOf(file).includes('export const command = defineCommand('))
  expect(others).toEqual([])
})

test('one file knows the SDK', () => {
  expect(files.filter((file) => importsOf(file).some(({ from }) => from === 'openai'))).toEqual([
    'model/client.ts',
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
    const doors = ['bin.ts', 'index.ts', 'world/node-world.ts']
    const offenders = files.filter((file) => /\bconsole\.|\bprocess\.exit\(/.test(textOf(file)))
    const readers = files.filter(
      (file) => !doors.includes(file) && /\bprocess\.(?:env|cwd|std|argv)/.test(textOf(file)),
    )
    expect([...offenders, ...readers]).toEqual([])
  })
})
