import { UserError } from '../errors.js'
import { nearest } from '../nearest.js'
import { parsePrompt } from './parse-prompt.js'
import type { Prompt, PromptKind } from './prompt.js'

/** The prompt that is used when none is named. */
export const DEFAULT_PROMPT = 'six-themes@3'

/** Where template files are found. */
export type PromptFiles = {
  /** Names of the built-in template files. */
  list(): Promise<string[]>
  /** Text of a built-in template file. */
  readBuiltIn(name: string): Promise<string>
  /** Text of a template of the user's own; throws UserError `file-missing` and the like. */
  readOwn(path: string): Promise<string>
}

/** A built-in prompt and the file it stands in. */
export type BuiltInPrompt = { reference: string; fileName: string; prompt: Prompt; source: string }

const FILE_NAME = /^[a-z][a-z0-9-]*\.v\d+\.prompt$/

/** All built-in prompts, by name and version. */
export async function loadBuiltInPrompts(files: PromptFiles): Promise<BuiltInPrompt[]> {
  const fileNames = (await files.list()).filter((fileName) => FILE_NAME.test(fileName))
  const prompts = await Promise.all(fileNames.map((fileName) => load(fileName, files)))
  return prompts.sort(
    ({ prompt: a }, { prompt: b }) => a.id.localeCompare(b.id, 'en') || a.version - b.version,
  )
}

/** One built-in prompt by "id@version". Throws UserError `prompt-unknown` with the known ones. */
export async function loadBuiltInPrompt(reference: string, files: PromptFiles): Promise<BuiltInPrompt> {
  const fileName = reference.replace(/^(.+)@(\d+)$/, '$1.v$2.prompt')
  const names = await files.list()
  if (FILE_NAME.test(fileName) && names.includes(fileName)) return load(fileName, files)
  const known = (await loadBuiltInPrompts(files)).map((prompt) => prompt.reference)
  throw new UserError('prompt-unknown', {
    prompt: reference,
    known,
    nearest: nearest(reference, known),
  })
}

async function load(fileName: string, files: PromptFiles): Promise<BuiltInPrompt> {
  const source = await files.readBuiltIn(fileName)
  const prompt = parsePrompt(source, fileName)
  return { reference: `${prompt.id}@${prompt.version}`, fileName, prompt, source }
}

/**
 * A prompt by "id@version", or a template of the user's own by path (anything with a slash or ".prompt").
 * Throws UserError `prompt-unknown` with the known ones, `prompt-invalid`, or `prompt-wrong-kind`.
 */
export async function loadPrompt<K extends PromptKind>(
  reference: string,
  kind: K,
  files: PromptFiles,
): Promise<Prompt<K>> {
  const prompt = isPath(reference)
    ? parsePrompt(await files.readOwn(reference), reference)
    : (await loadBuiltInPrompt(reference, files)).prompt
  if (!isOfKind(prompt, kind)) {
    throw new UserError('prompt-wrong-kind', { prompt: reference, found: prompt.kind, wanted: kind })
  }
  return prompt
}

function isPath(reference: string): boolean {
  return /[\\/]/.test(reference) || reference.endsWith('.prompt')
}

function isOfKind<K extends PromptKind>(prompt: Prompt, kind: K): prompt is Prompt<K> {
  return prompt.kind === kind
}
