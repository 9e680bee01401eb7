import type { Decision } from '../decisions/decision.js'
import { readRevision } from '../decisions/read-revision.js'
import { readRevisedRows } from '../decisions/revised-rows.js'
import { UserError } from '../errors/user-error.js'
import { openTable, unpackWorkbooks } from '../notes/exports/read-source.js'
import type { Summary } from '../summary/summary.js'
import type { World } from '../world/world.js'

/**
 * The CSV of a summary after people changed it, in whatever form a spreadsheet saves it → their decisions, and what was
 * understood in words. Of several versions of the summary it is compared with the one that it is most like. Throws UserError `revision-invalid` with every row that cannot be understood.
 */
export async function loadRevision(
  versions: readonly Summary[],
  file: string,
  { files }: World,
): Promise<{ decisions: Decision[]; understood: string[] }> {
  const [loaded] = await unpackWorkbooks([{ file, bytes: await files.read(file) }], {})
  if (!loaded) throw new Error('one file gives one table')
  const { table } = openTable(loaded, { named: {}, headerRows: 1 })
  const read = readRevisedRows(table)
  if (!read.ok) {
    const text = `there is no column ${read.lacks.map((name) => `"${name}"`).join(', ')}`
    throw new UserError('revision-invalid', { file, problems: [{ row: 0, text }] })
  }
  const revisions = versions.map((summary) => readRevision(summary, read.rows))
  const refused = revisions.find((revision) => !revision.ok)
  if (refused) throw new UserError('revision-invalid', { file, problems: refused.problems })
  const understood = revisions.filter((revision) => revision.ok)
  const [closest] = understood.sort((a, b) => a.decisions.length - b.decisions.length)
  if (!closest) throw new Error('a table is compared with a summary')
  return closest
}
