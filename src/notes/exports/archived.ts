import { isYes } from '../../text/is-yes.js'
import { columnsFor, type JudgedColumn } from '../columns.js'
import type { DropReason } from '../note.js'

/** A column that says which cards are archived. */
export function archivedReader(
  judged: readonly JudgedColumn[],
): ((record: readonly string[]) => DropReason | undefined) | undefined {
  const [column] = columnsFor(judged, 'archived')
  if (!column) return undefined
  return (record) => (isYes(record[column.index]?.trim() ?? '') ? 'archived' : undefined)
}
