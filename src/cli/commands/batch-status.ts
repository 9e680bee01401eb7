import { exitCode } from '../../errors/exit-code.js'
import { openSubmitted } from '../../run/open-batches.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'
import { jobLine } from '../common/job-line.js'

/** `sixthemes batch status`: how far a service is. */
export const command = defineCommand({
  description: 'Say how far a service is with files that were submitted.',
  operands: [['<requests...>', 'what was submitted']],
  takes: ['endpoint'],
  notes: `
Exit code 3 while one of them is not over, 0 when all can be fetched.

Example:
  $ sixthemes batch status requests.jsonl
`,
  run: async ({ args: files, settings, world }) => {
    const { service, submitted } = await openSubmitted(files, settings, world)
    let isOpen = false
    for (const { file, job } of submitted) {
      const now = await service.look(job)
      isOpen ||= !now.isOver
      const lines = [`${file}: ${jobLine(now)}`, ...now.problems.map((problem) => `  ${problem}`)]
      world.stdout.write(toTerminalText(`${lines.join('\n')}\n`))
    }
    return isOpen ? exitCode.shortfall : exitCode.done
  },
})
