import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/*
 * Bundles the program with the packages it uses, so that it starts fast and installs as one package. What a
 * command does not need (the SDK, the schema library, the spinner) stays in chunks of its own that are
 * loaded late. Quiet, for it runs on `npm ci` too.
 */
rmSync('dist', { recursive: true, force: true })
const bundle = await rolldown({
  input: { bin: 'src/bin.ts', index: 'src/index.ts' },
  platform: 'node',
  plugins: [thirdPartyNotices()],
})
await bundle.write({ dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' })

const page = await rolldown({ input: 'src/review/page/main.ts', platform: 'browser' })
await page.write({ file: 'dist/review/page.js', format: 'esm', minify: true })

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
