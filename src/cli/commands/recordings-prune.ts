import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import type { Listed } from '../../model/recordings.js'
import { createSummary } from '../../run/create-summary.js'
import { openRecordings } from '../../run/open-door.js'
import { BASELINE } from '../../settings/baseline.js'
import { countOf } from '../../text/count-of.js'
import { toTerminalText } from '../../text/plain-text.js'
import { quiet } from '../../world/progress.js'
import type { World } from '../../world/world.js'
import { defineCommand } from '../common/command.js'
import { recordingLine } from '../common/recording-line.js'

/**
 * `sixthemes recordings prune`: removes the recordings that summarising these files does not need. It replays the run, so
 * a recording that is missing is told of, and nothing is removed. What other commands recorded stays.
 */
export const command = defineCommand({
  description: 'Remove recordings that summarising these files with these options does not need.',
  operands: [['<files...>', 'the exports that the folder of recordings is for']],
  takes: [
    ...([
      'reading',
      'planning',
      'prompt',
      'wave',
      'given',
      'suggestion',
      'heartbeat',
      'overview',
      'model',
      'language',
    ] as const),
    ...(['redaction', 'recordings', 'dry-run'] as const),
  ],
  notes: `
It knows of one run alone. What other boards, prompts or models recorded in the same folder would go too, and so would what
"eval" needs beside it: give each board a folder, and look with --dry-run first.
`,
  run: async ({ args: files, settings, world }) => {
    const { dryRun, model } = settings
    if (settings.recordings === undefined) throw new UserError('prune-needs-folder', {})
    if (model === BASELINE)
      throw new UserError('baseline-cannot', { what: 'say which recordings are needed' })
    const read = new Set<string>()
    await createSummary(
      files,
      { ...settings, ...REPLAY, askColumns: false },
      watchReading(world, read),
      quiet,
    )
    const recordings = openRecordings(settings, world)
    const listed = await recordings.list()
    const unneeded = listed.filter(
      (one) => one.state === 'whole' && !read.has(one.file) && !isOfAnotherCommand(one),
    )
    for (const { file } of unneeded) if (!dryRun) await recordings.remove(file)
    const verb = dryRun ? 'would be removed' : 'removed'
    const kept = listed.length - unneeded.length
    const lines = [
      ...unneeded.map((one) => `${verb}: ${recordingLine(one)}`),
      `${countOf(unneeded.length, 'recording')} ${verb}, ${kept} ${dryRun ? 'would stay' : 'left'}, in ${recordings.folder}`,
    ]
    world.stdout.write(toTerminalText(`${lines.join('\n')}\n`))
    return exitCode.done
  },
})

/** Nothing is asked, so nothing of the endpoint matters. */
const REPLAY = {
  ...{ replay: true, fresh: false, offline: true, baseUrl: 'http://127.0.0.1', timeout: 1 },
  structured: 'auto',
} as const

/** The same world, which notes the names of the recordings that are read. */
function watchReading(world: World, read: Set<string>): World {
  const folder: World['files']['folder'] = (path) => {
    const real = world.files.folder(path)
    return {
      ...real,
      read: (name) => {
        read.add(name)
        return real.read(name)
      },
    }
  }
  return { ...world, files: { ...world.files, folder } }
}

/** An overview and matches are asked for beside summaries, by commands of their own. */
function isOfAnotherCommand(listed: Listed): boolean {
  return listed.state === 'whole' && /^(?:overview|match-themes)@/.test(listed.purpose.prompt)
}
