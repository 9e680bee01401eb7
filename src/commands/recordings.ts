import { countOf } from '../documents/count-of.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import type { Listed } from '../model/recordings.js'
import { toPlainText } from '../plain-text.js'
import { quiet } from '../progress.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { World } from '../world.js'
import { BASELINE } from './baseline.js'
import { createSummary } from './create-summary.js'
import { loadSettings } from './load-settings.js'
import { openRecordings } from './open-recordings.js'

/** `sixthemes recordings list`: what each recording is for. */
export async function listRecordings(flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const recordings = openRecordings(settings, world)
  const listed = await recordings.list()
  const lines = [
    ...listed.map(describe).sort(),
    `${countOf(listed.length, 'recording')} in ${recordings.folder}`,
  ]
  world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
  return exitCode.done
}

/**
 * `sixthemes recordings prune`: removes the recordings that summarising these files does not need. It replays the run, so
 * a recording that is missing is told of, and nothing is removed. What other commands recorded stays.
 */
export async function pruneRecordings(
  files: readonly string[],
  flags: Flags,
  world: World,
): Promise<ExitCode> {
  const { settings } = await loadSettings({ ...flags, replay: true }, world)
  const { dryRun, model } = settings
  if (settings.recordings === undefined) throw new UserError('prune-needs-folder', {})
  if (model === BASELINE) throw new UserError('baseline-cannot', { what: 'say which recordings are needed' })
  const read = new Set<string>()
  await createSummary(files, settings, watchReading(world, read), quiet)
  const recordings = openRecordings(settings, world)
  const listed = await recordings.list()
  const unneeded = listed.filter((one) => !read.has(one.file) && !isOfAnotherCommand(one))
  for (const { file } of unneeded) if (!dryRun) await recordings.remove(file)
  const verb = dryRun ? 'would be removed' : 'removed'
  const kept = listed.length - unneeded.length
  const lines = [
    ...unneeded.map((one) => `${verb}: ${describe(one)}`),
    `${countOf(unneeded.length, 'recording')} ${verb}, ${kept} ${dryRun ? 'would stay' : 'left'}, in ${recordings.folder}`,
  ]
  world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
  return exitCode.done
}

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

/** "Coach / Pains, six-themes@3, gpt-5-mini, 1,234 tokens (0ca0853469d1)" */
function describe(listed: Listed): string {
  const file = `(${listed.key.slice(0, 12)})`
  if (listed.state === 'damaged') return `damaged ${file}`
  const { purpose, model, tokens } = listed
  const size = tokens === null ? 'uncounted' : `${tokens.toLocaleString('en')} tokens`
  return `${purpose.persona} / ${purpose.quadrant}, ${purpose.prompt}, ${model}, ${size} ${file}`
}
