import { correctionKind, type FormVariables, formKind } from '../prompts/helping-kinds.js'
import { loadPrompt, type PromptFiles } from '../prompts/library.js'
import type { Prompt, PromptKind } from '../prompts/prompt.js'
import type { GroupTools } from '../themes/group-tools.js'
import { CONTINUED_REPLIES } from '../themes/replies/continued-reply.js'
import { feelingsReply } from '../themes/replies/feelings-reply.js'
import { givenReply } from '../themes/replies/given-reply.js'
import { mendedReply } from '../themes/replies/mended-reply.js'
import { mergeReply } from '../themes/replies/merge-reply.js'
import { PLACEMENTS_REPLIES, placementsReply } from '../themes/replies/placements-reply.js'
import { subjectsReply } from '../themes/replies/subjects-reply.js'
import { themesReply } from '../themes/replies/themes-reply.js'
import type { World } from '../world/world.js'

/** What groups are summarised with, and how the form of a reply is worded. */
export type Prompts = Omit<GroupTools, 'ask'> & { form: Prompt<FormVariables> }

/** Kinds of prompts that --prompt takes. */
const REPLACEABLE = [themesReply, subjectsReply]

/** Whether a prompt of one's own may be used in its place. */
export const isReplaceable = ({ kind }: Pick<Prompt, 'kind'>): boolean =>
  REPLACEABLE.some(({ name }) => name === kind)

/** The prompts that help one, in its own words, by its kind. */
const HELPERS: Readonly<Record<string, Record<'continuing' | 'placing' | 'merging' | 'mending', string>>> = {
  [themesReply.name]: {
    continuing: 'continue-themes@1',
    placing: 'place-notes@1',
    merging: 'merge-themes@1',
    mending: 'mend-themes@1',
  },
  [subjectsReply.name]: {
    continuing: 'continue-themes@2',
    placing: 'place-notes@2',
    merging: 'merge-themes@2',
    mending: 'mend-themes@2',
  },
}

/** The prompt that was chosen, and those that help it. */
export async function loadPrompts(reference: string, world: World): Promise<Prompts> {
  const files = promptFilesOf(world)
  const prompt = await loadPrompt(reference, REPLACEABLE, files)
  const helpers = HELPERS[prompt.kind]
  if (!helpers) throw new Error(`there are no prompts to help one for ${prompt.kind}`)
  const [continuing, giving, feeling, placing, placingGiven, merging, mending, correction, form] =
    await Promise.all([
      loadPrompt(helpers.continuing, CONTINUED_REPLIES, files),
      loadPrompt('given-themes@1', givenReply, files),
      loadPrompt('heartbeat@1', feelingsReply, files),
      loadPrompt(helpers.placing, PLACEMENTS_REPLIES, files),
      loadPrompt('place-notes@1', placementsReply, files),
      loadPrompt(helpers.merging, mergeReply, files),
      loadPrompt(helpers.mending, mendedReply, files),
      loadPrompt('correct-reply@1', correctionKind, files),
      loadPrompt('reply-form@1', formKind, files),
    ])
  return { prompt, continuing, giving, feeling, placing, placingGiven, merging, mending, correction, form }
}

/** A prompt that is asked by itself, with those that help any reply. */
export type LonePrompt<V> = Pick<Prompts, 'correction' | 'form'> & { prompt: Prompt<V> }

/** A built-in prompt of this kind, and those that help it. */
export async function loadLonePrompt<V>(
  reference: string,
  kind: PromptKind<V>,
  world: World,
): Promise<LonePrompt<V>> {
  const files = promptFilesOf(world)
  const [prompt, correction, form] = await Promise.all([
    loadPrompt(reference, kind, files),
    loadPrompt('correct-reply@1', correctionKind, files),
    loadPrompt('reply-form@1', formKind, files),
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
