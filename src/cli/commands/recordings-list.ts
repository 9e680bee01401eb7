import { exitCode } from '../../errors/exit-code.js'
import { openRecordings } from '../../run/open-door.js'
import { countOf } from '../../text/count-of.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'
import { recordingLine } from '../common/recording-line.js'

/** `sixthemes recordings list`: where recordings are, and what each is for. */
export const command = defineCommand({
  description: 'Say where recordings are, and list what each is for.',
  operands: [],
  takes: ['recordings'],
  run: async ({ settings, world }) => {
    const recordings = openRecordings(settings, world)
    const listed = await recordings.list()
    const closing = `${countOf(listed.length, 'recording')} in ${recordings.folder}`
    const lines = [...listed.map(recordingLine).sort(), closing]
    world.stdout.write(toTerminalText(`${lines.join('\n')}\n`))
    return exitCode.done
  },
})
