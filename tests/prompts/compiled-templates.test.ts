import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sha256Of } from '../../src/prompts/template.js'

const root = new URL('../../', import.meta.url)
const textsOf = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(new URL(folder + file, root), 'utf8'))

test('the built program holds each of its templates, as they are now', () => {
  const program = textsOf('dist/chunks/', '.js').join('\n')
  const missing = textsOf('prompts/', '.prompt').filter((text) => !program.includes(sha256Of(text)))
  expect(missing).toEqual([])
})
