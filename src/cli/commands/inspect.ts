import { exitCode } from '../../errors/exit-code.js'
import { columnsOf, nameOf, ROLES } from '../../notes/columns.js'
import type { Source } from '../../notes/exports/read-source.js'
import type { Group } from '../../notes/group.js'
import { columnHelp } from '../../run/column-help.js'
import { type Estimate, estimateRun, firstRequests } from '../../run/estimate-run.js'
import type { Prompts } from '../../run/load-prompts.js'
import { openDoor } from '../../run/open-door.js'
import { loadTools, planRun } from '../../run/plan-run.js'
import { countOf } from '../../text/count-of.js'
import { nameOfDelimiter } from '../../text/delimiter.js'
import { groupName } from '../../text/group-name.js'
import { toPlainLine, toTerminalText } from '../../text/plain-text.js'
import type { GroupPlan } from '../../themes/plan-group.js'
import { defineCommand } from '../common/command.js'
import { estimateLines } from '../common/estimate-lines.js'
import { progressStyle } from '../common/progress-style.js'

/** `sixthemes inspect`: what was read and what would be asked, without asking. */
export const command = defineCommand({
  description: 'Show how exports are read, their groups, and what would be asked. Asks nothing by itself.',
  operands: [['<files...>', 'exports; "-" is standard input']],
  takes: [
    ...([
      'reading',
      'planning',
      'prompt',
      'wave',
      'given',
      'heartbeat',
      'model',
      'language',
      'redaction',
      'recordings',
    ] as const),
    ...(['columns', 'endpoint', 'asking', 'structure', 'limits', 'progress'] as const),
  ],
  flags: [
    ['--prompts', 'print the messages that would be sent'],
    ['--json', 'print what was found as JSON'],
  ],
  notes: '\nExample:\n  $ sixthemes inspect notes.csv --prompts\n',
  run: async ({ args: files, flags, settings, origins, world }) => {
    const { stdout } = world
    const tools = await loadTools(settings, world)
    const progress = await world.openProgress(progressStyle(settings, world))
    const door = openDoor(tools.prompts.form, settings, world, progress)
    const help = columnHelp(settings, tools.redaction, door, world, origins)
    const plan = await planRun(files, settings, tools, world, help).finally(progress.stop)
    const { sources, map, groups, plans, recordings } = plan
    if (flags.prompts) {
      const lines = [...plans.flatMap(messageLines), ...afterwards(tools.prompts)]
      stdout.write(toTerminalText(`${lines.join('\n')}\n`))
      return exitCode.done
    }
    const estimate = await estimateRun(plans, recordings, settings)
    if (flags.json) {
      stdout.write(`${JSON.stringify(toReport(sources, groups, map?.name, estimate), null, 2)}\n`)
      return exitCode.done
    }
    const lines = [
      ...sources.flatMap(sourceLines),
      ...groupLines(groups, map?.name),
      ...sampleLines(groups),
      ...estimateLines(estimate, recordings.folder, settings),
    ]
    stdout.write(toTerminalText(`${lines.join('\n')}\n`))
    return exitCode.done
  },
})

/** The same as data. */
function toReport(
  sources: readonly Source[],
  groups: readonly Group[],
  map: string | undefined,
  estimate: Estimate,
) {
  return {
    sources: sources.map(({ notes, ...source }) => ({ ...source, notes: notes.length })),
    map: map ?? null,
    groups: groups.map(({ persona, quadrant, notes }) => ({
      persona,
      quadrant,
      notes: notes.length,
      samples: notes.slice(0, SAMPLES).map(({ text }) => text),
    })),
    requests: estimate,
  }
}

/** Requests that depend on replies cannot be shown beforehand; their prompts can. */
function afterwards({ placing, merging, mending, correction, form }: Prompts): string[] {
  const asked: [Pick<Prompts['form'], 'id' | 'version'>, string][] = [
    [placing, 'where notes belong that a reply left out or gave twice'],
    [merging, 'to merge the themes of a large group that is asked about in parts'],
    [mending, 'for another title or summary where a check finds something wrong'],
    [correction, 'when a reply does not have the right form'],
    [form, 'put behind the messages for an endpoint that takes no JSON Schema'],
  ]
  return [
    '=== Asked only where a reply makes it necessary, with the same notes',
    ...asked.map(([{ id, version }, when]) => `${`${id}@${version}`.padEnd(18)}${when}`),
    '"sixthemes prompts show ID@VERSION" prints them.',
  ]
}

