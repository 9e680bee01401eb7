import { stringify } from 'yaml'
import { columnsReply } from '../../across/columns-reply.js'
import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { type Column, nameOf, ROLES } from '../../notes/columns.js'
import type { Source } from '../../notes/exports/read-source.js'
import { questionOf } from '../../notes/exports/survey-questions.js'
import type { Grouping } from '../../notes/group.js'
import { columnHelp } from '../../run/column-help.js'
import { loadNotes } from '../../run/load-notes.js'
import { loadLonePrompt } from '../../run/load-prompts.js'
import { loadRedaction } from '../../run/load-redaction.js'
import { openDoor } from '../../run/open-door.js'
import { CONFIG_FILE } from '../../settings/load-settings.js'
import type { Settings } from '../../settings/option-values.js'
import { OPTIONS } from '../../settings/options.js'
import { oneLine } from '../../text/clean-text.js'
import { nameOfDelimiter } from '../../text/delimiter.js'
import { defineCommand } from '../common/command.js'
import { progressStyle } from '../common/progress-style.js'
import { VERSION } from '../common/version.js'

/** `sixthemes init`: writes down what inspect finds, so that it can be changed and kept. */
export const command = defineCommand({
  description: 'Write sixthemes.yaml from what inspect finds in an export.',
  operands: [['<file>', 'an export']],
  takes: [
    'reading',
    'columns',
    'model',
    'redaction',
    'recordings',
    'endpoint',
    'asking',
    'structure',
    'limits',
    'progress',
  ],
  writesConfig: true,
  run: async ({ args: [file = ''], flags: { config }, settings, origins, world }) => {
    const target = typeof config === 'string' ? config : CONFIG_FILE
    if (await world.files.exists(target)) throw new UserError('config-exists', { file: target })
    const progress = await world.openProgress(progressStyle(settings, world))
    const { form } = await loadLonePrompt('read-columns@1', columnsReply, world)
    const door = openDoor(form, settings, world, progress)
    const help = columnHelp(settings, await loadRedaction(settings, world), door, world, origins)
    const loaded = await loadNotes([file], settings, world, help).finally(progress.stop)
    const { sources, ...grouping } = loaded
    const [source] = sources
    if (!source) throw new Error('one file gives one source')
    await world.files.write(
      target,
      renderConfig(source, grouping, { ...saidOf(settings, origins), ...askedOf(source, settings) }),
    )
    world.stderr.write(
      `Wrote ${target}; "sixthemes summarize ${file} --config ${target}" uses it; name a model with -m, or look first with -m baseline.\n`,
    )
    return exitCode.done
  },
})

/** What the user said of reading is written down; what was found is found again in the next file, and stands as a comment. */
function renderConfig(
  source: Source,
  { map, groups }: Grouping,
  said: Readonly<Record<string, unknown>>,
): string {
  const columns = ROLES.flatMap((role): [string, string | string[]][] => {
    if (role === 'note' && source.noteColumns.length > 1) return [[role, namesOf(source)]]
    const column = source.columns[role]
    return column && column.header !== '' ? [[role, unambiguous(column, source.header)]] : []
  })
  const found = Object.fromEntries(
    [['export', source.export], ...columns].filter(([key]) => !(String(key) in said)),
  )
  const quadrants = [...new Set(groups.map(({ quadrant }) => quadrant))]
  const mapping = map
    ? { map: map.name }
    : { map: 'workshop', maps: { workshop: { quadrants: quadrants.map((name) => ({ name })) } } }
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# Settings of sixthemes. Each key is also a flag, which wins: "sixthemes summarize --help" explains them.',
    '',
    ...(Object.keys(said).length > 0 ? ['# How exports are read', stringify(said)] : []),
    `# What was found in ${oneLine(source.file)} by itself; remove the # to insist on it, also in other files`,
    comment(stringify(found)),
    '# Which quadrants there are; maps of your own may have aliases, a question and a lens for each. Remove the # to insist on it',
    comment(stringify(mapping)),
    '# What is asked; remove the # to fill in',
    `${stringify({ themes: OPTIONS.themes.default, prompt: OPTIONS.prompt.default })}# model: NAME`,
    '# baseUrl: http://127.0.0.1:11434/v1',
    '# recordings: recordings',
    '',
  ].join('\n')
}

/** Where editors find what the file may say. */
const SCHEMA = `https://unpkg.com/sixthemes@${VERSION}/schema/config.v1.schema.json`

const comment = (yaml: string): string => yaml.replace(/^(?=.)/gm, '# ')

/** What a model said is written down, so that it is not asked again. */
function askedOf(source: Source, { askColumns }: Pick<Settings, 'askColumns'>): Record<string, unknown> {
  const { columns, noteColumns } = source
  if (!askColumns || !source.because.includes('read-columns')) return {}
  const note =
    noteColumns.length > 1 ? namesOf(source) : noteColumns.map((column) => unambiguous(column, source.header))
  const others = ROLES.filter((role) => role !== 'note').flatMap((role) => {
    const column = columns[role]
    return column ? [[role, unambiguous(column, source.header)]] : []
  })
  return { note, ...Object.fromEntries(others) }
}

/** What was said about reading, as sixthemes.yaml has it. */
function saidOf(
  settings: Partial<Settings>,
  origins: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const said = Object.entries(settings).filter(
    ([key, value]) =>
      value !== undefined &&
      key !== 'map' &&
      OPTIONS[key as keyof typeof OPTIONS]?.group === 'reading' &&
      key in origins &&
      origins[key] !== 'default',
  )
  return Object.fromEntries(
    said.map(([key, value]) => [
      key,
      key === 'delimiter' ? nameOfDelimiter(value as Settings['delimiter'] & string) : value,
    ]),
  )
}

/** Several columns of notes: by their question where all of its columns are notes, else each by its number. */
function namesOf({ noteColumns, header }: Source): string[] {
  const taken = new Set(noteColumns.map(({ index }) => index))
  const names = noteColumns.map(({ index, header: own }) => {
    const question = questionOf(own)
    const isWhole = header.every((other, at) => questionOf(other) !== question || taken.has(at))
    return question !== '' && isWhole ? question : String(index + 1)
  })
  return [...new Set(names)]
}

/** A column by its header, or by its number where another column has the same. */
function unambiguous(column: Column, header: readonly string[]): string {
  const name = nameOf(column)
  return header.filter((other) => other.trim() === name).length > 1 ? String(column.index + 1) : name
}
