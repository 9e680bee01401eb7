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
    const difference = isThere
      ? createTwoFilesPatch(path, path, committed, text, 'as it is', 'as it would be', { context: 1 })
      : 'it is not there'
    differences.push({ path, difference })
  }
  return differences
}
