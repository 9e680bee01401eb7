import { dirname, join } from 'node:path'
import { UserError } from '../errors/user-error.js'
import { decode } from '../notes/decode.js'
import { toPlainCell } from '../notes/plain-cell.js'
import { isWorkbook } from '../notes/workbook.js'
import type { Summary, SummaryNote } from '../summary/summary.js'
import { groupName } from '../text/group-name.js'
import type { World } from '../world/world.js'

/** Of a larger export it would take too long. */
const MOST_BYTES = 50_000_000

/**
 * Where an export that a summary names is at hand, beside it or here, and has the bytes it had: is each note of it in there?
 * Only letters and digits are compared, for quotation marks, tags and entities are written in many ways; an export that is no
 * Unicode text is passed over. Says which note is not, if there is one.
 */
export async function findForeignText(
  { sources, groups }: Summary,
  file: string,
  world: World,
): Promise<string | undefined> {
  for (const [index, source] of sources.entries()) {
    const written = await lettersOf(source, file, world)
    if (written === undefined) continue
    for (const group of groups) {
      const notes = [...group.themes.flatMap((theme) => theme.notes), ...group.unplaced]
      const foreign = notes.find((note) => isFrom(index, note) && !written.includes(toLetters(note.text)))
      if (foreign)
        return `${groupName(group)}, note ${foreign.id} (${JSON.stringify(foreign.text.slice(0, 60))}): these words are not in ${source.file}`
    }
  }
  return undefined
}

const isFrom = (source: number, { from }: SummaryNote): boolean => (from[0]?.file ?? 0) === source

const toLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The letters of an export; nothing where it is not at hand, is another by now, or cannot be compared. */
async function lettersOf(
  { file: name, sha256 }: Summary['sources'][number],
  file: string,
  { files }: World,
): Promise<string | undefined> {
  for (const path of new Set([join(dirname(file), name), name])) {
    if (!(await files.exists(path))) continue
    try {
      const bytes = await files.read(path)
      if (bytes.length > MOST_BYTES || isWorkbook(bytes)) continue
      const decoded = decode(bytes, path)
      if (decoded.sha256 !== sha256 || !decoded.encoding.startsWith('utf')) continue
      return toLetters(toPlainCell(new TextDecoder().decode(decoded.utf8)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error // a folder of that name, or a file that is no text
    }
  }
  return undefined
}
