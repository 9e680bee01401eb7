import { stringify } from 'yaml'
import { exitCode } from '../../errors/exit-code.js'
import { UserError } from '../../errors/user-error.js'
import { type Column, nameOf, ROLES } from '../../notes/columns.js'
import type { Source } from '../../notes/exports/read-source.js'
import { questionOf } from '../../notes/exports/survey-export.js'
import type { Grouping } from '../../notes/group.js'
import { loadNotes } from '../../run/load-notes.js'
import { CONFIG_FILE } from '../../settings/load-settings.js'
import { OPTIONS } from '../../settings/options.js'
import { nameOfDelimiter } from '../../text/delimiter.js'
import { defineCommand } from '../common/command.js'

/** `sixthemes init`: writes down what inspect finds, so that it can be changed and kept. */
export const command = defineCommand({
  description: 'Write sixthemes.yaml from what inspect finds in an export.',
  operands: [['<file>', 'an export']],
  takes: ['reading'],
  writesConfig: true,
  run: async ({ args: [file = ''], flags: { config }, settings, world }) => {
    const target = typeof config === 'string' ? config : CONFIG_FILE
    if (await world.files.exists(target)) throw new UserError('config-exists', { file: target })
    const { sources, ...grouping } = await loadNotes([file], settings, world)
    const [source] = sources
    if (!source) throw new Error('one file gives one source')
    await world.files.write(target, renderConfig(source, grouping))
    world.stderr.write(
      `Wrote ${target}; "sixthemes summarize ${file} --config ${target}" uses it; name a model with -m, or look first with -m baseline.\n`,
    )
    return exitCode.done
  },
})

function renderConfig(source: Source, { map, groups }: Grouping): string {
  const columns = ROLES.flatMap((role): [string, string | string[]][] => {
    if (role === 'note' && source.noteColumns.length > 1) return [[role, namesOf(source)]]
    const column = source.columns[role]
    return column ? [[role, unambiguous(column, source.header)]] : []
  })
  const quadrants = [...new Set(groups.map(({ quadrant }) => quadrant))]
  const found = {
    export: source.export,
    ...Object.fromEntries(columns),
    delimiter: nameOfDelimiter(source.delimiter),
    encoding: source.encoding,
  }
  const mapping = map
    ? { map: map.name }
    : { map: 'workshop', maps: { workshop: { quadrants: quadrants.map((name) => ({ name })) } } }
  return [
    '# Settings of sixthemes. Each key is also a flag, which wins: "sixthemes summarize --help" explains them.',
    '',
    `# How ${source.file} is read`,
    stringify(found),
    '# Which quadrants there are; maps of your own may have aliases, a question and a lens for each',
    stringify(mapping),
    '# What is asked; remove the # to fill in',
    `${stringify({ themes: OPTIONS.themes.default, prompt: OPTIONS.prompt.default })}# model: NAME`,
    '# baseUrl: http://127.0.0.1:11434/v1',
    '# recordings: recordings',
    '',
  ].join('\n')
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
