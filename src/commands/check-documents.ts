import { createTwoFilesPatch } from 'diff'
import type { World } from '../world.js'
import type { Target } from './check-outputs.js'

/** A document that is not what a run would write now, and how it differs, as a unified diff. */
export type Difference = { path: string; difference: string }

/** Compares documents with the files they would be written to; nothing is written. */
export async function checkDocuments(
  documents: readonly { target: Target; text: string }[],
  { files }: World,
): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const { target, text } of documents) {
    const { path } = target
    const isThere = await files.exists(path)
    const committed = isThere
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(path))
      : ''
    if (isThere && committed === text) continue
    differences.push({ path, difference: isThere ? patchOf(path, committed, text) : 'it is not there' })
  }
  return differences
}

/** Finding the smallest difference takes the square of its lines. */
const MOST_LINES = 1_000

function patchOf(path: string, committed: string, text: string): string {
  const options = { context: 1, maxEditLength: MOST_LINES }
  const patch = createTwoFilesPatch(path, path, committed, text, 'as it is', 'as it would be', options)
  return patch ?? `it differs in more than ${MOST_LINES} lines`
}
