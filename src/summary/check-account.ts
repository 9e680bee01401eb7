import type { Source } from '../notes/exports/read-source.js'
import type { Summary } from './summary.js'

/**
 * Checks that every cell of the note columns is in exactly one place: a theme, unplaced or dropped.
 * Throws a plain Error, for a summary that loses a note is a bug and must not be written.
 */
export function checkAccount(summary: Summary, sources: readonly Source[]): void {
  const seen = new Map<string, string>()
  const enter = (
    file: number,
    row: number,
    column: number | undefined,
    part: number,
    where: string,
  ): void => {
    const cell = `${file}:${row}:${column ?? ''}:${part}`
    const other = seen.get(cell)
    if (other)
      throw new Error(`the account does not balance: file ${file}, row ${row} is in ${other} and ${where}`)
    seen.set(cell, where)
  }
  summary.groups.forEach((group, index) => {
    for (const { notes, title } of [...group.themes, { notes: group.unplaced, title: 'unplaced' }]) {
      for (const { from } of notes) {
        for (const { file = 0, row, column, part = 1 } of from)
          enter(file, row, column, part, `group ${index + 1} (${title})`)
      }
    }
  })
  summary.sources.forEach(({ dropped }, file) => {
    for (const { row, column } of dropped) enter(file, row, column, 1, 'dropped')
  })
  const cells = sources.reduce((sum, source) => sum + source.cells, 0)
  if (seen.size !== cells) {
    throw new Error(`the account does not balance: ${cells} cells were read, ${seen.size} are in the summary`)
  }
}
