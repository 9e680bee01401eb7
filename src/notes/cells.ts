/** How many cells of a row hold something. */
export function filledIn(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}

/** What stands above the first of several columns stands above all of them, as merged cells are saved. */
export function fillRight(row: readonly string[], width = row.length): string[] {
  let above = ''
  return Array.from({ length: width }, (_, column) => {
    above = row[column]?.trim() || above
    return above
  })
}
