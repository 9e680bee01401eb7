import { exitCode } from '../../errors/exit-code.js'
import { openSubmitted } from '../../run/open-batches.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'
import { jobLine } from '../common/job-line.js'

/** `sixthemes batch cancel`: ends batches before they are done. */
export const command = defineCommand({
  description: 'End batches before they are done; what is answered by then can be fetched.',
  operands: [['<requests...>', 'what was submitted']],
  takes: ['endpoint'],
  notes: '\nExample:\n  $ sixthemes batch cancel requests.jsonl\n',
  run: async ({ args: files, settings, world }) => {
    const { service, submitted } = await openSubmitted(files, settings, world)
    for (const { file, job } of submitted) {
      const before = await service.look(job)
      const now = before.isOver ? before : await service.cancel(job)
      world.stdout.write(
        toTerminalText(`${file}: ${before.isOver ? 'was over before; ' : ''}${jobLine(now)}\n`),
      )
    }
    return exitCode.done
  },
})
