import { readdirSync, readFileSync } from 'node:fs'
import { loadPrompt, type PromptFiles } from '../../src/prompts/library.js'

const folder = new URL('../../prompts/', import.meta.url)

/** The templates that come with the program. */
export const promptFiles: PromptFiles = {
  list: async () => readdirSync(folder),
  readBuiltIn: async (name) => readFileSync(new URL(name, folder), 'utf8'),
  readOwn: async (path) => readFileSync(path, 'utf8'),
}

export const sixThemes = await loadPrompt('six-themes@3', 'themes', promptFiles)
export const placeNotes = await loadPrompt('place-notes@1', 'placements', promptFiles)
export const mergeThemes = await loadPrompt('merge-themes@1', 'merge', promptFiles)
export const mendThemes = await loadPrompt('mend-themes@1', 'mended', promptFiles)
export const continueThemes = await loadPrompt('continue-themes@1', 'continued', promptFiles)
export const correctReply = await loadPrompt('correct-reply@1', 'correction', promptFiles)

/** What a group is summarised with, but for the model. */
export const prompts = {
  prompt: sixThemes,
  continuing: continueThemes,
  placing: placeNotes,
  merging: mergeThemes,
  mending: mendThemes,
  correction: correctReply,
}
