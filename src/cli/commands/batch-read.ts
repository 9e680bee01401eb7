import { readAnswers } from '../../batch/read-answers.js'
import { exitCode } from '../../errors/exit-code.js'
import { openAsked } from '../../run/open-batches.js'
import { openRecordings } from '../../run/open-door.js'
import { toTerminalText } from '../../text/plain-text.js'
import { accountLines } from '../common/account-lines.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes batch read`: answers of a bulk engine → recordings. */
export const command = defineCommand({
  description: 'Take the answers of a bulk engine into the recordings.',
  operands: [['<answers...>', 'its output and error files, in any order']],
  takes: ['recordings'],
  notes: `
What failed or is absent stays open, and the next "batch write" asks it again. The same file can be read twice. Exit code 3 while
something that was asked is open.

Example:
  $ sixthemes batch read output.jsonl errors.jsonl --recordings recordings
`,
  run: async ({ args: files, settings, world }) => {
    const texts = await Promise.all(
      files.map(async (file) => new TextDecoder().decode(await world.files.read(file))),
    )
    const account = await readAnswers(texts, openAsked(settings, world), openRecordings(settings, world))
    world.stdout.write(toTerminalText(`${accountLines(account).join('\n')}\n`))
    return account.failed.size > 0 || account.absent > 0 ? exitCode.shortfall : exitCode.done
  },
})
