import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { loadBuiltInPrompt } from '../../prompts/library.js'
import { renamePrompt } from '../../prompts/rename-prompt.js'
import { isReplaceable, promptFilesOf } from '../../run/load-prompts.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes prompts copy`: a built-in template as a file to change; an existing file is left alone. */
export const command = defineCommand({
  description: 'Copy a prompt to a file of your own, to change and use with --prompt.',
  operands: [
    ['<id@version>', 'which prompt'],
    ['[file]', 'where to; its name becomes the name of the prompt'],
  ],
  takes: [],
  run: async ({ args: [reference = '', path], world }) => {
    const { prompt, source } = await loadBuiltInPrompt(reference, promptFilesOf(world))
    const target = path ?? `my-${prompt.id}.prompt`
    if (await world.files.exists(target)) throw new UserError('output-exists', { file: target })
    await world.files.write(target, renamePrompt(source, target))
    const named = /[\\/]/.test(target) ? target : `./${target}`
    const use = isReplaceable(prompt)
      ? `change it and use it with --prompt ${named}`
      : 'it shows how this is asked; only prompts for themes can be replaced (--prompt)'
    world.stderr.write(`Wrote ${target}; ${use}\n`)
    return exitCode.done
  },
})
