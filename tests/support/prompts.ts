import { readdirSync, readFileSync } from 'node:fs'
import { correctionKind } from '../../src/prompts/helping-kinds.js'
import { loadPrompt, type PromptFiles } from '../../src/prompts/library.js'
import { continuedReply } from '../../src/themes/replies/continued-reply.js'
import { feelingsReply } from '../../src/themes/replies/feelings-reply.js'
import { givenReply } from '../../src/themes/replies/given-reply.js'
import { mendedReply } from '../../src/themes/replies/mended-reply.js'
import { mergeReply } from '../../src/themes/replies/merge-reply.js'
import { placementsReply } from '../../src/themes/replies/placements-reply.js'
import { themesReply } from '../../src/themes/replies/themes-reply.js'

const folder = new URL('../../prompts/', import.meta.url)

/** The templates that come with the program. */
export const promptFiles: PromptFiles = {
  list: async () => readdirSync(folder),
  readBuiltIn: async (name) => readFileSync(new URL(name, folder), 'utf8'),
  readOwn: async (path) => readFileSync(path, 'utf8'),
}

export const sixThemes = await loadPrompt('six-themes@3', themesReply, promptFiles)
export const placeNotes = await loadPrompt('place-notes@1', placementsReply, promptFiles)
export const mergeThemes = await loadPrompt('merge-themes@1', mergeReply, promptFiles)
export const mendThemes = await loadPrompt('mend-themes@1', mendedReply, promptFiles)
export const continueThemes = await loadPrompt('continue-themes@1', continuedReply, promptFiles)
export const givenThemes = await loadPrompt('given-themes@1', givenReply, promptFiles)
export const heartbeat = await loadPrompt('heartbeat@1', feelingsReply, promptFiles)
export const correctReply = await loadPrompt('correct-reply@1', correctionKind, promptFiles)

/** What a group is summarised with, but for the model. */
export const prompts = {
  prompt: sixThemes,
  continuing: continueThemes,
  giving: givenThemes,
  feeling: heartbeat,
  placing: placeNotes,
  placingGiven: placeNotes,
  merging: mergeThemes,
  mending: mendThemes,
  correction: correctReply,
}
