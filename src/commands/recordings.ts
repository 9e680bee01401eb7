import { countOf } from '../documents/count-of.js'
import { type ExitCode, exitCode } from '../errors.js'
import { createRecordings, type Listed } from '../model/recordings.js'
import { keyOf } from '../model/request.js'
import { toPlainText } from '../plain-text.js'
import { quiet } from '../progress.js'
import type { Flags, Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'
import { askGroups } from './ask-groups.js'
import { loadSettings } from './load-settings.js'
import { openAsking } from './open-asking.js'
import { planRun } from './plan-run.js'

/** `sixthemes recordings list`: what each recording is for. */
export async function listRecordings(flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const recordings = openFolder(settings, world)
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
 * a recording that is missing is told of, and nothing is removed.
 */
export async function pruneRecordings(
  files: readonly string[],
  { dryRun, ...flags }: Flags,
  world: World,
): Promise<ExitCode> {
  const { settings } = await loadSettings({ ...flags, replay: true }, world)
  const used = new Set<string>()
  const plan = await planRun(files, settings, world)
  const { recordings } = plan
  const watched = {
    ...recordings,
    load: (request: Parameters<typeof recordings.load>[0]) => {
      used.add(keyOf(request))
      return recordings.load(request)
    },
  }
  const asking = openAsking(watched, plan.prompts.form, settings, world, quiet)
  await askGroups(plan, asking, settings, quiet)
  const unneeded = (await recordings.list()).filter(({ key }) => !used.has(key))
  for (const { file } of unneeded) if (dryRun !== true) await recordings.remove(file)
  const kept = (await recordings.list()).length - (dryRun === true ? unneeded.length : 0)
  const verb = dryRun === true ? 'would be removed' : 'removed'
  const lines = [
    ...unneeded.map((listed) => `${verb}: ${describe(listed)}`),
    `${countOf(unneeded.length, 'recording')} ${verb}, ${kept} needed, in ${recordings.folder}`,
  ]
  world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
  return exitCode.done
}

function openFolder({ recordings }: Settings, { files, cacheFolder }: World) {
  return createRecordings(files.folder(recordings ?? cacheFolder))
}

/** "Coach / Pains, six-themes@3, gpt-5-mini, 1,234 tokens (0ca0853469d1)" */
function describe(listed: Listed): string {
  const file = `(${listed.key.slice(0, 12)})`
  if (listed.state === 'damaged') return `damaged ${file}`
  const { purpose, model, tokens } = listed
  const size = tokens === null ? 'uncounted' : `${tokens.toLocaleString('en')} tokens`
  return `${purpose.persona} / ${purpose.quadrant}, ${purpose.prompt}, ${model}, ${size} ${file}`
}
