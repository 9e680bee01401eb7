import { countOf } from '../documents/count-of.js'
import { type ExitCode, exitCode } from '../errors.js'
import { estimateTokens } from '../model/estimate-tokens.js'
import { createRecordings } from '../model/recordings.js'
import { columnsOf, nameOf, ROLES } from '../notes/columns.js'
import type { Group } from '../notes/group.js'
import type { Source } from '../notes/read-source.js'
import type { Flags, Settings } from '../settings/resolve-settings.js'
import { type AskingPlan, type GroupPlan, isAsking, planGroup } from '../themes/plan-group.js'
import type { World } from '../world.js'
import { describeGroup } from './describe-run.js'
import { loadNotes } from './load-notes.js'
import { loadPrompts } from './load-prompts.js'
import { loadSettings } from './load-settings.js'

/** Stands in for the model's name where none is given; only the name of a recording depends on it. */
const NO_MODEL = ''

/** `sixthemes inspect`: what was read and what would be asked, without asking. */
export async function inspect(files: readonly string[], flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const { sources, map, groups } = await loadNotes(files, settings, world)
  const { prompt } = await loadPrompts(settings.prompt, world)
  const { model = NO_MODEL, themes, redact } = settings
  const plans = groups.map((group) => planGroup(group, { prompt, model, themes, redact }))
  const lines = flags.prompts
    ? plans.filter(isAsking).flatMap(describeMessages)
    : [
        ...sources.flatMap(describeSource),
        ...describeGroups(groups, map?.name),
        ...(await describeRequests(plans, settings, world)),
      ]
  world.stdout.write(`${lines.join('\n')}\n`)
  return exitCode.done
}

function describeSource(source: Source): string[] {
  const { file, because, delimiter, byteOrderMark, header, columns, rows, notes, dropped, warnings } = source
  const spelled = { ',': 'comma', ';': 'semicolon', '\t': 'tab', none: 'none (a list of one column)' }[
    delimiter
  ]
  const taken = ROLES.flatMap((role) => {
    const column = columns[role]
    if (!column) return [`  ${role.padEnd(10)} no column`]
    const others = column.runnersUp.map((other) => `"${nameOf(other)}"`).join(', ')
    const reason = column.because === 'named' ? 'as named' : 'by its header'
    return [
      `  ${role.padEnd(10)} column ${column.index + 1}, "${nameOf(column)}" (${reason}${others && `; could also be ${others}`})`,
    ]
  })
  const roleColumns = new Set(ROLES.map((role) => columns[role]?.index))
  const unread = columnsOf(header).filter(({ index }) => !roleColumns.has(index))
  return [
    file,
    `  kind       ${source.export}: ${because}`,
    `  text       UTF-8${byteOrderMark ? ' with byte order mark' : ''}, delimiter ${spelled}`,
    ...taken,
    `  not read   ${unread.map((column) => `"${nameOf(column)}"`).join(', ') || 'none'}`,
    `  rows       ${rows}: ${countOf(notes.length, 'note')}, ${describeDropped(dropped)}`,
    ...warnings.map((warning) => `  warning    ${warning}`),
    '',
  ]
}

function describeDropped(dropped: Source['dropped']): string {
  if (dropped.length === 0) return 'none dropped'
  const rows = dropped.map(({ row }) => row)
  return `${rows.length} dropped as empty (row ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ', …' : ''})`
}

/** Notes per persona and quadrant, as a table. */
function describeGroups(groups: readonly Group[], map: string | undefined): string[] {
  const personas = [...new Set(groups.map(({ persona }) => persona))]
  const quadrants = [...new Set(groups.map(({ quadrant }) => quadrant))]
  const countOf = (persona: string, quadrant: string): string =>
    String(
      groups.find((group) => group.persona === persona && group.quadrant === quadrant)?.notes.length ?? '–',
    )
  const table = [
    ['', ...quadrants],
    ...personas.map((persona) => [persona, ...quadrants.map((quadrant) => countOf(persona, quadrant))]),
  ]
  const widths = quadrants.map((quadrant) => Math.max(quadrant.length, 5))
  const first = Math.max(...personas.map((persona) => persona.length))
  return [
    map === undefined ? 'Notes per group (no known map)' : `Notes per group (map ${map})`,
    ...table.map(([name = '', ...cells]) =>
      `  ${name.padEnd(first)}  ${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}`.trimEnd(),
    ),
    '',
  ]
}

async function describeRequests(
  plans: readonly GroupPlan[],
  settings: Settings,
  world: World,
): Promise<string[]> {
  const asking = plans.filter(isAsking)
  const recordings = createRecordings(world.files.folder(settings.recordings ?? world.cacheFolder))
  const loaded = await Promise.all(asking.map(({ request }) => recordings.load(request)))
  const recorded = loaded.filter(({ state }) => state === 'found').length
  const tokens = asking.reduce((sum, plan) => sum + estimateTokens(textOf(plan)), 0)
  const listed = plans.length - asking.length
  return [
    `Requests with ${settings.prompt}`,
    `  ${countOf(asking.length, 'request')}, about ${tokens.toLocaleString('en')} tokens in`,
    settings.model === undefined
      ? '  no model is named, so it is not known which are recorded already'
      : `  ${recorded} of them recorded already for model ${settings.model} in ${recordings.folder}`,
    ...(listed > 0 ? [`  ${countOf(listed, 'group')} with too few notes, listed without asking`] : []),
  ]
}

function textOf({ request }: AskingPlan): string {
  return request.messages.map(({ content }) => content).join('\n') + JSON.stringify(request.reply.schema)
}

function describeMessages(plan: AskingPlan): string[] {
  const { messages } = plan.request
  return [
    `=== ${describeGroup(plan.group)}`,
    ...messages.flatMap(({ role, content }) => [`--- ${role}`, content]),
    '',
  ]
}
