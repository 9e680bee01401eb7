const ZERO_WIDTH_SPACE = '\u200B'

/**
 * Text that may be shown where a CI runner reads what programs print: "::error::" at the beginning of a line and "##[error]" or "##vso[…]"
 * anywhere would be commands to it, and a note or a file's name must not give any. People see no difference.
 */
export function guardCommands(text: string): string {
  if (!text.includes('::') && !text.includes('##')) return text
  return text
    .split(/(?<=[\r\n])/)
    .map((line) => (/^\s{0,200}::/.test(line) ? line.replace('::', `:${ZERO_WIDTH_SPACE}:`) : line))
    .join('')
    .replace(/##(?=\[|vso\[)/gi, `#${ZERO_WIDTH_SPACE}#`)
}

/** The same of JSON, whose value stays as it is. */
export function guardJson(json: string): string {
  return json.replace(/##(?=\[|vso\[)/gi, '#\\u0023')
}
