import { holdsAnswers } from '../../batch/answer-lines.js'
import { readAnswers } from '../../batch/read-answers.js'
import { exitCode } from '../../errors/exit-code.js'
import { markFetched, openAsked, openSubmitted, type Submitted } from '../../run/open-batches.js'
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
    const { service, submitted } = await openSubmitted(files, settings, world)
    const say = (line: string): void => world.stdout.write(toTerminalText(`${line}\n`))
    const texts: string[] = []
    const taken: Submitted[] = []
    let isOpen = false
    for (const one of submitted) {
      const job = await service.look(one.job)
      say(`${one.file}: ${jobLine(job)}`)
      for (const problem of job.problems) say(`  ${problem}`)
      if (!job.isOver) isOpen = true
      if (!job.isOver) continue
      const own: string[] = []
      for (const file of job.files) own.push(await service.read(file))
      if (own.length > 0 && !own.some(holdsAnswers)) {
        say(`  what ${service.host} sent are no answers: nothing is taken, and it can be fetched again`)
        isOpen = true
        continue
      }
      texts.push(...own)
      taken.push(one)
    }
    if (taken.length === 0) return exitCode.shortfall
    const account = await readAnswers(texts, openAsked(settings, world), openRecordings(settings, world))
    for (const one of taken) await markFetched(one, settings, world)
    for (const line of accountLines(account)) say(line)
    return isOpen || account.failed.size > 0 || account.absent > 0 ? exitCode.shortfall : exitCode.done
  },
})
