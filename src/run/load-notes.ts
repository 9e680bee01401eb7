import { UserError } from '../errors/user-error.js'
import { readSources, type Source } from '../notes/exports/read-source.js'
import { type Grouping, groupNotes } from '../notes/group.js'
import { createQuadrantFinder } from '../notes/match-map.js'
import type { SourceFile } from '../notes/source-file.js'
import { chooseMaps } from '../settings/choose-maps.js'
import type { FileValues, SettingsOf } from '../settings/option-values.js'
import type { World } from '../world/world.js'

/** What standard input is called on the command line. */
export const STANDARD_INPUT = '-'

/** How exports are read. */
export type ReadingSettings = SettingsOf<'reading'> & Pick<FileValues, 'maps'>

/** Files by path, or with their bytes, → their notes in groups. */
export async function loadNotes(
  files: readonly (string | SourceFile)[],
  settings: ReadingSettings,
  world: World,
): Promise<Grouping & { sources: Source[] }> {
  const { note, persona, quadrant, votes, delimiter, encoding, headerRows } = settings
  const maps = chooseMaps(settings)
  await checkDifferent(files, world)
  const loaded = await Promise.all(
    files.map((file) => (typeof file === 'string' ? loadFile(file, world) : file)),
  )
  const finders = maps.map(createQuadrantFinder)
  const sources = readSources(loaded, {
    named: { note, persona, quadrant, votes },
    delimiter,
    encoding,
    kind: settings.export,
    headerRows,
    isQuadrant: (heading) => finders.some((find) => find(heading) !== undefined),
  })
  const grouping = groupNotes(
    sources.flatMap(({ notes }) => notes),
    maps,
  )
  return { sources, ...grouping }
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
