import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/*
 * Bundles the program with the packages it uses, so that it starts fast and installs as one package. What a
 * command does not need (the SDK, the schema library, the spinner) stays in chunks of its own that are
 * loaded late. Quiet, for it runs on `npm ci` too.
 */
rmSync('dist', { recursive: true, force: true })
const program = {
  input: { bin: 'src/bin.ts', index: 'src/index.ts' },
  platform: 'node',
  plugins: [await compiledTemplates()],
  preserveEntrySignatures: 'allow-extension',
}
const together = await modulesOfEachRun()
const bundle = await rolldown({ ...program, plugins: [...program.plugins, thirdPartyNotices()] })
await bundle.write({
  dir: 'dist',
  format: 'esm',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } }, // names of functions stay, for traces of bugs
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: 'summarize', test: (id) => together.has(id) }],
  },
})

const page = await rolldown({ input: 'src/review/page/main.ts', platform: 'browser' })
await page.write({ file: 'dist/review/page.js', format: 'esm', minify: true })

/**
 * What every run of the main command loads beside the start of the program: one file of it is found and read faster than forty. The
 * bundler's own chunks tell what belongs to it.
 */
async function modulesOfEachRun() {
  const late = [
    'cli/commands/summarize',
    'settings/load-settings',
    'world/show-progress',
    'documents/markdown',
    'documents/json',
  ]
  const { output } = await (await rolldown(program)).generate({ format: 'esm' })
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  )
  const reached = (names, seen = new Set()) => {
    for (const name of names) {
      if (seen.has(name) || !chunks.has(name)) continue
      seen.add(name)
      reached(chunks.get(name).imports, seen)
    }
    return seen
  }
  const start = reached(['bin.js'])
  const entries = late.map((module) => {
    const [name] =
      [...chunks].find(([, { facadeModuleId }]) => facadeModuleId === resolve(`src/${module}.ts`)) ?? []
    if (name === undefined) throw new Error(`src/${module}.ts is not loaded late any more`)
    return name
  })
  const names = [...reached(entries)].filter((name) => !start.has(name))
  return new Set(names.flatMap((name) => chunks.get(name).moduleIds))
}

/** Reads the program's own templates once here, with the parser of the program, so that no start has to. */
async function compiledTemplates() {
  const parser = resolve('dist/parse-prompt.mjs')
  await (await rolldown({ input: 'src/prompts/parse-prompt.ts', platform: 'node' })).write({ file: parser })
  const { parseTemplate } = await import(pathToFileURL(parser).href)
  rmSync(parser)
  const templates = readdirSync('prompts')
    .filter((file) => file.endsWith('.prompt'))
    .map((file) => parseTemplate(readFileSync(join('prompts', file), 'utf8'), file))
  const entries = templates.map((template) => [template.sha256, JSON.stringify(template)])
  return {
    name: 'compiled-templates',
    load: (id) =>
      id === resolve('src/prompts/compiled-templates.ts')
        ? `export const COMPILED_TEMPLATES = new Map(${JSON.stringify(entries)})`
        : undefined,
  }
}

/** Writes the license of every package that is in the bundle beside it, as their licenses ask. */
function thirdPartyNotices() {
  return {
    name: 'third-party-notices',
    generateBundle(_, bundle) {
      const folders = new Set()
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const id of moduleIds) {
          const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []
          if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
        }
      }
      const notices = [...folders].sort().map(noticeOf)
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: notices.join('\n\n') })
    },
  }
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n${'='.repeat(40)}\n${text}\n`
}
