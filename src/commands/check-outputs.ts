import { normalize } from 'node:path'
import { UserError } from '../errors.js'
import type { Settings } from '../settings/resolve-settings.js'
import type { World } from '../world.js'

/** A document to be written: where, and in which format. */
export type Target = { path: string; format: Format }

export type Format = NonNullable<Settings['format']>

/** What standard output is called. */
export const STANDARD_OUTPUT = '-'

/**
 * Where documents go, checked before anything is asked.
 * Throws UserError for an output that is an input, is named twice, cannot be written or has no known format.
 */
export async function checkOutputs(
  { output, format }: Settings,
  inputs: readonly string[],
  { files }: World,
): Promise<Target[]> {
  const targets: Target[] = []
  for (const path of output) {
    if (targets.some((other) => normalize(other.path) === normalize(path)))
      throw new UserError('output-twice', { file: path })
    targets.push({ path, format: formatOf(path, format) })
    if (path === STANDARD_OUTPUT) continue
    for (const input of inputs) {
      if (await files.isSame(path, input)) throw new UserError('output-is-input', { file: path })
    }
    await files.checkWritable(path)
  }
  return targets
}

function formatOf(path: string, chosen: Target['format'] | undefined): Target['format'] {
  if (/\.(?:md|markdown)$/i.test(path)) return 'md'
  if (/\.json$/i.test(path)) return 'json'
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return 'ndjson'
  if (/\.csv$/i.test(path)) return 'csv'
  if (chosen) return chosen
  if (path === STANDARD_OUTPUT) return 'md'
  throw new UserError('output-format-unknown', { file: path })
}
