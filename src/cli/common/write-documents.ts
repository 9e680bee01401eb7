import { UserError } from '../../errors/user-error.js'
import { type Pieces, wholeOf } from '../../text/pieces.js'
import type { World } from '../../world/world.js'
import { isRunner } from './guarded.js'
import { STANDARD_OUTPUT } from './targets.js'

/** "Written: a.md, b.json"; nothing where all went to standard output. */
export function writtenLine(documents: readonly Document[]): string | undefined {
  const paths = documents.map(({ path }) => path).filter((path) => path !== STANDARD_OUTPUT)
  return paths.length === 0 ? undefined : `Written: ${paths.join(', ')}`
}

function writeOut(text: Pieces, stdout: World['stdout'], environment: World['environment']): void {
  const pieces = isRunner(environment)
    ? [wholeOf(text)] // what it begins with says how it is guarded
    : typeof text === 'string'
      ? [text]
      : text
  for (const piece of pieces) stdout.write(piece)
}

/** Text for a file, or for standard output. */
export type Document = { path: string; text: Pieces }

/**
 * Writes documents where they go. One that cannot be written is paid for all the same: it goes to standard output, if
 * nothing else does, and the trouble is thrown when the others are written.
 */
export async function writeDocuments(
  documents: readonly Document[],
  { stdout, stderr, files, environment }: World,
): Promise<void> {
  let trouble: UserError | undefined
  let isTaken = documents.some(({ path }) => path === STANDARD_OUTPUT)
  for (const { path, text } of documents) {
    if (path === STANDARD_OUTPUT) {
      writeOut(text, stdout, environment)
      continue
    }
    try {
      await files.write(path, text)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      trouble ??= error
      if (isTaken) continue
      isTaken = true
      stderr.write(`sixthemes: ${path} cannot be written, so what it should hold goes to standard output\n`)
      writeOut(text, stdout, environment)
    }
  }
  if (trouble) throw trouble
}
