import { createAskedFolder } from '../../batch/asked.js'
import { readAnswers } from '../../batch/read-answers.js'
import { exitCode } from '../../errors/exit-code.js'
import { loadSubmitted, markFetched, openService } from '../../run/open-batches.js'
import { openRecordings } from '../../run/open-door.js'
import { toTerminalText } from '../../text/plain-text.js'
import { accountLines } from '../common/account-lines.js'
import { defineCommand } from '../common/command.js'
import { jobLine } from '../common/job-line.js'

/** `sixthemes batch fetch`: answers of a service → recordings. */
export const command = defineCommand({
  description: 'Take the answers of batches that are over into the recordings.',
  operands: [['<requests...>', 'what was submitted']],
  takes: ['recordings', 'endpoint'],
  notes: `
Of what expired, failed or was cancelled everything is taken that was answered; the rest stays open, and the next "batch write" asks
it again. Exit code 3 while something is open.

Example:
  $ sixthemes batch fetch requests.jsonl --recordings recordings
`,
  run: async ({ args: files, settings, world }) => {
    const { service, baseUrl } = await openService(settings, world)
    const say = (line: string): void => world.stdout.write(toTerminalText(`${line}\n`))
    const over = []
    let isOpen = false
    for (const submitted of await loadSubmitted(files, baseUrl, world)) {
      const job = await service.look(submitted.job)
      say(`${submitted.file}: ${jobLine(job)}`)
      for (const problem of job.problems) say(`  ${problem}`)
      if (job.isOver) over.push({ submitted, job })
      else isOpen = true
    }
    if (over.length === 0) return exitCode.shortfall
    const texts: string[] = []
    for (const { job } of over) for (const file of job.files) texts.push(await service.read(file))
    const folder = createAskedFolder(world.files.folder(settings.recordings ?? world.cacheFolder))
    const account = await readAnswers(texts, folder, openRecordings(settings, world))
    for (const { submitted } of over) await markFetched(submitted, world)
    for (const line of accountLines(account)) say(line)
    return isOpen || account.failed.size > 0 || account.absent > 0 ? exitCode.shortfall : exitCode.done
  },
})
