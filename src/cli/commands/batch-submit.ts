import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { openService, submitFile } from '../../run/open-batches.js'
import { countOf } from '../../text/count-of.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'
import { jobLine } from '../common/job-line.js'

/** `sixthemes batch submit`: files of requests → batches of a service. */
export const command = defineCommand({
  description: "Hand files of requests to a service that has OpenAI's routes for files and batches.",
  operands: [['<requests...>', 'what "batch write" wrote']],
  takes: ['recordings', 'endpoint'],
  flags: [['--window <time>', 'time in which it is to be answered, as the service knows it (default: 24h)']],
  notes: `
What was handed over is noted beside the file (requests.batch.json) before and after each step. A second submit creates nothing
twice: it goes on where the first was cut off, and looks for what was created. Exit code 3: the answers are still to come.

Example:
  $ sixthemes batch submit requests.jsonl --recordings recordings
  $ sixthemes batch status requests.jsonl
  $ sixthemes batch fetch requests.jsonl --recordings recordings
`,
  run: async ({ args: files, flags, settings, world }) => {
    const window = typeof flags.window === 'string' ? flags.window : '24h'
    if (!/^\d{1,3}[hd]$/.test(window))
      throw new UserError('option-invalid', {
        option: '--window',
        value: window,
        expected: 'expected hours or days, such as 24h or 7d',
      })
    const opened = await openService(settings, world)
    for (const file of files) {
      const { job, isNew, requests } = await submitFile(file, window, opened, settings, world)
      const done = isNew ? `submitted to ${opened.service.host}` : 'submitted before, and nothing is sent'
      world.stdout.write(
        toTerminalText(`${file}: ${countOf(requests, 'request')} ${done}; ${jobLine(job)}\n`),
      )
    }
    return exitCode.shortfall
  },
})
