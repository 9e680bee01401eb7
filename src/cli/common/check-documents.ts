import { wholeOf } from '../../text/pieces.js'
import { toTerminalText } from '../../text/plain-text.js'
import type { World } from '../../world/world.js'
import { reportDifferences, workflowCommand } from './report-to-github.js'
import type { Document } from './write-documents.js'

/** A document that is not what a run would write now, and how it differs, as a unified diff. */
type Difference = { path: string; difference: string }

/** `--check`: says how documents differ from the files there are, and leaves these as they are. */
export async function differFromFiles(
  documents: readonly Document[],
  github: boolean,
  world: World,
): Promise<boolean> {
  const differences = await checkDocuments(documents, world)
  for (const { path, difference } of differences) {
    world.stderr.write(
      toTerminalText(`sixthemes: ${path} is not what a run writes now:\n${difference.trimEnd()}\n`),
    )
    if (github)
      world.commands.write(
        `${workflowCommand('error', 'this document is not what a run writes now', path)}\n`,
      )
  }
  if (github)
    await reportDifferences(
      differences.map(({ path }) => path),
      world,
    )
  return differences.length > 0
}

/** Compares documents with the files they would be written to; nothing is written. */
async function checkDocuments(documents: readonly Document[], { files }: World): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const { path, text: pieces } of documents) {
    const text = wholeOf(pieces)
    const isThere = await files.exists(path)
    const committed = isThere
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(path))
      : ''
    if (isThere && committed === text) continue
    differences.push({ path, difference: isThere ? await patchOf(path, committed, text) : 'it is not there' })
  }
  return differences
}

/** Finding the smallest difference takes the square of its lines. */
const MOST_LINES = 1_000

async function patchOf(path: string, committed: string, text: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff') // seldom needed
  const options = { context: 1, maxEditLength: MOST_LINES }
  const patch = createTwoFilesPatch(path, path, committed, text, 'as it is', 'as it would be', options)
  return patch ?? `it differs in more than ${MOST_LINES} lines`
}
