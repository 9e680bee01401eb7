import { stripVTControlCharacters } from 'node:util'
import { guardCommands } from './guard-commands.js'

/** Controls, bidirectional overrides, invisible and tag characters; joiners stay, for emoji and Persian need them. */
const UNSAFE = /(?![\n\u200C\u200D])[\p{Cc}\p{Cf}]/gu

/**
 * Text of a note, a model or an endpoint → the same with nothing in it that acts on a reader's screen:
 * no terminal codes, no characters that turn or hide text. Line breaks stay.
 */
export function toPlainText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSAFE, '')
}

/** The same on one line, with " / " where a line ended. */
export function toPlainLine(text: string): string {
  const lines = toPlainText(text)
    .trim()
    .split('\n')
    .map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .join(' / ')
    .replace(/\s/g, ' ')
}

/** Text for a terminal, or for the log of a CI runner: plain, and no command to the runner. */
export function toTerminalText(text: string): string {
  return guardCommands(toPlainText(text))
}

/** The same on one line. */
export function toTerminalLine(text: string): string {
  return guardCommands(toPlainLine(text))
}
