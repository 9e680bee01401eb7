import { countOf } from '../documents/count-of.js'
import { type ExitCode, exitCode } from '../errors.js'
import { columnsOf, nameOf, ROLES } from '../notes/columns.js'
import type { Group } from '../notes/group.js'
import type { Source } from '../notes/read-source.js'
import { nameOfDelimiter } from '../notes/table.js'
import { toPlainLine, toPlainText } from '../plain-text.js'
import type { Flags } from '../settings/resolve-settings.js'
import type { GroupPlan } from '../themes/plan-group.js'
import type { World } from '../world.js'
import { describeGroup } from './describe-run.js'
import { describeEstimate, type Estimate, estimateRun } from './estimate-run.js'
import { loadSettings } from './load-settings.js'
import { planRun } from './plan-run.js'

/** `sixthemes inspect`: what was read and what would be asked, without asking. */
export async function inspect(files: readonly string[], flags: Flags, world: World): Promise<ExitCode> {
  const { settings } = await loadSettings(flags, world)
  const { sources, map, groups, plans, recordings } = await planRun(files, settings, world)
  if (flags.prompts) {
    const lines = [...plans.flatMap(describeMessages), ...AFTERWARDS]
    world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
    return exitCode.done
  }
  const estimate = await estimateRun(plans, recordings, settings)
  if (flags.json) {
    world.stdout.write(`${JSON.stringify(toReport(sources, groups, map?.name, estimate), null, 2)}\n`)
    return exitCode.done
  }
  const lines = [
    ...sources.flatMap(describeSource),
    ...describeGroups(groups, map?.name),
    ...describeSamples(groups),
    ...describeEstimate(estimate, recordings.folder, settings),
  ]
  world.stdout.write(toPlainText(`${lines.join('\n')}\n`))
  return exitCode.done
}

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
const AFTERWARDS = [
  '=== Asked only where a reply makes it necessary, with the same notes',
  'place-notes@1     where notes belong that a reply left out or gave twice',
  'merge-themes@1    to merge the themes of a large group that is asked about in parts',
  'mend-themes@1     for another title or summary where a check finds something wrong',
  'correct-reply@1   when a reply does not have the right form',
  'reply-form@1      put behind the messages for an endpoint that takes no JSON Schema',
  '"sixthemes prompts show ID@VERSION" prints them.',
]

function describeSource(source: Source): string[] {
  const { file, because, encoding, delimiter, byteOrderMark, rows, notes, dropped, warnings } = source
  const spelled = delimiter === 'none' ? 'none (a list of one column)' : nameOfDelimiter(delimiter)
  return [
    file,
    `  kind       ${source.export}: ${because}`,
    `  text       ${encoding}${byteOrderMark ? ' with byte order mark' : ''}, delimiter ${spelled}`,
    ...describeColumns(source),
    `  rows       ${rows}: ${countOf(notes.length, 'note')}, ${describeDropped(dropped)}`,
    ...warnings.map((warning) => `  warning    ${warning}`),
    ...(source.doubts ?? []).map((doubt) => `  unclear    ${doubt}`),
    '',
  ]
}

function describeColumns({ header, columns, noteColumns, withheld = [] }: Source): string[] {
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
  'only column': 'the only one',
}

function describeDropped(dropped: Source['dropped']): string {
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
function describeSamples(groups: readonly Group[]): string[] {
  const shown = groups.slice(0, 24).map((group) => {
    const notes = group.notes.slice(0, SAMPLES).map(({ text }) => `“${toPlainLine(text).slice(0, 60)}”`)
    return `  ${describeGroup(group)}: ${notes.join(' · ')}`
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
function describeGroups(groups: readonly Group[], map: string | undefined): string[] {
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
      ...groups.map((group) => `  ${String(group.notes.length).padStart(5)}  ${describeGroup(group)}`),
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

function describeMessages({ group, parts }: GroupPlan): string[] {
  return parts.flatMap(({ request }, index) => [
    `=== ${describeGroup(group)}${parts.length > 1 ? `, part ${index + 1} of ${parts.length}` : ''}`,
    ...request.messages.flatMap(({ role, content }) => [`--- ${role}`, content]),
    '',
  ])
}
