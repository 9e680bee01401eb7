import { UserError } from '../errors/user-error.js'
import { nearest } from '../text/nearest.js'
import { compiledOf } from './compiled.js'
import type { AnyPromptKind, Prompt, PromptKind } from './prompt.js'
import { promptOf, type Template } from './template.js'

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
export type BuiltInPrompt = {
  reference: string
  fileName: string
  prompt: Omit<Prompt, 'render'>
  source: string
}

const FILE_NAME = /^[a-z][a-z0-9-]*\.v\d+\.prompt$/

/** All built-in prompts, by name and version. */
export async function loadBuiltInPrompts(files: PromptFiles): Promise<BuiltInPrompt[]> {
  const fileNames = (await files.list()).filter((fileName) => FILE_NAME.test(fileName))
  const prompts = await Promise.all(fileNames.map((fileName) => loadBuiltIn(fileName, files)))
  return prompts.sort(
    ({ prompt: a }, { prompt: b }) => a.id.localeCompare(b.id, 'en') || a.version - b.version,
  )
}

/** One built-in prompt by "id@version". Throws UserError `prompt-unknown` with the known ones. */
export async function loadBuiltInPrompt(reference: string, files: PromptFiles): Promise<BuiltInPrompt> {
  return loadBuiltIn(await fileNameOf(reference, files), files)
}

async function loadBuiltIn(fileName: string, files: PromptFiles): Promise<BuiltInPrompt> {
  const source = await files.readBuiltIn(fileName)
  const { messages, ...prompt } = await readTemplate(source, fileName)
  return { reference: `${prompt.id}@${prompt.version}`, fileName, prompt, source }
}

/**
 * A prompt by "id@version", or a template of the user's own by path (anything with a slash or ".prompt").
 * Throws UserError `prompt-unknown` with the known ones, `prompt-invalid`, or `prompt-wrong-kind` where it is of none of the kinds.
 */
export async function loadPrompt<V>(
  reference: string,
  kind: PromptKind<V> | readonly PromptKind<V>[],
  files: PromptFiles,
): Promise<Prompt<V>> {
  const text = isPath(reference)
    ? await files.readOwn(reference)
    : await files.readBuiltIn(await fileNameOf(reference, files))
  return promptOf(await readTemplate(text, reference, [kind].flat()))
}

/** A template file → what it says. The parser is loaded only for what was not read when the program was built. */
async function readTemplate(
  text: string,
  file: string,
  kinds: readonly AnyPromptKind[] = [],
): Promise<Template> {
  const compiled = compiledOf(text)
  const isWanted = kinds.length === 0 || kinds.some(({ name }) => name === compiled?.kind)
  if (compiled && isWanted) return compiled
  const { parseTemplate } = await import('./parse-prompt.js')
  return parseTemplate(text, file, kinds)
}

async function fileNameOf(reference: string, files: PromptFiles): Promise<string> {
  const fileName = reference.replace(/^(.+)@(\d+)$/, '$1.v$2.prompt')
  const names = await files.list()
  if (FILE_NAME.test(fileName) && names.includes(fileName)) return fileName
  const known = (await loadBuiltInPrompts(files)).map((prompt) => prompt.reference)
  const [id = ''] = reference.split('@')
  const newest = known.filter((one) => one.startsWith(`${id}@`)).at(-1) // another version of it was meant
  throw new UserError('prompt-unknown', {
    prompt: reference,
    known,
    nearest: newest ?? nearest(reference, known),
  })
}

function isPath(reference: string): boolean {
  return /[\\/]/.test(reference) || reference.endsWith('.prompt')
}
