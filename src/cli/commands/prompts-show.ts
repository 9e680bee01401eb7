import { exitCode } from '../../errors/exit-code.js'
import { loadBuiltInPrompt } from '../../prompts/library.js'
import { promptFilesOf } from '../../run/load-prompts.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes prompts show`: the template file as it is. */
export const command = defineCommand({
  description: 'Print a prompt as it is.',
  operands: [['<id@version>', 'which prompt']],
  takes: [],
  run: async ({ args: [reference = ''], world }) => {
    world.stdout.write((await loadBuiltInPrompt(reference, promptFilesOf(world))).source)
    return exitCode.done
  },
})
