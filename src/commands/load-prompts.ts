import { loadPrompt, type PromptFiles } from '../prompts/library.js'
import type { Prompt, PromptKind } from '../prompts/prompt.js'
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

/** A prompt that is asked by itself, with those that help any reply. */
export type LonePrompt<K extends PromptKind> = Pick<Prompts, 'correction' | 'form'> & { prompt: Prompt<K> }

/** A built-in prompt of this kind, and those that help it. */
export async function loadLonePrompt<K extends PromptKind>(
  reference: string,
  kind: K,
  world: World,
): Promise<LonePrompt<K>> {
  const files = promptFilesOf(world)
  const [prompt, correction, form] = await Promise.all([
    loadPrompt(reference, kind, files),
    loadPrompt('correct-reply@1', 'correction', files),
    loadPrompt('reply-form@1', 'form', files),
  ])
  return { prompt, correction, form }
}

export function promptFilesOf({ files }: World): PromptFiles {
  return {
    list: files.listPrompts,
    readBuiltIn: files.readPrompt,
    readOwn: async (path) => new TextDecoder().decode(await files.read(path)),
  }
}
