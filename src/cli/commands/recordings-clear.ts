import { exitCode } from '../../errors/exit-code.js'
import { openRecordings } from '../../run/open-door.js'
import { countOf } from '../../text/count-of.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes recordings clear`: removes every recording of a folder, and nothing else that is in it. */
export const command = defineCommand({
  description: 'Remove all recordings of a folder; other files in it stay.',
  operands: [],
  takes: ['recordings', 'dry-run'],
  notes: '\nExample:\n  $ sixthemes recordings clear --dry-run     says how many there are, and where\n',
  run: async ({ settings, world }) => {
    const recordings = openRecordings(settings, world)
    const listed = await recordings.list()
    const whole = listed.filter(({ state }) => state === 'whole')
    if (!settings.dryRun) for (const { file } of whole) await recordings.remove(file)
    const others = listed.length - whole.length
    const kept = others > 0 ? `; ${countOf(others, 'file')} that cannot be read as a recording stay` : ''
    const verb = settings.dryRun ? 'would be removed' : 'removed'
    world.stdout.write(`${countOf(whole.length, 'recording')} ${verb}, in ${recordings.folder}${kept}\n`)
    return exitCode.done
  },
})
