import { dirname, join } from 'node:path'
import { renderData } from '../../documents/json.js'
import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { type EvalRow, renderEvalTable } from '../../quality/eval-table.js'
import { measureCanaries, measureRun, stabilityOf } from '../../quality/measure-run.js'
import { totalsOf } from '../../quality/sum-measures.js'
import { holdOut, plantCanaries, shuffleRows } from '../../quality/vary-groups.js'
import { type Board, loadBoard, TOPICS } from '../../run/load-board.js'
import { loadGiven } from '../../run/load-given.js'
import { loadPrompts } from '../../run/load-prompts.js'
import { loadRedaction } from '../../run/load-redaction.js'
import { measureDecisions } from '../../run/measure-decisions.js'
import { openDoor } from '../../run/open-door.js'
import { MOST_ROUNDS } from '../../run/rounds.js'
import { createRunner, type Runner } from '../../run/run-board.js'
import { BASELINE } from '../../settings/baseline.js'
import { OPTIONS } from '../../settings/options.js'
import type { GroupResult } from '../../themes/summarize-group.js'
import type { World } from '../../world/world.js'
import { defineCommand } from '../common/command.js'
import { progressStyle } from '../common/progress-style.js'

/** `sixthemes eval`: what prompts and models make of boards, measured. */
export const command = defineCommand({
  description: 'Measure what prompts and models make of boards. Known topics stand beside a board.',
  operands: [
    [
      '<boards...>',
      'exports; BOARD.topics.csv (columns row and topic) holds what is known, BOARD.decisions.yaml what people decided',
    ],
  ],
  takes: [
    ...(['reading', 'planning', 'prompt', 'given', 'model', 'language', 'redaction'] as const),
    ...(['recordings', 'endpoint', 'asking', 'structure', 'pace', 'limits', 'progress'] as const),
  ],
  flags: [
    ['--prompts <id@version...>', `prompts to compare (default: ${OPTIONS.prompt.default})`],
    ['--models <name...>', 'models to compare; "baseline" asks none'],
    ['--repeat <number>', 'ask so many times, with recordings of their own, to see how stable themes are'],
    ['--vary', 'ask about shuffled, renumbered and held-out notes as well'],
    ['--canaries', 'ask about planted notes as well'],
    ['--json', 'print the measures as JSON'],
  ],
  notes: `
Recordings are looked up in a folder "recordings" beside each board, unless one is named.

Example:
  $ sixthemes eval boards/*.csv --models baseline gpt-5-mini --prompts six-themes@2 six-themes@3
`,
  run: async ({ args: files, flags, settings, world }) => {
    const { prompts, models, repeat, vary, canaries, json } = flags
    const candidates = candidatesOf(listOf(models) ?? [settings.model], listOf(prompts) ?? [settings.prompt])
    const rounds = roundsOf(repeat)
    const progress = await world.openProgress(progressStyle(settings, world))
    try {
      const boards: Board[] = []
      for (const file of files.filter((file) => !TOPICS.test(file)))
        boards.push(await loadBoard(file, settings, world)) // all of them, before anything is asked
      if (boards.length === 0) throw new UserError('eval-without-boards', { files })
      const rows: EvalRow[] = []
      let failure: UserError | undefined
      /** What was measured before is paid for, and printed. */
      const asFar = async <T>(what: string, measuring: () => Promise<T>): Promise<T | undefined> => {
        try {
          return await measuring()
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          failure ??= error
          progress.warn(`${what}: ${error.message}`)
          return undefined
        }
      }
      const redaction = await loadRedaction(settings, world)
      const given = await loadGiven(settings, world)
      const { form } = await loadPrompts(settings.prompt, world)
      const named = candidates.map(({ model }) => model).filter((model) => model !== BASELINE)
      const model = [...new Set(named)].join(', ')
      const door = openDoor(form, { ...settings, model, endsAtLimit: true }, world, progress)
      const measure = async (board: Board, candidate: Candidate): Promise<EvalRow> => {
        progress.say(`${board.file}: ${nameOf(candidate)}`)
        const tools = { prompts: await loadPrompts(candidate.prompt, world), redaction, given }
        const recordings = await recordingsFor(board.file, settings.recordings, world)
        const run = createRunner(board, tools, { ...settings, ...candidate }, door, recordings, world)
        const results = await run(board.groups)
        const { id, version } = given.length > 0 ? tools.prompts.giving : tools.prompts.prompt
        const further = { repeated: rounds > 1, varied: vary === true, canaries: canaries === true }
        const repeated = further.repeated
          ? await asFar(`${board.file}, --repeat`, () => repeatRun(results, rounds, run))
          : undefined
        const varied = further.varied
          ? await asFar(`${board.file}, --vary`, () => varyRun(results, board, run))
          : undefined
        const planted = further.canaries
          ? await asFar(`${board.file}, --canaries`, async () =>
              measureCanaries(await run(plantCanaries(board.groups))),
            )
          : undefined
        return {
          board: board.file,
          candidate: nameOf({ ...candidate, prompt: `${id}@${version}` }),
          ...measureRun(results, board.topics),
          decided: measureDecisions(results, board, settings),
          ...(repeated !== undefined && { repeated }),
          ...(varied && { varied }),
          ...(planted && { canaries: planted }),
        }
      }

      for (const board of boards) {
        for (const candidate of candidates) {
          const row = await asFar(`${board.file}, ${nameOf(candidate)}`, () => measure(board, candidate))
          if (row) rows.push(row)
          else if (rows.length === 0 && failure?.isBeforeAsking) throw failure
        }
      }
      if (rows.length === 0 && failure) throw failure
      const all = [...rows, ...totalsOf(rows)]
      world.stdout.write(json ? renderData(all) : renderEvalTable(all))
      return failure ? exitCode.shortfall : exitCode.done
    } finally {
      progress.stop()
    }
  },
})

/** A model and a prompt; the baseline has none. */
type Candidate = { model: string; prompt: string }

function candidatesOf(models: readonly (string | undefined)[], prompts: readonly string[]): Candidate[] {
  return models.flatMap((model): Candidate[] => {
    if (model === undefined) throw new UserError('model-missing', {})
    const [first = ''] = prompts
    return (model === BASELINE ? [first] : prompts).map((prompt) => ({ model, prompt }))
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
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS) return rounds
  const expected = `expected a whole number from 1 to ${MOST_ROUNDS}`
  throw new UserError('option-invalid', { option: '--repeat', value: String(repeat), expected })
}

/** The folder that was named, else one beside the board, else the usual one. */
async function recordingsFor(file: string, named: string | undefined, world: World): Promise<string> {
  const beside = join(dirname(file), 'recordings')
  return named ?? ((await world.files.exists(beside)) ? beside : world.cacheFolder)
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
