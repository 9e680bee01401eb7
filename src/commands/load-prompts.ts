import { loadPrompt, type PromptFiles } from '../prompts/library.js'
import type { Prompt } from '../prompts/prompt.js'
import type { GroupTools } from '../themes/group-tools.js'
import type { World } from '../world.js'

/** What groups are summarised with, and how the form of a reply is worded. */
export type Prompts = Omit<GroupTools, 'ask'> & { form: Prompt<'form'> }

/** The prompt that was chosen, and those that help it. */
export async function loadPrompts(reference: string, world: World): Promise<Prompts> {
  const files = promptFilesOf(world)
  const [prompt, continuing, placing, merging, mending, correction, form] = await Promise.all([
    loadPrompt(reference, 'themes', files),
    loadPrompt('continue-themes@1', 'continued', files),
    loadPrompt('place-notes@1', 'placements', files),
    loadPrompt('merge-themes@1', 'merge', files),
    loadPrompt('mend-themes@1', 'mended', files),
    loadPrompt('correct-reply@1', 'correction', files),
    loadPrompt('reply-form@1', 'form', files),
  ])
  return { prompt, continuing, placing, merging, mending, correction, form }
}

/** The prompts that matching themes takes. */
export async function loadMatching(
  world: World,
): Promise<Pick<Prompts, 'correction' | 'form'> & { matching: Prompt<'matches'> }> {
  const files = promptFilesOf(world)
  const [matching, correction, form] = await Promise.all([
    loadPrompt('match-themes@1', 'matches', files),
    loadPrompt('correct-reply@1', 'correction', files),
    loadPrompt('reply-form@1', 'form', files),
  ])
  return { matching, correction, form }
}

export type OverviewPrompts = Pick<Prompts, 'correction' | 'form'> & { overview: Prompt<'overview'> }

/** The prompts that an overview takes. */
export async function loadOverviewPrompts(world: World): Promise<OverviewPrompts> {
  const files = promptFilesOf(world)
  const [overview, correction, form] = await Promise.all([
    loadPrompt('overview@1', 'overview', files),
    loadPrompt('correct-reply@1', 'correction', files),
    loadPrompt('reply-form@1', 'form', files),
  ])
  return { overview, correction, form }
}

export function promptFilesOf({ files }: World): PromptFiles {
  return {
    list: files.listPrompts,
    readBuiltIn: files.readPrompt,
    readOwn: async (path) => new TextDecoder().decode(await files.read(path)),
  }
}
