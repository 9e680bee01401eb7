import { dirname, join } from 'node:path'
import { type EvalRow, renderEvalTable } from '../documents/eval-table.js'
import { renderData } from '../documents/json.js'
import { type ExitCode, exitCode, UserError } from '../errors.js'
import type { Group } from '../notes/group.js'
import { measureCanaries, measureRun, stabilityOf } from '../quality/measure-run.js'
import { parseTopics, type Topics } from '../quality/parse-topics.js'
import { sumMeasures } from '../quality/sum-measures.js'
import { holdOut, plantCanaries, shuffleRows } from '../quality/vary-groups.js'
import type { Flags, Settings } from '../settings/resolve-settings.js'
import type { GroupResult } from '../themes/summarize-group.js'
import type { World } from '../world.js'
import { askGroups } from './ask-groups.js'
import { BASELINE } from './baseline.js'
import { loadNotes } from './load-notes.js'
import { loadSettings } from './load-settings.js'
import { openAsking } from './open-asking.js'
import { planGroups } from './plan-run.js'
import { styleFor } from './style-for.js'

/** A board whose topics may be known. */
type Board = { file: string; groups: readonly Group[]; topics: Topics | undefined }

const TOPICS = /\.topics\.csv$/i

/** `sixthemes eval`: what prompts and models make of boards, measured. */
export async function evaluate(
  files: readonly string[],
  { prompts, models, repeat, vary, canaries, json, ...flags }: Flags,
  world: World,
): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const candidates = candidatesOf(listOf(models) ?? [settings.model], listOf(prompts) ?? [settings.prompt])
  const rounds = roundsOf(repeat)
  const boards = files.filter((file) => !TOPICS.test(file))
  const progress = await world.openProgress(styleFor(settings, world))
  try {
    const rows: EvalRow[] = []
    for (const file of boards) {
      const board = await loadBoard(file, settings, world)
      const recordings = await recordingsFor(file, settings, world)
      for (const candidate of candidates) {
        progress.say(`${file}: ${nameOf(candidate)}`)
        const run = runnerFor(board, { ...settings, ...candidate, recordings }, world)
        const results = await run(board.groups)
        rows.push({
          board: file,
          candidate: nameOf(candidate),
          ...measureRun(results, board.topics),
          ...(rounds > 1 && { repeated: await repeatRun(results, rounds, run) }),
          ...(vary === true && { varied: await varyRun(results, board, run) }),
          ...(canaries === true && { canaries: measureCanaries(await run(plantCanaries(board.groups))) }),
        })
      }
    }
    const all = [...rows, ...totalsOf(rows)]
    world.stdout.write(json ? renderData(all) : renderEvalTable(all))
    return exitCode.done
  } finally {
    progress.stop()
  }
}

/** A model and a prompt; the baseline has none. */
type Candidate = { model: string; prompt: string }

function candidatesOf(models: readonly (string | undefined)[], prompts: readonly string[]): Candidate[] {
  return models.flatMap((model): Candidate[] => {
    if (model === undefined) throw new UserError('model-missing', {})
    const [first = ''] = prompts
    return (model === BASELINE ? [first] : prompts).map((prompt) => ({ model, prompt }))
  })
}

/** A row over all boards for each candidate, where there are several boards. */
function totalsOf(rows: readonly EvalRow[]): EvalRow[] {
  const candidates = [...new Set(rows.map(({ candidate }) => candidate))]
  return candidates.flatMap((candidate) => {
    const own = rows.filter((row) => row.candidate === candidate)
    return own.length > 1 ? [{ board: 'all boards', candidate, ...sumMeasures(own) }] : []
  })
}

function nameOf({ model, prompt }: Candidate): string {
  return model === BASELINE ? BASELINE : `${model}, ${prompt}`
}

function listOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined
}

function roundsOf(repeat: unknown): number {
  if (repeat === undefined) return 1
  const rounds = Number(repeat)
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= 20) return rounds
  const expected = 'expected a whole number from 1 to 20'
  throw new UserError('option-invalid', { option: '--repeat', value: String(repeat), expected })
}

async function loadBoard(file: string, settings: Settings, world: World): Promise<Board> {
  const { groups } = await loadNotes([file], settings, world)
  const beside = file.replace(/\.\w+$/, '.topics.csv')
  if (!(await world.files.exists(beside))) return { file, groups, topics: undefined }
  const text = new TextDecoder().decode(await world.files.read(beside))
  return { file, groups, topics: parseTopics(text, beside) }
}

/** The folder that was named, else one beside the board, else the usual one. */
async function recordingsFor(file: string, { recordings }: Settings, world: World): Promise<string> {
  const beside = join(dirname(file), 'recordings')
  return recordings ?? ((await world.files.exists(beside)) ? beside : world.cacheFolder)
}

type Variation = { isReversed?: boolean; round?: number }
type Runner = (groups: readonly Group[], variation?: Variation) => Promise<readonly GroupResult[]>

/** Asks about groups of a board; of several rounds each after the first has recordings of its own. */
function runnerFor({ file }: Board, settings: Settings & { recordings: string }, world: World): Runner {
  return async (groups, { isReversed = false, round = 1 } = {}) => {
    const recordings = round === 1 ? settings.recordings : join(settings.recordings, `round-${round}`)
    const own = { ...settings, recordings }
    const progress = await world.openProgress('quiet')
    const plan = await planGroups(groups, own, world, { isReversed })
    const asking = openAsking(plan.recordings, plan.prompts.form, own, world, progress)
    const results = await askGroups(plan, asking, own, progress)
    for (const result of results) {
      if (result.status !== 'failed') continue
      throw new UserError('all-groups-failed', { reasons: [`${file}: ${result.reason}`] })
    }
    return results
  }
}

/** The first run beside each further one, as a mean. */
async function repeatRun(first: readonly GroupResult[], rounds: number, run: Runner): Promise<number> {
  let sum = 0
  for (let round = 2; round <= rounds; round++) {
    const groups = first.map(({ group }) => group)
    sum += stabilityOf(first, await run(groups, { round }))
  }
  return sum / (rounds - 1)
}

async function varyRun(
  first: readonly GroupResult[],
  { groups }: Board,
  run: Runner,
): Promise<EvalRow['varied']> {
  return {
    shuffled: stabilityOf(first, await run(shuffleRows(groups))),
    renumbered: stabilityOf(first, await run(groups, { isReversed: true })),
    heldOut: stabilityOf(first, await run(holdOut(groups))),
  }
}
