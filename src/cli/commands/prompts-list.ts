import { exitCode } from '../../errors/exit-code.js'
import { loadBuiltInPrompts } from '../../prompts/library.js'
import { promptFilesOf } from '../../run/load-prompts.js'
import { OPTIONS } from '../../settings/options.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes prompts list`: what there is, what it is for, and its hash. */
export const command = defineCommand({
  description: 'List the prompts, what they are for, and their hashes.',
  operands: [],
  takes: [],
  run: async ({ world }) => {
    const prompts = await loadBuiltInPrompts(promptFilesOf(world))
    const lines = prompts.map(({ reference, prompt }) => {
      const mark = reference === OPTIONS.prompt.default ? ' (default)' : ''
      return `${reference}${mark}\n  ${prompt.description}\n  ${prompt.kind}, sha256 ${prompt.sha256}\n`
    })
    world.stdout.write(lines.join(''))
    return exitCode.done
  },
})
