import { isOfBatches } from '../../batch/taken.js'
import { exitCode } from '../../errors/exit-code.js'
import { openRecordings } from '../../run/open-door.js'
import { folderOfRound, MOST_ROUNDS } from '../../run/rounds.js'
import { countOf } from '../../text/count-of.js'
import { toTerminalText } from '../../text/plain-text.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes recordings clear`: removes every recording of a folder and what is asked in batches, and nothing else in it. */
export const command = defineCommand({
  description: 'Remove all recordings of a folder, and what is asked in batches; other files in it stay.',
  operands: [],
  takes: ['recordings', 'dry-run'],
  notes: '\nExample:\n  $ sixthemes recordings clear --dry-run     says how many there are, and where\n',
  run: async ({ settings, world }) => {
    const usual = settings.recordings ?? world.cacheFolder
    const count = { removed: 0, asked: 0, others: 0 }
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const path = folderOfRound(usual, round)
      const folder = world.files.folder(path)
      const recordings = openRecordings({ recordings: path }, world)
      const listed = await recordings.list()
      const whole = listed.filter(({ state }) => state === 'whole')
      const asked = (await folder.list()).filter(isOfBatches)
      count.removed += whole.length
      count.asked += asked.length
      count.others += listed.length - whole.length
      if (settings.dryRun) continue
      for (const { file } of whole) await recordings.remove(file)
      for (const file of asked) await folder.remove(file)
    }
    const asked = count.asked > 0 ? ` and ${countOf(count.asked, 'file')} of what is asked in batches` : ''
    const kept =
      count.others > 0 ? `; ${countOf(count.others, 'file')} that cannot be read as a recording stay` : ''
    const verb = settings.dryRun ? 'would be removed' : 'removed'
    world.stdout.write(
      toTerminalText(`${countOf(count.removed, 'recording')}${asked} ${verb}, in ${usual}${kept}\n`),
    )
    return exitCode.done
  },
})
