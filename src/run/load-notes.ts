import { UserError, type UserErrorCode } from '../errors/user-error.js'
import type { NamedColumns, SaidBy } from '../notes/columns.js'
import {
  type ReadingSettings as FileSettings,
  type LoadedFile,
  openTable,
  readSource,
  type Source,
  unpackWorkbooks,
} from '../notes/exports/read-source.js'
import { type Grouping, groupNotes } from '../notes/group.js'
import { createQuadrantFinder } from '../notes/match-map.js'
import type { SourceFile } from '../notes/source-file.js'
import type { Table } from '../notes/table.js'
import { chooseMaps } from '../settings/choose-maps.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import { onceEach } from '../text/once-each.js'
import { titleOfFile } from '../text/title-of-file.js'
import type { World } from '../world/world.js'

/** What standard input is called on the command line. */
export const STANDARD_INPUT = '-'

/** How exports are read. */
export type ReadingSettings = SettingsOf<'reading'> & Pick<FileValues, 'maps'>

/** What --persona says where each file is about one persona. */
const EACH_FILE = 'file'

/** What may help to read files. */
export type ReadingHelp = {
  /** Says where the user named a column, for messages. */
  saidBy?: SaidBy | undefined
  /** Says what the columns of a table hold where rules do not. */
  askColumns?: ((file: string, table: Table) => Promise<NamedColumns>) | undefined
  /** Whether a model is at hand that could be asked, so that a refusal names the way. */
  couldAsk?: boolean
}

/** Files by path, or with their bytes, → their notes in groups. Throws as `readSources` and `askColumns` do. */
export async function loadNotes(
  files: readonly (string | SourceFile)[],
  settings: ReadingSettings,
  world: World,
  help: ReadingHelp = {},
): Promise<Grouping & { sources: Source[] }> {
  const { note, persona, quadrant, votes, delimiter, encoding, headerRows } = settings
  const maps = chooseMaps(settings)
  await checkDifferent(files, world)
  const loaded = await Promise.all(
    files.map((file) => (typeof file === 'string' ? loadFile(file, world) : file)),
  )
  const finders = maps.map(createQuadrantFinder)
  const isByFile = persona === EACH_FILE
  const unpacked = await unpackWorkbooks(loaded, settings)
  const reading = {
    named: { note, persona: isByFile ? undefined : persona, quadrant, votes },
    saidBy: help.saidBy,
    delimiter,
    encoding,
    kind: settings.export,
    headerRows,
    isQuadrant: onceEach((heading) => finders.some((find) => find(heading) !== undefined)),
  }
  const read: Source[] = []
  for (const [index, file] of unpacked.entries()) read.push(await readWithHelp(file, index, reading, help))
  const sources = isByFile ? read.map(withPersona) : read
  const grouping = groupNotes(
    sources.flatMap(({ notes }) => notes),
    maps,
    sources.flatMap(({ quadrants = [] }) => quadrants),
  )
  return { sources, ...grouping }
}

/** Reads a file by rules; where these end, by what a model says of its columns, if it may be asked. */
async function readWithHelp(
  file: LoadedFile,
  index: number,
  reading: FileSettings,
  { askColumns, couldAsk = false }: ReadingHelp,
): Promise<Source> {
  let trouble: UserError | undefined
  try {
    const source = readSource(file, index, reading)
    if (!askColumns || !source.doubts?.length) return source
  } catch (error) {
    if (!(error instanceof UserError) || !UNCLEAR.includes(error.code)) throw error
    trouble = couldAsk ? error.withHint(ASK_COLUMNS) : error
  }
  if (!askColumns) throw trouble
  const named = await askColumns(file.file, openTable(file, reading).table)
  const several = [named.note].flat().length > 1
  const source = readSource(file, index, { ...reading, named, kind: several ? 'survey' : 'columns' })
  return { ...source, because: BY_MODEL, doubts: [], warnings: [...source.warnings, BY_MODEL] }
}

/** What rules cannot tell, and somebody who knows the languages of headers may. */
const UNCLEAR: readonly UserErrorCode[] = [
  'note-column-missing',
  'survey-without-answers',
  'input-without-notes',
  'weak-guess',
]

/** How a model may help, for whoever could ask one. */
export const ASK_COLUMNS =
  'Or let the model say what the columns hold with --ask-columns: headers and figures are sent, and no cell.'

const BY_MODEL = 'a model said what the columns hold, from their headers and figures (read-columns@1)'

/** Every note of a file is about whom its name says. */
function withPersona(source: Source): Source {
  const persona = titleOfFile(source.file)
  return { ...source, notes: source.notes.map((note) => ({ ...note, persona })) }
}

/** Throws UserError `input-twice`, for its notes would count twice. */
async function checkDifferent(files: readonly (string | SourceFile)[], world: World): Promise<void> {
  const paths = files.filter((file) => typeof file === 'string')
  for (const [index, path] of paths.entries()) {
    for (const earlier of paths.slice(0, index)) {
      if (path === earlier || (await world.files.isSame(path, earlier)))
        throw new UserError('input-twice', { file: path })
    }
  }
}

async function loadFile(path: string, world: World): Promise<SourceFile> {
  if (path === STANDARD_INPUT) return { file: 'standard input', bytes: await world.readInput() }
  return { file: path, bytes: await world.files.read(path) }
}