function sourceLines(source: Source): string[] {
  const { file, because, encoding, delimiter, byteOrderMark, rows, notes, dropped, warnings } = source
  const spelled = delimiter === 'none' ? 'none (a list of one column)' : nameOfDelimiter(delimiter)
  return [
    file,
    `  kind       ${source.export}: ${because}`,
    `  text       ${encoding}${byteOrderMark ? ' with byte order mark' : ''}, delimiter ${spelled}`,
    ...columnLines(source),
    `  rows       ${rows}: ${countOf(notes.length, 'note')}, ${droppedText(dropped)}`,
    ...warnings.map((warning) => `  warning    ${warning}`),
    ...(source.doubts ?? []).map((doubt) => `  unclear    ${doubt}`),
    '',
  ]
}

function columnLines({ header, columns, noteColumns, withheld = [] }: Source): string[] {
  const several = noteColumns.length > 1 || columns.note === undefined
  const taken = ROLES.flatMap((role) => {
    if (several && role !== 'persona') return []
    const column = columns[role]
    if (!column) return [`  ${role.padEnd(10)} no column`]
    const others = column.runnersUp.map((other) => `"${nameOf(other)}"`).join(', ')
    const reason = REASONS[column.because]
    return [
      `  ${role.padEnd(10)} column ${column.index + 1}, "${nameOf(column)}" (${reason}${others && `; could also be ${others}`})`,
    ]
  })
  const open = several
    ? noteColumns.map((column) => `  notes      column ${column.index + 1}, "${nameOf(column)}"`)
    : []
  const read = new Set(
    [...noteColumns, ...ROLES.flatMap((role) => columns[role] ?? [])].map(({ index }) => index),
  )
  const reasonOf = new Map(withheld.map(({ index, because }) => [index, ` (${because})`]))
  const unread = columnsOf(header).filter(({ index }) => !read.has(index))
  const shown = unread.map((column) => `"${nameOf(column)}"${reasonOf.get(column.index) ?? ''}`)
  return [...taken, ...open, `  not read   ${shown.join(', ') || 'none'}`]
}

const REASONS = {
  named: 'as named',
  usual: 'as this tool writes it',
  header: 'by its header',
  cells: 'by what it holds',
  'only column': 'the only one',
}

function droppedText(dropped: Source['dropped']): string {
  if (dropped.length === 0) return 'none dropped'
  const reasons = [...new Set(dropped.map(({ reason }) => reason))]
  const each = reasons.map((reason) => {
    const cells = dropped.filter((drop) => drop.reason === reason)
    const rows = [...new Set(cells.map(({ row }) => row))]
    return `${cells.length} as ${reason} (row ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ', …' : ''})`
  })
  return `${dropped.length} dropped: ${each.join('; ')}`
}

const SAMPLES = 3

/** A few notes of each group, to see at once whether the right column was taken. */
function sampleLines(groups: readonly Group[]): string[] {
  const shown = groups.slice(0, 24).map((group) => {
    const notes = group.notes.slice(0, SAMPLES).map(({ text }) => `“${toPlainLine(text).slice(0, 60)}”`)
    return `  ${groupName(group)}: ${notes.join(' · ')}`
  })
  return [
    'Some notes',
    ...shown,
    ...(groups.length > 24 ? [`  and ${groups.length - 24} more groups`] : []),
    '',
  ]
}

/** Wider columns make a table that nobody can read; surveys have whole questions. */
const WIDEST_COLUMN = 24

/** Notes per persona and quadrant, as a table, or as a list where the names are long. */
function groupLines(groups: readonly Group[], map: string | undefined): string[] {
  const personas = [...new Set(groups.map(({ persona }) => persona))]
  const quadrants = [...new Set(groups.map(({ quadrant }) => quadrant))]
  const cellOf = (persona: string, quadrant: string): string =>
    String(
      groups.find((group) => group.persona === persona && group.quadrant === quadrant)?.notes.length ?? '–',
    )
  const table = [
    ['', ...quadrants],
    ...personas.map((persona) => [persona, ...quadrants.map((quadrant) => cellOf(persona, quadrant))]),
  ]
  const title = map === undefined ? 'Notes per group (no known map)' : `Notes per group (map ${map})`
  if (quadrants.some((quadrant) => quadrant.length > WIDEST_COLUMN)) {
    return [
      title,
      ...groups.map((group) => `  ${String(group.notes.length).padStart(5)}  ${groupName(group)}`),
      '',
    ]
  }
  const widths = quadrants.map((quadrant) => Math.max(quadrant.length, 5))
  const first = Math.max(...personas.map((persona) => persona.length))
  return [
    title,
    ...table.map(([name = '', ...cells]) =>
      `  ${name.padEnd(first)}  ${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}`.trimEnd(),
    ),
    '',
  ]
}

function messageLines(plan: GroupPlan): string[] {
  const requests = firstRequests(plan)
  return requests.flatMap((request, index) => [
    `=== ${groupName(plan.group)}${requests.length > 1 ? `, request ${index + 1} of ${requests.length}` : ''}`,
    ...request.messages.flatMap(({ role, content }) => [`--- ${role}`, content]),
    '',
  ])
}
