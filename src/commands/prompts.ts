import { type ExitCode, exitCode, UserError } from '../errors.js'
import { DEFAULT_PROMPT, loadBuiltInPrompt, loadBuiltInPrompts } from '../prompts/library.js'
import type { World } from '../world.js'
import { promptFilesOf } from './load-prompts.js'

/** `sixthemes prompts list`: what there is, what it is for, and its hash. */
export async function listPrompts(world: World): Promise<ExitCode> {
  const prompts = await loadBuiltInPrompts(promptFilesOf(world))
  const lines = prompts.map(({ reference, prompt }) => {
    const mark = reference === DEFAULT_PROMPT ? ' (default)' : ''
    return `${reference}${mark}\n  ${prompt.description}\n  ${prompt.kind}, sha256 ${prompt.sha256}\n`
  })
  world.stdout.write(lines.join(''))
  return exitCode.done
}

/** `sixthemes prompts show`: the template file as it is. */
export async function showPrompt(reference: string, world: World): Promise<ExitCode> {
  world.stdout.write((await loadBuiltInPrompt(reference, promptFilesOf(world))).source)
  return exitCode.done
}

/** `sixthemes prompts copy`: a built-in template as a file to change; an existing file is left alone. */
export async function copyPrompt(
  reference: string,
  path: string | undefined,
  world: World,
): Promise<ExitCode> {
  const { fileName, source } = await loadBuiltInPrompt(reference, promptFilesOf(world))
  const target = path ?? fileName
  if (await world.files.exists(target)) {
    throw new UserError('output-exists', { file: target })
  }
  await world.files.write(target, source)
  world.stderr.write(
    `Wrote ${target}; change it and use it with --prompt ${target.includes('/') ? target : `./${target}`}\n`,
  )
  return exitCode.done
}
