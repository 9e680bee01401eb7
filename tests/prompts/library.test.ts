import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadBuiltInPrompts, loadPrompt, type PromptFiles } from '../../src/prompts/library.js'
import { OPTIONS } from '../../src/settings/options.js'
import { themesReply } from '../../src/themes/replies/themes-reply.js'
import { promptFiles } from '../support/prompts.js'

const files: PromptFiles = {
  ...promptFiles,
  readOwn: async () => promptFiles.readBuiltIn('six-themes.v1.prompt'),
}
const lock = JSON.parse(readFileSync(new URL('../../prompts/prompts.lock.json', import.meta.url), 'utf8'))

test('released prompts are what the lock file says; a change needs a new version', async () => {
  const prompts = await loadBuiltInPrompts(files)
  expect(Object.fromEntries(prompts.map(({ reference, prompt }) => [reference, prompt.sha256]))).toEqual(lock)
})

test('every prompt stands in the file that its name and version say', async () => {
  for (const { prompt, fileName } of await loadBuiltInPrompts(files)) {
    expect(fileName).toBe(`${prompt.id}.v${prompt.version}.prompt`)
  }
})

test('the default prompt is there', async () => {
  expect(await loadPrompt(OPTIONS.prompt.default, themesReply, files)).toMatchObject({
    id: 'six-themes',
    version: 3,
  })
})

test('a prompt of the user is loaded by path', async () => {
  expect(await loadPrompt('./mine.prompt', themesReply, files)).toMatchObject({
    id: 'six-themes',
    version: 1,
  })
})

test.each([
  ['an unknown version', 'six-themes@9', 'prompt-unknown', { nearest: 'six-themes@4' }],
  ['an unknown name', 'sixthemes@2', 'prompt-unknown', { nearest: 'six-themes@2' }],
  ['a name without version', 'six-themes', 'prompt-unknown', { known: Object.keys(lock) }],
  ['a file of the folder that is no prompt', 'prompts.lock.json', 'prompt-unknown', {}],
  [
    'a prompt for something else',
    'place-notes@1',
    'prompt-wrong-kind',
    { found: 'placements', wanted: 'themes' },
  ],
])('%s is an error', async (_, reference, code, details) => {
  await expect(loadPrompt(reference, themesReply, files)).rejects.toMatchObject({ code, details })
})
