import { countOf } from '../documents/count-of.js'
import { type ExitCode, exitCode } from '../errors.js'
import { columnsOf, nameOf, ROLES } from '../notes/columns.js'
import type { Group } from '../notes/group.js'
import type { Source } from '../notes/read-source.js'
import { toPlainText } from '../plain-text.js'
import type { Flags } from '../settings/resolve-settings.js'
import { type AskingPlan, isAsking } from '../themes/plan-group.js'
import type { World } from '../world.js'
import { describeGroup } from './describe-run.js'
import { describeEstimate, estimateRun } from './estimate-run.js'
import { loadSettings } from './load-settings.js'
import { planRun } from './plan-run.js'

/** `sixthemes inspect`: what was read and what would be asked, without asking. */
export async function inspect(files: readonly string[], flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const { sources, map, groups, plans, recordings } = await planRun(files, settings, world)
  const lines = flags.prompts
    ? plans.filter(isAsking).flatMap(describeMessages)
    : [
        ...sources.flatMap(describeSource),
        ...describeGroups(groups, map?.name),
        ...describeEstimate(await estimateRun(plans, recordings, settings), recordings.folder, settings),
      ]
  world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
  return exitCode.done
}

function describeSource(source: Source): string[] {
  const {
    file,
    because,
    encoding,
    delimiter,
    byteOrderMark,
    header,
    columns,
    rows,
    notes,
    dropped,
    warnings,
  } = source
  const spelled = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'bar',
    none: 'none (a list of one column)',
  }[delimiter]
  const taken = ROLES.flatMap((role) => {
    const column = columns[role]
    if (!column) return [`  ${role.padEnd(10)} no column`]
    const others = column.runnersUp.map((other) => `"${nameOf(other)}"`).join(', ')
    const reason = { named: 'as named', header: 'by its header', 'only column': 'the only one' }[
      column.because
    ]
    return [
      `  ${role.padEnd(10)} column ${column.index + 1}, "${nameOf(column)}" (${reason}${others && `; could also be ${others}`})`,
    ]
  })
  const roleColumns = new Set(ROLES.map((role) => columns[role]?.index))
  const unread = columnsOf(header).filter(({ index }) => !roleColumns.has(index))
  return [
    file,
    `  kind       ${source.export}: ${because}`,
    `  text       ${encoding}${byteOrderMark ? ' with byte order mark' : ''}, delimiter ${spelled}`,
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

function describeMessages(plan: AskingPlan): string[] {
  const { messages } = plan.request
  return [
    `=== ${describeGroup(plan.group)}`,
    ...messages.flatMap(({ role, content }) => [`--- ${role}`, content]),
    '',
  ]
}
