/** A table of which every line was quoted as a whole, as a sheet is saved that held a CSV file in its first column. */
export function linesInCells(records: readonly (readonly string[])[], utf8: Uint8Array): string | undefined {
  if (records.length < 2 || records.some((record) => record.length > 1)) return undefined
  const lines = records.map(([cell = '']) => cell)
  const isQuoted = utf8[0] === QUOTE && lines.every((line) => line === '' || DELIMITER.test(line))
  return isQuoted ? lines.join('\n') : undefined
}

const QUOTE = 0x22
const DELIMITER = /[,;\t|]/
